package org.karlworkbench.compare;

import java.util.Arrays;
import org.karlworkbench.verify.RelocatedFields;

/**
 * Bytes of a kernel to be compared with such of another one.
 *
 * @param bytes the bytes of the section that holds them
 * @param start where they begin in it
 * @param fields the relocated fields of the object's section that was copied there, or null where they are not known
 * @param offset where in the object's section the bytes begin
 */
record Stretch(byte[] bytes, int start, long[] fields, int offset) {
    /** Compares as many bytes of two stretches, without the fields; where these are not known, different bytes tell nothing. */
    static Verdict compare(Stretch a, Stretch b, int size) {
        if (Arrays.equals(a.bytes, a.start, a.start + size, b.bytes, b.start, b.start + size)) {
            return Verdict.SAME;
        }
        if (a.fields == null || b.fields == null) {
            return Verdict.UNKNOWN;
        }
        int i = a.firstField();
        int j = b.firstField();
        int done = 0;
        while (a.hasField(i, size) && b.hasField(j, size)) {
            int from = a.from(i);
            int to = a.to(i, size);
            if (from != b.from(j) || to != b.to(j, size) || !same(a, b, done, Math.max(done, from))) {
                return Verdict.DIFFERENT;
            }
            done = Math.max(done, to);
            i++;
            j++;
        }
        boolean rest = !a.hasField(i, size) && !b.hasField(j, size) && same(a, b, done, size);
        return rest ? Verdict.SAME : Verdict.DIFFERENT;
    }

    private static boolean same(Stretch a, Stretch b, int from, int to) {
        return Arrays.equals(a.bytes, a.start + from, a.start + to, b.bytes, b.start + from, b.start + to);
    }

    /** The bytes alone. */
    byte[] copy(int size) {
        return Arrays.copyOfRange(bytes, start, start + size);
    }

    /** The first field that reaches into the bytes. */
    private int firstField() {
        int at = Arrays.binarySearch(fields, (long) offset << Integer.SIZE);
        int field = at < 0 ? -at - 1 : at;
        while (field > 0 && RelocatedFields.to(fields[field - 1]) > offset) {
            field--;
        }
        return field;
    }

    private boolean hasField(int field, int size) {
        return field < fields.length && from(field) < size;
    }

    /** Where a field begins, counted from the first byte. */
    private int from(int field) {
        return Math.max(RelocatedFields.from(fields[field]) - offset, 0);
    }

    private int to(int field, int size) {
        return Math.min(RelocatedFields.to(fields[field]) - offset, size);
    }
}
