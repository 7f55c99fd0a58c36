package org.karlworkbench.elf;

import java.util.Arrays;

/**
 * A note (gABI, "Note Section"), such as the entry of a PVH kernel, a build id or OpenBSD's own mark.
 *
 * @param name who defines the type: "GNU", "OpenBSD", "Xen"
 * @param type what it is, an unsigned 32-bit number whose meaning the name decides
 * @param description its content, in the file's byte order
 * @param section index of the SHT_NOTE section it stands in, or -1 if it was found through a PT_NOTE segment alone
 * @param offset where the note begins in the file
 */
public record Note(String name, int type, byte[] description, int section, long offset) {
    /** Keeps its own copy of the description. */
    public Note {
        description = description.clone();
    }

    /**
     * The note's content.
     *
     * @return a new copy
     */
    @Override
    public byte[] description() {
        return description.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Note note
                && name.equals(note.name)
                && type == note.type
                && section == note.section
                && offset == note.offset
                && Arrays.equals(description, note.description);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(offset) * 31 + name.hashCode();
    }

    @Override
    public String toString() {
        return "Note[" + Printable.of(name) + ", type " + type + ", " + description.length + " bytes]";
    }
}
