package org.karlworkbench.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body of a places file. Numbers are unsigned LEB128. First the names, each as length and UTF-8 bytes; then for
 * each row its kind, object, section, section index + 1, output (numbers of names), the distance of its address from
 * the row's before, and its size.
 */
final class PlacesBody {
    private static final int LEAST_ROW = 7;
    private static final int MOST_ROW = 1 + 4 * 5 + 2 * 10;

    /** A body: the first {@code length} of {@code bytes}, and the number of its names. */
    record Written(byte[] bytes, int length, int names) {}

    private byte[] bytes;
    private int position;
    private int names;
    private boolean broken;

    private PlacesBody(byte[] bytes) {
        this.bytes = bytes;
    }

    static Written write(Places places) {
        PlacesBody body = new PlacesBody(new byte[4096]);
        int[] numbers = body.putNames(places);
        long before = 0;
        for (int row = 0; row < places.count(); row++) {
            body.room(MOST_ROW);
            body.put(places.kind(row).ordinal());
            body.put(numbers[places.objectNumber(row)]);
            body.put(numbers[places.sectionNumber(row)]);
            body.put(places.sectionIndex(row) + 1L);
            body.put(numbers[places.outputNumber(row)]);
            body.put(places.address(row) - before);
            body.put(places.size(row));
            before = places.address(row);
        }
        return new Written(body.bytes, body.position, body.names);
    }

    /** Puts the names in the order of the rows that use them first, and gives for each its number in the file. */
    private int[] putNames(Places places) {
        int[] numbers = new int[places.nameCount()];
        Arrays.fill(numbers, -1);
        for (int row = 0; row < places.count(); row++) {
            putName(numbers, places.objectNumber(row), places.object(row));
            putName(numbers, places.sectionNumber(row), places.section(row));
            putName(numbers, places.outputNumber(row), places.output(row));
        }
        return numbers;
    }

    private void putName(int[] numbers, int number, String name) {
        if (numbers[number] < 0) {
            numbers[number] = names++;
            putName(name);
        }
    }

    /**
     * The rows of a body, or null when they are not what the header promised.
     *
     * @param wanted which rows; null for all
     */
    static Places read(byte[] bytes, int rows, int names, PlacesQuery wanted) {
        if (rows < 0 || names < 0 || names > bytes.length || rows > bytes.length / LEAST_ROW) {
            return null;
        }
        PlacesBody body = new PlacesBody(bytes);
        String[] table = new String[names];
        for (int i = 0; i < names && !body.broken; i++) {
            table[i] = body.name();
        }
        Places.Builder builder = new Places.Builder();
        PlacesQuery.Names asked = wanted == null ? null : wanted.among(table);
        long address = 0;
        for (int row = 0; row < rows && !body.broken; row++) {
            boolean kept = row == 0 || row == rows - 1;
            address = body.row(builder, table, address, kept ? null : asked);
        }
        return body.broken || body.position != bytes.length ? null : builder.build();
    }

    private long row(Places.Builder builder, String[] table, long before, PlacesQuery.Names asked) {
        int kind = index(PlaceKind.COUNT);
        int object = index(table.length);
        int section = index(table.length);
        int sectionIndex = index(Integer.MAX_VALUE) - 1;
        int output = index(table.length);
        long address = before + number();
        long size = number();
        broken |= Long.compareUnsigned(address, before) < 0
                || size < 0
                || size > 0 && Long.compareUnsigned(address + (size - 1), address) < 0;
        if (!broken && (asked == null || asked.wants(object, address, size))) {
            builder.add(PlaceKind.at(kind), table[object], table[section], sectionIndex, table[output], address, size);
        }
        return address;
    }

    private void putName(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        room(utf8.length + 10);
        put(utf8.length);
        System.arraycopy(utf8, 0, bytes, position, utf8.length);
        position += utf8.length;
    }

    private void room(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, Math.max(bytes.length, more)));
        }
    }

    private void put(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }

    private String name() {
        int length = index(bytes.length + 1);
        if (broken || length > bytes.length - position) {
            broken = true;
            return "";
        }
        String name = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return name;
    }

    /** A number below the limit; anything else breaks the body. */
    private int index(int limit) {
        long number = number();
        if (number < 0 || number >= limit) {
            broken = true;
            return 0;
        }
        return (int) number;
    }

    private long number() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position >= bytes.length) {
                broken = true;
                return 0;
            }
            byte next = bytes[position++];
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        broken = true;
        return 0;
    }
}
