package org.karlworkbench.verify;

import java.util.HexFormat;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/** Puts what is wrong into words, with section, object, symbol, offset and address. */
final class Reporter {
    private static final int SHOWN = 16;

    private final Tally tally;
    private final Sections sections;

    Reporter(Tally tally, Sections sections) {
        this.tally = tally;
        this.sections = sections;
    }

    /**
     * Bytes of a piece that differ from the object's.
     *
     * @param section the kernel's section
     * @param start where in it the piece begins
     * @param offset where in the piece the bytes begin
     * @param size how many there are
     * @param expected all bytes of the object's section
     * @param found all bytes of the kernel's section
     */
    void differs(
            int section,
            int start,
            ObjectFile object,
            int inputSection,
            int offset,
            int size,
            byte[] expected,
            byte[] found) {
        if (!tally.keeps()) {
            tally.addSilently(size);
            return;
        }
        tally.add(new Unexplained(
                sections.name(section),
                object.name(),
                object.sections().name(inputSection),
                symbol(object.symbols(), inputSection, offset),
                offset,
                sections.address(section) + start + offset,
                size,
                hex(expected, offset, size),
                hex(found, start + offset, size)));
    }

    /** Bytes at nobody's place. */
    void strange(int section, String expected, byte[] found, long from, long size) {
        if (!tally.keeps()) {
            tally.addSilently(size);
            return;
        }
        String bytes = found.length == 0 ? size + " bytes" : hex(found, (int) from, (int) Math.min(size, SHOWN));
        tally.add(new Unexplained(
                sections.name(section), "", "", "", from, sections.address(section) + from, size, expected, bytes));
    }

    /** Bytes of the linker's own that nothing explains. */
    void unproved(int section, byte[] found, int from, int size) {
        tally.addCause(new Unexplained(
                sections.name(section),
                "",
                "",
                "",
                from,
                sections.address(section) + from,
                size,
                "what an object refers to",
                hex(found, from, size)));
    }

    /** Something that is misplaced, missing or there twice as a whole. */
    void misplaced(String section, String object, String inputSection, long address, String expected, String found) {
        tally.add(new Unexplained(section, object, inputSection, "", 0, address, 0, expected, found));
    }

    private static String symbol(Symbols symbols, int section, long offset) {
        int best = -1;
        for (int i = 1; i < symbols.count(); i++) {
            boolean named = symbols.section(i) == section && symbols.type(i) != Elf.STT_SECTION;
            if (named && symbols.value(i) <= offset && (best < 0 || symbols.value(i) > symbols.value(best))) {
                best = i;
            }
        }
        return best < 0 ? "" : symbols.name(best);
    }

    private static String hex(byte[] bytes, int from, int size) {
        int to = Math.min(bytes.length, from + Math.min(size, SHOWN));
        return HexFormat.of().formatHex(bytes, Math.min(from, to), to);
    }
}
