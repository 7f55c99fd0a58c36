package org.karlworkbench.verify;

import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.RelocationTables;
import org.karlworkbench.verify.psabi.FieldWidths;

/**
 * Where in an object's sections the linker writes: the bytes that two kernels may have different though they hold the
 * same content. {@link FieldWidths} says how wide a field is.
 */
public final class RelocatedFields {
    /** No field. */
    static final long[] NONE = {};

    private final ObjectFile object;
    private final FieldWidths widths;
    private final RelocationTables tables;

    /** Prepares an object; its relocations are read when asked for. */
    public RelocatedFields(ObjectFile object) {
        this.object = object;
        widths = FieldWidths.of(object.header());
        tables = new RelocationTables(object);
    }

    /** Whether anything relocates a section. */
    public boolean isRelocated(int section) {
        return tables.isRelocated(section);
    }

    /**
     * The fields of a loaded section, in ascending order; they may overlap.
     *
     * @param section the section's index
     * @return for each the offset of its first byte ({@link #from}) and of the byte after its last ({@link #to}); fields
     *     that lie outside of the section are left out or cut
     * @throws EngineException when the object had to be read again and has changed
     */
    public long[] of(int section) throws EngineException {
        long[] fields = NONE;
        for (Relocations table : tables(section)) {
            fields = fields(table, object.sections().size(section), fields);
        }
        sort(fields);
        return fields;
    }

    /**
     * How many bytes of a loaded section lie in a field.
     *
     * @param section the section's index
     * @return the number; where fields overlap, a byte counts once
     * @throws EngineException when the object had to be read again and has changed
     */
    int bytes(int section) throws EngineException {
        int bytes = 0;
        int done = 0;
        for (long field : of(section)) {
            bytes += Math.max(0, to(field) - Math.max(done, from(field)));
            done = Math.max(done, to(field));
        }
        return bytes;
    }

    /** The offset of a field's first byte. */
    public static int from(long field) {
        return (int) (field >>> Integer.SIZE);
    }

    /** The offset of the byte after a field's last. */
    public static int to(long field) {
        return (int) field;
    }

    /**
     * The relocations of a loaded section.
     *
     * @param section the section's index
     * @return mostly one table, none for a section that nothing relocates
     * @throws EngineException when the object had to be read again and has changed
     */
    public List<Relocations> tables(int section) throws EngineException {
        return tables.of(section);
    }

    private long[] fields(Relocations table, long length, long[] before) {
        long[] fields = Arrays.copyOf(before, Math.addExact(before.length, table.count()));
        int count = before.length;
        for (int i = 0; i < table.count(); i++) {
            long offset = table.offset(i);
            if (offset >= 0 && offset < length && length <= Integer.MAX_VALUE) {
                long from = Math.max(0, offset - widths.before(table.type(i), offset));
                long to = Math.min(length, offset + widths.after(table.type(i), offset));
                fields[count++] = from << Integer.SIZE | Math.max(from, to);
            }
        }
        return count == fields.length ? fields : Arrays.copyOf(fields, count);
    }

    /** Compilers write relocations in order, mostly. */
    private static void sort(long[] fields) {
        for (int i = 1; i < fields.length; i++) {
            if (fields[i - 1] > fields[i]) {
                Arrays.sort(fields);
                return;
            }
        }
    }
}
