package org.karlworkbench.elf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the notes of a file: those of its SHT_NOTE sections, and those of PT_NOTE segments that no such section begins
 * with. Each is a header of three 32-bit numbers, a name and a description, both padded to 4 bytes, or to 8 if the
 * section's or segment's alignment is 8.
 */
final class NoteReader {
    private static final String TABLE = "note";
    private static final int HEADER = 12;

    private final Input input;
    private final ElfHeader header;
    private final List<Note> notes = new ArrayList<>();

    NoteReader(Input input, ElfHeader header) {
        this.input = input;
        this.header = header;
    }

    List<Note> read(Sections sections, Segments segments) throws EngineException {
        Set<Long> seen = new HashSet<>();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.type(i) == Elf.SHT_NOTE && sections.size(i) != 0) {
                seen.add(sections.offset(i));
                read(i, sections.offset(i), sections.size(i), sections.align(i));
            }
        }
        for (int i = 0; i < segments.count(); i++) {
            if (segments.type(i) == Elf.PT_NOTE && segments.fileSize(i) != 0 && seen.add(segments.offset(i))) {
                read(-1, segments.offset(i), segments.fileSize(i), segments.align(i));
            }
        }
        return List.copyOf(notes);
    }

    private void read(int section, long offset, long size, long align) throws EngineException {
        Bytes bytes = input.read("notes", offset, size);
        Fields fields = new Fields(bytes, header.isBigEndian(), header.is64());
        int padding = align == 8 ? 8 : 4;
        long at = 0;
        while (size - at >= HEADER) {
            long nameSize = fields.u32((int) at);
            long descriptionSize = fields.u32((int) at + 4);
            long description = pad(at + HEADER + nameSize, padding);
            // all of these are below 2^34: no sum can wrap
            if (nameSize > size - at - HEADER || descriptionSize != 0 && description + descriptionSize > size) {
                throw input.bad(
                        TABLE, notes.size(), offset + at, "the note reaches past the end of its section or segment");
            }
            int begin = bytes.start() + (int) Math.min(description, size);
            byte[] content = Arrays.copyOfRange(bytes.array(), begin, begin + (int) descriptionSize);
            String name = name(bytes, (int) at + HEADER, (int) nameSize);
            notes.add(new Note(name, fields.i32((int) at + 8), content, section, offset + at));
            at = pad(description + descriptionSize, padding);
        }
        if (at < size) {
            checkRest(bytes, (int) at, offset);
        }
    }

    private static long pad(long at, int padding) {
        return (at + padding - 1) & -padding;
    }

    /** The name up to its null byte; one without it is taken whole. */
    private static String name(Bytes bytes, int at, int size) {
        int from = bytes.start() + at;
        int length = 0;
        while (length < size && bytes.array()[from + length] != 0) {
            length++;
        }
        return StringTable.decode(bytes.array(), from, length);
    }

    private void checkRest(Bytes bytes, int at, long offset) throws ElfException {
        for (int i = at; i < bytes.length(); i++) {
            if (bytes.array()[bytes.start() + i] != 0) {
                throw input.bad(TABLE, notes.size(), offset + at, "the note is cut off");
            }
        }
    }
}
