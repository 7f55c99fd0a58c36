package org.karlworkbench.ui.kit;

import java.util.List;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.table.Column;

/** The columns of a kit's table of objects. */
final class ObjectColumns {
    private ObjectColumns() {}

    static List<Column> of(List<KitObject> objects) {
        return List.of(
                Column.text("Name", 0, row -> objects.get(row).getName())
                        .withIcon(row -> Images.of(objects.get(row).getRole())),
                Column.text("Role", 90, row -> objects.get(row).getRole().getLiteral()),
                Column.number("Text", 100, row -> objects.get(row).getText(), Formats::count),
                Column.number("Read-Only Data", 130, row -> objects.get(row).getRodata(), Formats::count),
                Column.number("Data", 100, row -> objects.get(row).getData(), Formats::count),
                Column.number("BSS", 100, row -> objects.get(row).getBss(), Formats::count),
                Column.number("Functions", 100, row -> objects.get(row).getFunctions(), Formats::count),
                Column.number("Alignment", 100, row -> objects.get(row).getAlignment(), Formats::count));
    }
}
