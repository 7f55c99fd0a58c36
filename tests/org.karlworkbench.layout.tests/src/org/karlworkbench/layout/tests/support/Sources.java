package org.karlworkbench.layout.tests.support;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sources of a small kit that has what makes layouts hard: equal local names, commons, seams, merged strings. */
public final class Sources {
    private Sources() {}

    /** Files by name. */
    public static Map<String, String> small() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("swapgeneric.c", "int root_device = 5; int swapgeneric(void) { return root_device; }");
        sources.put("main.c", """
                extern int drivers(int), traps(int), swapgeneric(void);
                int shared_common;
                int other_common[40];
                static int counter;
                static int helper(int x) { return x * 3 + counter; }
                int (*volatile keep)(int) = helper;
                const char *banner(void) { return "a banner to be merged"; }
                int main(void) { return drivers(helper(1)) + traps(2) + swapgeneric() + shared_common; }
                """);
        sources.put("drivers.c", """
                int shared_common;
                static int counter = 7;
                static int helper(int x) { return x - counter; }
                int (*volatile keep_driver)(int) = helper;
                static const int table[] = {1, 2, 3, 5, 8, 13};
                const char *driver_name(void) { return "a banner to be merged"; }
                int drivers(int x) { return helper(x) + table[x & 3]; }
                __attribute__((weak)) int attach(void) { return 11; }
                __attribute__((visibility("hidden"))) int hidden_one(void) { return 12; }
                """);
        sources.put("traps.c", """
                static int counter[100];
                static long long helper(int x) { return counter[x & 7]; }
                long long (*volatile keep_trap)(int) = helper;
                const double half = 0.5;
                double scale(double x) { return x * 3.25 + half; }
                const char *trap_name(int x) { return x ? "page fault" : "fault"; }
                int traps(int x) { return (int) helper(x); }
                """);
        // Two objects of one file name with the same local symbols, that differ in sizes only.
        sources.put(
                "init.c",
                "static int state; static int probe(void) { return state; } int init_a(void) { return probe(); }"
                        + " int (*volatile keep_a)(void) = probe;");
        sources.put("locore.S", """
                .text
                .globl vectors_begin, vectors_end, vectors_size
                vectors_begin:
                entry_1: nop
                ret
                helper: nop
                ret
                vectors_end:
                vectors_size = 4
                .section .note.GNU-stack,""
                """);
        sources.put("empty.c", "typedef int nothing;");
        return sources;
    }
}
