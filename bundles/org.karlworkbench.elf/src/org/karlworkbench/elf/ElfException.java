package org.karlworkbench.elf;

import java.io.Serial;

/**
 * A file that is no whole ELF file: which file, which table of it, which entry, at which offset, and what is wrong.
 *
 * <p>Thrown for every number of a file that is out of its bounds, before the number is used. The code is always
 * {@code bad-elf}.
 */
public final class ElfException extends EngineException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String CURE = "replace the file by an intact copy";

    private final String table;
    private final long index;
    private final long offset;

    /**
     * A bad value in a file.
     *
     * @param file the file's name as its user gave it
     * @param table the table the value stands in, in words: "ELF header", "section header", "symbol" ...
     * @param index the entry in that table, from 0; -1 if the table has no entries or none is meant
     * @param offset the value's offset in the file in bytes; -1 if it has none
     * @param problem what is wrong
     */
    public ElfException(String file, String table, long index, long offset, String problem) {
        this(file, table, index, offset, problem, CURE);
    }

    ElfException(String file, String table, long index, long offset, String problem, String cure) {
        super("bad-elf", file, place(table, index, offset), problem, cure);
        this.table = table;
        this.index = index;
        this.offset = offset;
    }

    /**
     * The table the bad value stands in.
     *
     * @return the table in words, never null
     */
    public String table() {
        return table;
    }

    /**
     * The entry of the table.
     *
     * @return the index from 0, or -1 if none is meant
     */
    public long index() {
        return index;
    }

    /**
     * Where the bad value stands in the file.
     *
     * @return the offset in bytes, or -1 if it has none
     */
    public long offset() {
        return offset;
    }

    private static String place(String table, long index, long offset) {
        String entry = index < 0 ? table : table + " " + index;
        return offset < 0 ? entry : entry + " at offset 0x" + Long.toHexString(offset);
    }
}
