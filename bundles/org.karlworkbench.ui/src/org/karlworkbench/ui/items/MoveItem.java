package org.karlworkbench.ui.items;

import java.util.Objects;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.compare.MoveTable;

/** One object or symbol in two kernels. Equal to another when comparison, table and row are. */
public final class MoveItem implements Item {
    private final Comparison comparison;
    private final MoveTable table;
    private final int row;

    /**
     * Makes the item.
     *
     * @param comparison the two kernels
     * @param table the table
     * @param row the row in it
     */
    public MoveItem(Comparison comparison, MoveTable table, int row) {
        this.comparison = comparison;
        this.table = table;
        this.row = row;
    }

    private Pairs moves() {
        return table.moves(comparison);
    }

    @Override
    public String label() {
        return moves().name(row);
    }

    @Override
    public String icon() {
        return Images.of(moves().kind(row));
    }

    @Override
    public Facts facts() {
        Pairs moves = moves();
        long distance = moves.distance(row);
        return new Facts()
                .in("What")
                .add("Name", label())
                .add("Kind", moves.kind(row).label())
                .add("State", MoveTable.words(moves, row))
                .add("Section", moves.section(row))
                .add("Object", moves.object(row))
                .add("Size", size(moves, row))
                .in("Places")
                .add("Address in A", moves.rowA(row) < 0 ? "" : Formats.hex(moves.addressA(row)))
                .add("Address in B", moves.rowB(row) < 0 ? "" : Formats.hex(moves.addressB(row)))
                .add(
                        "Distance",
                        distance == 0 ? "" : Formats.distance(distance) + ", " + Formats.count(distance) + " bytes")
                .in("Kernels")
                .add("A", comparison.a().kernel().toString())
                .add("B", comparison.b().kernel().toString());
    }

    /** The size; both where they differ. */
    private static String size(Pairs moves, int row) {
        boolean both = moves.rowA(row) >= 0 && moves.rowB(row) >= 0;
        return both && moves.size(row) != moves.sizeB(row)
                ? Formats.bytes(moves.size(row)) + " in A, " + Formats.bytes(moves.sizeB(row)) + " in B"
                : Formats.bytes(moves.size(row));
    }

    @Override
    public String copyText() {
        Pairs moves = moves();
        return Formats.hex(moves.addressA(row)) + "\t" + Formats.hex(moves.addressB(row)) + "\t" + label();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MoveItem item
                && item.comparison == comparison
                && item.table == table
                && item.row == row;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(comparison), table, row);
    }
}
