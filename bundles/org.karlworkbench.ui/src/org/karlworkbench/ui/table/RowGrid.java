package org.karlworkbench.ui.table;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.cell.AlternatingRowConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.DimensionallyDependentLayer;
import org.eclipse.nebula.widgets.nattable.layer.AbstractLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.AggregateConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.layer.cell.ColumnLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.layer.cell.IConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.reorder.event.ColumnReorderEvent;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

/**
 * NatTable's stack of layers for one list of columns: data, reordering, selection of whole rows, viewport; above it header
 * and totals.
 */
final class RowGrid {
    /** The label of cells in the heading of a group. */
    static final String HEADING = "HEADING";

    /** The label of sums. */
    static final String SUM = "SUM";

    /** The region of the totals. */
    static final String TOTALS = "TOTALS";

    private static final int LEAST_WIDTH = 140;

    final NatTable table;
    final SelectionLayer selection;
    final ViewportLayer viewport;
    private final DataLayer data;
    private final DataLayer sums;
    private final DataLayer titles;
    private final ColumnReorderLayer reorder;
    private final Totals totals;
    private double times;
    private boolean fitting;

    RowGrid(Composite parent, List<Column> columns, Cells rows, Totals totals, SortState sort, Supplier<Lines> lines) {
        this.totals = totals;
        times = times(parent);
        data = new DataLayer(rows, 100, rowHeight(parent));
        sums = new DataLayer(totals, 100, rowHeight(parent));
        titles = new DataLayer(new Titles(columns), 100, rowHeight(parent) + 4);
        size(columns);
        data.setConfigLabelAccumulator(labels(columns, rows, lines));
        reorder = new ColumnReorderLayer(data);
        selection = new SelectionLayer(reorder, false);
        selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
        viewport = new ViewportLayer(selection);
        AlternatingRowConfigLabelAccumulator stripes = new AlternatingRowConfigLabelAccumulator(viewport);
        viewport.setConfigLabelAccumulator(stripes);
        CompositeLayer layers = new CompositeLayer(1, 3);
        layers.setChildLayer(GridRegion.COLUMN_HEADER, header(sort), 0, 0);
        layers.setChildLayer(TOTALS, totals(columns), 0, 1);
        layers.setChildLayer(GridRegion.BODY, viewport, 0, 2);
        table = new NatTable(
                parent, SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, layers, false);
        table.addConfiguration(new SingleClickSortConfiguration());
    }

    private static IConfigLabelAccumulator labels(List<Column> columns, Cells rows, Supplier<Lines> lines) {
        AggregateConfigLabelAccumulator labels = new AggregateConfigLabelAccumulator();
        ColumnLabelAccumulator byColumn = new ColumnLabelAccumulator(rows);
        labels.add((stack, column, row) -> {
            if (lines.get().heading(row) == null) {
                byColumn.accumulateConfigLabels(stack, column, row);
            } else {
                stack.addLabelOnTop(HEADING);
                sum(stack, columns.get(column));
            }
        });
        return labels;
    }

    private static void sum(LabelStack stack, Column column) {
        if (column.summed()) {
            stack.addLabel(SUM);
        }
    }

    /** Sums stand below the header: there they are seen however long the table is. */
    private AbstractLayer totals(List<Column> columns) {
        sums.setConfigLabelAccumulator((stack, column, _) -> sum(stack, columns.get(column)));
        return new DimensionallyDependentLayer(sums, viewport, sums);
    }

    /** The row of the body at a height of the table in pixels; less than 0 above the body. */
    int bodyRowAt(int y) {
        int above = 1 + totals.getRowCount();
        int position = table.getRowPositionByY(y) - above;
        return position < 0 ? -1 : viewport.localToUnderlyingRowPosition(position);
    }

    /** Sets who is told when a person makes a column wider or narrower: by its index, and its width in the usual font. */
    void onResize(BiConsumer<Integer, Integer> listener) {
        data.addLayerListener(event -> {
            if (event instanceof ColumnResizeEvent resized && !fitting) {
                resized.getColumnPositionRanges().stream()
                        .flatMapToInt(range -> IntStream.range(range.start, range.end))
                        .forEach(column -> listener.accept(
                                column, (int) Math.round(data.getColumnWidthByPosition(column) / times)));
            }
        });
    }

    /** Sets who is told when a person drags a column elsewhere: with the indexes of all columns in their new order. */
    void onReorder(Consumer<List<Integer>> listener) {
        reorder.addLayerListener(event -> {
            if (event instanceof ColumnReorderEvent) {
                listener.accept(reorder.getColumnIndexOrder());
            }
        });
    }

    private AbstractLayer header(SortState sort) {
        ColumnHeaderLayer header = new ColumnHeaderLayer(titles, viewport, selection);
        return new SortHeaderLayer<Void>(header, sort, false);
    }

    private void size(List<Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            int width = columns.get(column).width();
            if (width > 0) {
                data.setColumnWidthByPosition(column, (int) Math.round(width * times));
            } else {
                data.setColumnPercentageSizing(column, true);
                data.setMinColumnWidth(column, (int) Math.round(LEAST_WIDTH * times));
            }
        }
    }

    /** How many times as large as the usual one the font is: so much wider columns have to be. */
    private static double times(Composite parent) {
        return height(JFaceResources.getDefaultFont())
                / (double) height(parent.getDisplay().getSystemFont());
    }

    private static int height(Font font) {
        return font.getFontData()[0].getHeight();
    }

    private void fitColumns() {
        double now = times(table);
        double change = now / times;
        if (change != 1) {
            times = now;
            fitting = true;
            for (int column = 0; column < data.getColumnCount(); column++) {
                if (!data.isColumnPercentageSizing(column)) {
                    int width = data.getColumnWidthByPosition(column);
                    data.setColumnWidthByPosition(column, (int) Math.round(width * change));
                }
            }
            fitting = false;
        }
    }

    /** Gives rows the height of the font that is used now, and columns a width that goes with it. */
    void fitFont() {
        fitColumns();
        int height = rowHeight(table);
        data.setDefaultRowHeight(height);
        sums.setDefaultRowHeight(height);
        titles.setDefaultRowHeight(height + 4);
    }

    private static int rowHeight(Composite parent) {
        GC gc = new GC(parent);
        gc.setFont(JFaceResources.getDefaultFont());
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return height + 6;
    }

    private record Titles(List<Column> columns) implements IDataProvider {
        @Override
        public Object getDataValue(int column, int row) {
            return columns.get(column).title();
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("titles do not change");
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public int getRowCount() {
            return 1;
        }
    }
}
