package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.Treemap;
import org.karlworkbench.ui.table.ColumnTable;

/** The same thing has the same context menu wherever it is shown. */
class ContextMenuTest {
    @AfterEach
    void leaveTheView() {
        Views.show(IPageLayout.ID_PROP_SHEET);
        Ui.run(() -> Ui.page().activate(Ui.page().findView(IPageLayout.ID_OUTLINE))); // or it would come back by itself
    }

    private static List<String> menu(Control control) {
        return Ui.get(() -> {
            control.forceFocus();
            Menu menu = control.getMenu();
            menu.notifyListeners(SWT.Show, new Event());
            List<String> items = Stream.of(menu.getItems())
                    .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                    .map(MenuItem::getText)
                    .toList();
            menu.notifyListeners(SWT.Hide, new Event());
            return items;
        });
    }

    @Test
    void aSymbolOnMapInTablesOutlineAndTreemap() {
        AddressMap map = Demo.openFirstRelink();
        Views.show(Ids.SIZES_VIEW);
        Symbols.choose("kprintf");
        List<String> table = menu(Windows.control("kernel.symbols", Control.class));
        assertTrue(table.stream().anyMatch(text -> text.contains("Copy as Text")), table::toString);
        assertEquals(table, menu(map), "map");
        Treemap sizes = Windows.control("sizes.map", Treemap.class);
        Ui.until("the treemap has it", () -> sizes.selected() > 0);
        Robot.click(sizes, 60, 60);
        assertEquals(table, menu(sizes), "treemap");
        Tree outline = Windows.control("outline.kernel", Tree.class);
        Ui.run(() -> {
            outline.setFocus();
            outline.select(outline.getItem(0).getItem(0));
            outline.notifyListeners(SWT.Selection, new Event());
        });
        assertEquals(table, menu(outline), "outline");
    }

    @Test
    void whatReferencesCodeAndBytesLeadTo() {
        Demo.openFirstRelink();
        for (String view : List.of(Ids.CODE_VIEW, Ids.BYTES_VIEW, Ids.REFERENCES_VIEW)) {
            Symbols.choose("kprintf");
            List<String> expected = menu(Windows.control("kernel.symbols", Control.class));
            Views.show(view);
            String id = view.equals(Ids.CODE_VIEW)
                    ? "code.lines"
                    : view.equals(Ids.BYTES_VIEW) ? "bytes.lines" : "references.lines";
            ColumnTable table = Windows.table(id);
            Ui.until(id + " has rows", () -> table.shownRows().length > 0);
            Control rows = Windows.control(id, Control.class);
            Robot.click(rows, 60, Symbols.middle(0));
            Ui.until("a row is selected", () -> table.selection().length == 1);
            assertEquals(expected, menu(rows), id);
        }
    }
}
