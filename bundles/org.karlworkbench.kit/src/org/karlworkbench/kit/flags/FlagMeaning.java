package org.karlworkbench.kit.flags;

/** What becomes of a flag. */
public enum FlagMeaning {
    /** {@code -T}: the linker script. */
    SCRIPT,
    /** {@code -Ttext}: where .text begins. */
    TEXT_BASE,
    /** {@code -e}: the symbol at which the kernel starts. */
    ENTRY,
    /** {@code -m}: the kind of file that is made. */
    EMULATION,
    /** {@code -z}: a keyword. */
    KEYWORD,
    /** {@code -L}: a folder in which the script's files are looked for. */
    LIBRARY_PATH,
    /** {@code -G}: the size up to which data is small. */
    SMALL_DATA,
    /** {@code --unresolved-symbols}: what to do with them. */
    UNRESOLVED,
    /** Is passed on as it is. */
    KEEP,
    /** Is passed on to lld alone; GNU ld does not know it. */
    KEEP_LLD,
    /** OpenBSD's spelling of {@code -no-pie}. */
    NO_PIE,
    /** {@code --start-group}. */
    GROUP_BEGIN,
    /** {@code --end-group}. */
    GROUP_END,
    /** Is left out: a kernel links without it. */
    DROP,
    /** Is refused: it loads something, or names a file to read or to write. */
    REFUSE
}
