package org.karlworkbench.elf;

/** What all sections that are tables of equal entries share: their size must fit the entries. */
final class SectionTables {
    private SectionTables() {}

    /**
     * How many entries a section has. Its content was checked to lie within the file.
     *
     * @param entry the size an entry must have, in bytes
     */
    static int count(Input input, ElfHeader header, Sections sections, int section, int entry) throws ElfException {
        long found = sections.entrySize(section);
        if (found != entry) {
            String problem = "sh_entsize is " + Long.toUnsignedString(found) + " instead of " + entry;
            throw input.bad("section header", section, SectionReader.at(header, section, 56, 36), problem);
        }
        long size = sections.size(section);
        if (size % entry != 0) {
            String problem = "sh_size " + size + " is no multiple of sh_entsize " + entry;
            throw input.bad("section header", section, SectionReader.at(header, section, 32, 20), problem);
        }
        if (size > Integer.MAX_VALUE - 16) {
            String problem = "sh_size " + size + " is more than can be read at once (2 GiB)";
            throw input.bad("section header", section, SectionReader.at(header, section, 32, 20), problem);
        }
        return (int) (size / entry);
    }
}
