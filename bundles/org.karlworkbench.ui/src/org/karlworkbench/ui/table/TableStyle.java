package org.karlworkbench.ui.table;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.cell.AlternatingRowConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.layer.cell.ColumnLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ImagePainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.CellPainterDecorator;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.sort.config.DefaultSortConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortIconPainter;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortableHeaderTextPainter;
import org.eclipse.nebula.widgets.nattable.style.BorderStyle;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.VerticalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeEnum;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Theme;

/** Colours, fonts and painters of a table, taken from the theme each time they are applied. */
final class TableStyle {
    private final NatTable table;
    private final Supplier<List<Column>> columns;
    private final RowLookup rows;

    /** Which row of the model is shown at a place. */
    interface RowLookup {
        int modelRow(int position);
    }

    TableStyle(NatTable table, Supplier<List<Column>> columns, RowLookup rows) {
        this.table = table;
        this.columns = columns;
        this.rows = rows;
    }

    void apply() {
        IConfigRegistry registry = table.getConfigRegistry();
        table.setBackground(Theme.TABLE_BACKGROUND.color());
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, Theme.TABLE_LINE.color());
        body(registry);
        selected(registry);
        header(registry);
        sums(registry);
        for (int column = 0; column < columns.get().size(); column++) {
            column(registry, column);
        }
        table.redraw();
    }

    private static void body(IConfigRegistry registry) {
        Style style = style(Theme.TABLE_BACKGROUND, Theme.TABLE_FOREGROUND);
        style.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getDefaultFont());
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        style.setAttributeValue(CellStyleAttributes.VERTICAL_ALIGNMENT, VerticalAlignmentEnum.MIDDLE);
        set(registry, style, DisplayMode.NORMAL, null);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new TextPainter()));
        Style stripe = new Style();
        stripe.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Theme.TABLE_STRIPE.color());
        set(registry, stripe, DisplayMode.NORMAL, AlternatingRowConfigLabelAccumulator.ODD_ROW_CONFIG_TYPE);
        Style plain = new Style();
        plain.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Theme.TABLE_BACKGROUND.color());
        set(registry, plain, DisplayMode.NORMAL, AlternatingRowConfigLabelAccumulator.EVEN_ROW_CONFIG_TYPE);
    }

    private static void selected(IConfigRegistry registry) {
        Style style = style(Theme.SELECTION, Theme.SELECTION_FOREGROUND);
        set(registry, style, DisplayMode.SELECT, null);
        Style anchor = style(Theme.SELECTION, Theme.SELECTION_FOREGROUND);
        // The row is the unit here: no cell of it is drawn apart from the others.
        Color none = Theme.SELECTION.color();
        anchor.setAttributeValue(
                CellStyleAttributes.BORDER_STYLE, new BorderStyle(0, none, BorderStyle.LineStyleEnum.SOLID));
        set(registry, anchor, DisplayMode.SELECT, SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        set(
                registry,
                style(Theme.TABLE_BACKGROUND, Theme.TABLE_FOREGROUND),
                DisplayMode.NORMAL,
                SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
    }

    private static void header(IConfigRegistry registry) {
        Style style = style(Theme.TABLE_HEADER, Theme.TABLE_HEADER_FOREGROUND);
        style.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getDefaultFont());
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        set(registry, style, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        set(registry, style, DisplayMode.SELECT, GridRegion.COLUMN_HEADER);
        set(registry, style, DisplayMode.SELECT, SelectionStyleLabels.COLUMN_FULLY_SELECTED_STYLE);
        boolean dark = isDark(Theme.TABLE_HEADER.color());
        ICellPainter painter = padded(new SortableHeaderTextPainter(
                new TextPainter(), CellEdgeEnum.RIGHT, new SortIconPainter(false, dark), true, 2, false));
        for (String label : List.of(
                GridRegion.COLUMN_HEADER,
                DefaultSortConfiguration.SORT_UP_CONFIG_TYPE,
                DefaultSortConfiguration.SORT_DOWN_CONFIG_TYPE)) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, DisplayMode.NORMAL, label);
        }
    }

    /** Headings of groups and the totals look like what they are: about rows, and no rows. */
    private static void sums(IConfigRegistry registry) {
        Style style = style(Theme.TABLE_HEADER, Theme.TABLE_HEADER_FOREGROUND);
        style.setAttributeValue(
                CellStyleAttributes.FONT, JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        set(registry, style, DisplayMode.NORMAL, RowGrid.HEADING);
        set(registry, style, DisplayMode.NORMAL, RowGrid.TOTALS);
        Style right = new Style();
        right.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
        set(registry, right, DisplayMode.NORMAL, RowGrid.SUM);
        set(registry, right, DisplayMode.SELECT, RowGrid.SUM);
    }

    private static boolean isDark(Color color) {
        return color.getRed() + color.getGreen() + color.getBlue() < 3 * 128;
    }

    private void column(IConfigRegistry registry, int index) {
        Column column = columns.get().get(index);
        String label = ColumnLabelAccumulator.COLUMN_LABEL_PREFIX + index;
        Style style = new Style();
        boolean right = column.type() == Column.Type.NUMBER;
        style.setAttributeValue(
                CellStyleAttributes.HORIZONTAL_ALIGNMENT,
                right ? HorizontalAlignmentEnum.RIGHT : HorizontalAlignmentEnum.LEFT);
        if (column.type().isCode()) {
            style.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getTextFont());
        }
        set(registry, style, DisplayMode.NORMAL, label);
        set(registry, style, DisplayMode.SELECT, label);
        if (column.icon() != null) {
            ICellPainter painter =
                    padded(new CellPainterDecorator(new TextPainter(), CellEdgeEnum.LEFT, 4, icon(index), true, false));
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, DisplayMode.NORMAL, label);
        }
    }

    private ImagePainter icon(int index) {
        return new ImagePainter() {
            @Override
            protected Image getImage(ILayerCell cell, IConfigRegistry registry) {
                String name = columns.get().get(index).icon().apply(rows.modelRow(cell.getRowIndex()));
                return name == null ? null : Images.of(name);
            }
        };
    }

    private static ICellPainter padded(ICellPainter painter) {
        return new PaddingDecorator(painter, 1, 6, 1, 6);
    }

    private static Style style(Theme background, Theme foreground) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, background.color());
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, foreground.color());
        return style;
    }

    private static void set(IConfigRegistry registry, Style style, DisplayMode mode, String label) {
        if (label == null) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode);
        } else {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode, label);
        }
    }
}
