package org.karlworkbench.verify;

/**
 * What the name of an input section says about it.
 *
 * @param name the name
 * @param rewritten whether a linker puts something else there even where an object brings it
 * @param once whether of several sections of this name one is kept
 * @param needless whether it may be missing in a kernel: the script throws it away, or the linker makes its own
 * @param ordered the number of one of the names whose pieces have to stand in link order, 0 for code; else -1
 */
record SectionName(String name, boolean rewritten, boolean once, boolean needless, int ordered) {
    /** The number of the name of code. */
    static final int TEXT = 0;

    /** Looks at a name in the light of a kit's script. */
    static SectionName of(String name, ScriptHints hints) {
        boolean needless = hints.discards(name) || LinkerSections.makes(name) || name.startsWith(".gnu.warning");
        boolean once = name.startsWith(".gnu.linkonce.");
        return new SectionName(name, LinkerSections.rewrites(name), once, needless, ordered(name));
    }

    private static int ordered(String name) {
        return switch (name) {
            case ".text" -> TEXT;
            case ".rodata" -> 1;
            case ".data" -> 2;
            case ".bss" -> 3;
            default -> -1;
        };
    }
}
