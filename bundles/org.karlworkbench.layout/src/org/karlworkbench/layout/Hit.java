package org.karlworkbench.layout;

/**
 * Something that was found in a layout.
 *
 * @param table which table has it
 * @param row its row there
 * @param address the address that was asked for, else the row's own; unsigned
 * @param offset how far the address lies behind the row's own, in bytes
 */
public record Hit(Table table, int row, long address, long offset) {
    /**
     * The name of what was found.
     *
     * @param layout where it was found
     */
    public String name(Layout layout) {
        return table.rows(layout).name(row);
    }

    /** The tables of a layout in which things are found. */
    public enum Table {
        /** {@link Layout#symbols}. */
        SYMBOLS,
        /** {@link Layout#objects}. */
        OBJECTS,
        /** {@link Layout#sections}. */
        SECTIONS;

        /**
         * The table's rows.
         *
         * @param layout the layout
         */
        public Rows rows(Layout layout) {
            return switch (this) {
                case SYMBOLS -> layout.symbols();
                case OBJECTS -> layout.objects();
                case SECTIONS -> layout.sections();
            };
        }
    }
}
