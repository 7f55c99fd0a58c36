package org.karlworkbench.relink;

/**
 * Reads lld's map (lld/ELF/MapFile.cpp prints it): address, load address, size and alignment, then the output section's
 * name, or eight columns on an input section as {@code OBJECT:(SECTION)}, or sixteen columns on a symbol.
 */
final class LldMapReader extends MapReader {
    private static final String HEADER = " Align Out     In      Symbol";
    private static final String ASSIGNMENT = "= ";
    private static final int INPUT_INDENT = 8;

    private final MapLine cursor = new MapLine();
    private final CommonArea common = new CommonArea(map());
    private boolean begun;
    private int output = -1;

    @Override
    void line(byte[] buffer, int from, int to) {
        cursor.set(buffer, from, to);
        if (!begun) {
            begun = cursor.find(HEADER) >= 0;
            return;
        }
        cursor.spaces();
        if (!cursor.hex()) {
            return;
        }
        long address = cursor.number();
        cursor.spaces();
        boolean numbers = cursor.hex();
        cursor.spaces();
        numbers &= cursor.hex();
        long size = cursor.number();
        cursor.spaces();
        numbers &= cursor.hex();
        if (!numbers) {
            return;
        }
        int indent = cursor.spaces() - 1;
        if (indent > INPUT_INDENT) {
            symbol(address);
        } else if (indent == INPUT_INDENT) {
            input(address, size);
        } else if (cursor.find(ASSIGNMENT) < 0) {
            common.end();
            output = map().names().number(buffer, cursor.at(), to);
        }
    }

    @Override
    void ended() {
        common.end();
        if (!begun) {
            throw new MapException("there is no map");
        }
    }

    private void symbol(long address) {
        if (common.isOpen() && !cursor.atEnd()) {
            common.symbol(map().names().number(cursor.buffer(), cursor.at(), cursor.end()), address);
        }
    }

    private void input(long address, long size) {
        common.end();
        int colon = cursor.find(":(");
        byte[] buffer = cursor.buffer();
        if (colon < 0 || buffer[cursor.end() - 1] != ')') {
            statement(address, size);
            return;
        }
        int object = map().names().number(buffer, cursor.at(), colon);
        int section = map().names().number(buffer, colon + 2, cursor.end() - 1);
        if (CommonArea.isCommon(map().names().name(section))) {
            common.begin(object, section, output, address, size);
        } else {
            map().add(LinkMap.SECTION, object, section, output, address, size);
        }
    }

    /** A data statement of the script; assignments have a size too, and are fill. */
    private void statement(long address, long size) {
        int word = cursor.find(" (");
        boolean data = word > 0
                && cursor.find(ASSIGNMENT) < 0
                && (cursor.startsWith("BYTE")
                        || cursor.startsWith("SHORT")
                        || cursor.startsWith("LONG")
                        || cursor.startsWith("QUAD"));
        if (data) {
            int made = map().names().number(cursor.buffer(), cursor.at(), word);
            map().add(LinkMap.MADE, -1, made, output, address, size);
        }
    }
}
