package org.karlworkbench.elf;

import java.util.List;

/**
 * A section group (gABI, "Section Groups"): sections that are linked or dropped together.
 *
 * @param section index of the SHT_GROUP section
 * @param signature the name that tells groups of the same content apart; the section's name where the signature is a
 *     section symbol
 * @param symbol index of the signature in the symbol table
 * @param comdat whether only one group of this signature is kept in a link
 * @param members the indices of its sections, in the order of the file; each lies within the section table
 */
public record Group(int section, String signature, int symbol, boolean comdat, List<Integer> members) {
    /** Keeps its own copy of the members. */
    public Group {
        members = List.copyOf(members);
    }
}
