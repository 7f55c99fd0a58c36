package org.karlworkbench.relink;

import java.util.List;

/**
 * Reads GNU ld's map (ldlang.c prints it): after "Linker script and memory map" a line for each output section in the
 * first column, for each input section in the second; a name of 15 or more characters stands in a line of its own, with
 * the numbers in the next; symbols, assignments and data statements begin in column 16.
 */
final class GnuMapReader extends MapReader {
    private static final String BEGIN = "Linker script and memory map";
    private static final String SHRUNK = "(size before relaxing)";
    private static final String FILL = "*fill*";
    private static final String LOAD = "LOAD ";
    private static final int COLUMN = 16;
    private static final List<String> STATEMENTS = List.of("BYTE 0x", "SHORT 0x", "LONG 0x", "QUAD 0x", "SQUAD 0x");

    private final MapLine cursor = new MapLine();
    private final CommonArea common = new CommonArea(map());
    private boolean begun;
    private int output = -1;
    private int pending = -1;
    private boolean pendingOutput;
    private boolean pendingPattern;

    @Override
    void line(byte[] buffer, int from, int to) {
        cursor.set(buffer, from, to);
        if (!begun) {
            begun = cursor.startsWith(BEGIN);
            return;
        }
        int indent = cursor.spaces();
        if (cursor.atEnd()) {
            pending = -1;
        } else if (indent == 0) {
            common.end();
            if (!cursor.startsWith(LOAD)) { // a line for each object, not a section
                named(buffer, from, to, from, true);
            }
        } else if (indent == 1) {
            common.end();
            named(buffer, from, to, from + 1, false);
        } else if (indent == COLUMN) {
            numbers();
        } else {
            shrunk();
        }
    }

    @Override
    void ended() {
        common.end();
        if (!begun) {
            throw new MapException("there is no memory map in the map");
        }
    }

    /** A line with a name, and perhaps the numbers in column 16. */
    private void named(byte[] buffer, int from, int to, int name, boolean isOutput) {
        boolean hasNumbers = to - from > COLUMN + 2
                && buffer[from + COLUMN - 1] == ' '
                && buffer[from + COLUMN] == '0'
                && buffer[from + COLUMN + 1] == 'x';
        int end = hasNumbers ? trimmed(buffer, name, from + COLUMN) : to;
        pending = map().names().number(buffer, name, end);
        pendingOutput = isOutput;
        pendingPattern = buffer[name] == '*' || buffer[end - 1] == ')';
        if (hasNumbers) {
            cursor.set(buffer, from + COLUMN, to);
            numbers();
        }
    }

    /** An address, and what it is the address of. */
    private void numbers() {
        int section = pending;
        pending = -1;
        if (!cursor.prefixedHex()) {
            return;
        }
        long address = cursor.number();
        cursor.spaces();
        if (!cursor.prefixedHex()) {
            symbol(address);
            return;
        }
        long size = cursor.number();
        cursor.spaces();
        if (isStatement(section)) {
            int made = map().names().number(cursor.buffer(), cursor.at(), wordEnd());
            map().add(LinkMap.MADE, -1, made, output, address, size);
        } else if (section >= 0 && pendingOutput) {
            output = section;
        } else if (section >= 0) {
            input(section, address, size);
        }
    }

    private void input(int section, long address, long size) {
        if (map().names().name(section).equals(FILL)) {
            map().add(LinkMap.FILL, -1, section, output, address, size);
            return;
        }
        int object = cursor.atEnd() ? -1 : map().names().number(cursor.buffer(), cursor.at(), cursor.end());
        if (CommonArea.isCommon(map().names().name(section))) {
            common.begin(object, section, output, address, size);
        } else {
            map().add(LinkMap.SECTION, object, section, output, address, size);
        }
    }

    private boolean isStatement(int section) {
        return (section < 0 || pendingPattern) && STATEMENTS.stream().anyMatch(cursor::startsWith);
    }

    private int wordEnd() {
        return cursor.find(" ");
    }

    /** A symbol; only those of COMMON areas matter, since they name what lies there. */
    private void symbol(long address) {
        if (common.isOpen() && !cursor.atEnd() && cursor.find(" = ") < 0) {
            common.symbol(map().names().number(cursor.buffer(), cursor.at(), cursor.end()), address);
        }
    }

    private void shrunk() {
        if (cursor.prefixedHex()) {
            long size = cursor.number();
            cursor.spaces();
            if (cursor.startsWith(SHRUNK)) {
                map().lastBefore(size);
            }
        }
    }

    private static int trimmed(byte[] buffer, int from, int to) {
        int end = to;
        while (end > from + 1 && buffer[end - 1] == ' ') {
            end--;
        }
        return end;
    }
}
