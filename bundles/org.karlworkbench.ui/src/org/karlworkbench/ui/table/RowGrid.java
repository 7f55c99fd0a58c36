package org.karlworkbench.ui.table;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.cell.AlternatingRowConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.AbstractLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.cell.AggregateConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.layer.cell.ColumnLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

/** NatTable's stack of layers for one list of columns: data, reordering, selection of whole rows, viewport, header. */
final class RowGrid {
    final NatTable table;
    final SelectionLayer selection;
    final ViewportLayer viewport;

    RowGrid(Composite parent, List<Column> columns, IDataProvider rows, SortState sort) {
        DataLayer data = new DataLayer(rows, 100, rowHeight(parent));
        size(data, columns);
        AggregateConfigLabelAccumulator labels = new AggregateConfigLabelAccumulator();
        labels.add(new ColumnLabelAccumulator(rows));
        data.setConfigLabelAccumulator(labels);
        selection = new SelectionLayer(new ColumnReorderLayer(data), false);
        selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
        viewport = new ViewportLayer(selection);
        AlternatingRowConfigLabelAccumulator stripes = new AlternatingRowConfigLabelAccumulator(viewport);
        viewport.setConfigLabelAccumulator(stripes);
        CompositeLayer layers = new CompositeLayer(1, 2);
        layers.setChildLayer(GridRegion.COLUMN_HEADER, header(parent, columns, sort), 0, 0);
        layers.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(
                parent, SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, layers, false);
        table.addConfiguration(new SingleClickSortConfiguration());
    }

    private AbstractLayer header(Composite parent, List<Column> columns, SortState sort) {
        DataLayer titles = new DataLayer(new Titles(columns), 100, rowHeight(parent) + 4);
        ColumnHeaderLayer header = new ColumnHeaderLayer(titles, viewport, selection);
        return new SortHeaderLayer<Void>(header, sort, false);
    }

    private static void size(DataLayer data, List<Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            int width = columns.get(column).width();
            if (width > 0) {
                data.setColumnWidthByPosition(column, width);
            } else {
                data.setColumnPercentageSizing(column, true);
                data.setMinColumnWidth(column, 140);
            }
        }
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
