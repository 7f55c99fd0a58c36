package org.karlworkbench.ui.table;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Which rows of the model are selected in a table, whatever its filter, order and groups show of them. */
final class RowSelection {
    private Consumer<int[]> listener = _ -> {};
    private RowGrid grid;
    private Lines lines = Lines.flat(new int[0], 0);
    private int[] selected = {};
    private int target = -1;
    private Lines.Group heading;
    private boolean quiet;
    private int unseen = -1;

    /** Takes another grid; nothing is selected in it. */
    void attach(RowGrid newGrid) {
        grid = newGrid;
        grid.selection.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !quiet) {
                changed();
            }
        });
        grid.table.addListener(SWT.Resize, _ -> reveal());
    }

    /** Scrolls to what was selected before the grid had a size: on a page that just comes to the front. */
    private void reveal() {
        if (unseen >= 0 && grid.table.getSize().y > grid.table.getRowHeightByPosition(0)) {
            grid.viewport.moveRowPositionIntoViewport(unseen);
            unseen = -1;
        }
    }

    void onSelect(Consumer<int[]> newListener) {
        listener = newListener;
    }

    /** Forgets what was selected, because the rows are others. */
    void forget() {
        selected = new int[0];
        target = -1;
        heading = null;
    }

    /** The selected rows, in the order shown. */
    int[] rows() {
        return selected.clone();
    }

    /** The group whose heading is selected, or null. */
    Lines.Group heading() {
        return heading;
    }

    /** Shows the selection among other lines. */
    void show(Lines newLines) {
        lines = newLines;
        String group = heading == null ? null : heading.name();
        quiet = true;
        grid.selection.clear(false);
        grid.table.refresh(false);
        quiet = false;
        select(target);
        int position = group == null ? -1 : lines.position(group);
        if (position >= 0) {
            heading = lines.heading(position);
            mark(position);
        }
    }

    /** Selects a row, or nothing for -1, without telling the listener. A hidden row is selected when it is shown again. */
    void select(int row) {
        target = row;
        heading = null;
        int position = lines.position(row);
        selected = position < 0 ? new int[0] : new int[] {row};
        mark(position);
    }

    private void mark(int position) {
        quiet = true;
        grid.selection.clear();
        unseen = position;
        if (position >= 0) {
            grid.selection.doCommand(new SelectRowsCommand(grid.selection, 0, position, false, false));
            reveal();
        }
        quiet = false;
    }

    private void changed() {
        int[] positions = grid.selection.getSelectedRowPositions().stream()
                .sorted((a, b) -> Integer.compare(a.start, b.start))
                .flatMapToInt(range -> IntStream.range(range.start, range.end))
                .toArray();
        selected =
                Arrays.stream(positions).map(lines::row).filter(row -> row >= 0).toArray();
        target = selected.length == 0 ? -1 : selected[0];
        heading = selected.length == 0 && positions.length > 0 ? lines.heading(positions[0]) : null;
        listener.accept(rows());
    }

    /** A context menu is about what lies under the pointer, so that is selected first. */
    void selectUnder(Event event) {
        var point = grid.table.toControl(event.x, event.y);
        int position = grid.bodyRowAt(point.y);
        int row = position < 0 ? -1 : lines.row(position);
        if (row >= 0 && Arrays.stream(selected).noneMatch(other -> other == row)) {
            select(row);
            listener.accept(rows());
        }
    }
}
