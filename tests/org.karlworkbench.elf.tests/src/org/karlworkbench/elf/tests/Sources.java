package org.karlworkbench.elf.tests;

/** C and C++ sources whose objects hold a bit of everything. */
final class Sources {
    private Sources() {}

    /** Data, bss, common, weak and local symbols, merged strings, relocations between all of them. */
    static final String PLAIN = """
        extern int outside(int);
        static int inside(int x) { return x + 1; }
        int global(int x) { return outside(inside(x)) + inside(x); }
        int common;
        int zeroed[100] = {0};
        int table[4] = {1, 2, 3, 4};
        int *pointer = table + 2;
        const char *words = "merged";
        const int constant = 7;
        __attribute__((weak)) void weakling(void) {}
        __attribute__((visibility("hidden"))) int hidden = 3;
        int (*function)(int) = inside;
        int *back = table - 1;
        """;

    /** Section groups, by templates and inline functions. */
    static final String GROUPS = """
        inline int counted(int x) { static int n; return n += x; }
        template <class T> T twice(T t) { return t * 2; }
        int all() { return counted(1) + twice(2) + (int) twice(2.5); }
        """;
}
