package org.karlworkbench.verify;

import java.util.List;
import java.util.Set;

/** The sections that GNU ld and lld make or rewrite by themselves, by name. */
public final class LinkerSections {
    /** The begin of the names of Arm's exception index, of which linkers join and drop entries. */
    private static final String EXCEPTION_INDEX = ".ARM.exidx";

    private static final Set<String> NAMES = Set.of(
            ".got",
            ".plt",
            ".iplt",
            ".igot",
            ".interp",
            ".dynamic",
            ".dynsym",
            ".dynstr",
            ".hash",
            ".eh_frame_hdr",
            ".MIPS.abiflags",
            ".MIPS.options",
            ".MIPS.stubs",
            ".reginfo",
            ".sframe",
            ".glink",
            ".branch_lt",
            ".rld_map",
            ".dynbss",
            ".relro_padding",
            ".copyrel",
            ".bss.rel.ro",
            ".iplt.text");

    private static final List<String> PREFIXES = List.of(
            ".got.",
            ".got2",
            ".igot.",
            ".plt.",
            ".plt_",
            ".rela",
            ".rel.",
            ".relr",
            ".note",
            ".eh_frame",
            ".gnu.version",
            ".gnu.hash",
            ".gnu_extab",
            EXCEPTION_INDEX,
            ".ppc",
            ".MIPS.",
            ".dyn",
            ".sdyn",
            ".text.stub",
            ".text.__stub",
            ".text.thunk",
            ".opd");

    private LinkerSections() {}

    /** Whether a linker puts something else there even where an object brings a section of this name. */
    static boolean rewrites(String name) {
        return name.startsWith(".eh_frame")
                || name.startsWith(".MIPS.")
                || name.equals(".note.gnu.property")
                || name.equals(".note.gnu.build-id")
                || name.startsWith(EXCEPTION_INDEX)
                || name.equals(".reginfo")
                || name.equals(".opd")
                || name.equals(".sframe");
    }

    /** The name of the section that a linker makes of sections of this name. */
    static String joined(String name) {
        return name.startsWith(EXCEPTION_INDEX) ? EXCEPTION_INDEX : name;
    }

    /** Whether a linker makes sections of this name without an object's help, or may change what objects bring. */
    public static boolean makes(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Whether sections of this name hold words by which code finds what it refers to. */
    static boolean holdsWords(String name) {
        return name.startsWith(".got") || name.startsWith(".igot") || name.equals(".toc");
    }

    /** Whether sections of this name hold only words and code that relocations refer to, so that each can be proved. */
    static boolean isProvable(String name) {
        return holdsWords(name) || name.startsWith(".plt") || name.startsWith(".iplt") || name.startsWith(".rel");
    }
}
