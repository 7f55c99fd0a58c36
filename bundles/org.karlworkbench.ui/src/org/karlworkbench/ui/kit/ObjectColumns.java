package org.karlworkbench.ui.kit;

import java.util.List;
import java.util.function.IntFunction;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.kernel.Colouring;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.Grouping;

/** The columns of a kit's table of objects. */
final class ObjectColumns {
    private ObjectColumns() {}

    static List<Column> of(List<KitObject> objects) {
        return List.of(
                Column.text("Name", 0, row -> objects.get(row).getName())
                        .withIcon(row -> Images.of(objects.get(row).getRole())),
                Column.text("Role", 90, row -> objects.get(row).getRole().getLiteral()),
                Column.number("Text", 100, row -> objects.get(row).getText(), Formats::count)
                        .withSum(),
                Column.number("Read-Only Data", 130, row -> objects.get(row).getRodata(), Formats::count)
                        .withSum(),
                Column.number("Data", 100, row -> objects.get(row).getData(), Formats::count)
                        .withSum(),
                Column.number("BSS", 100, row -> objects.get(row).getBss(), Formats::count)
                        .withSum(),
                Column.number("Functions", 100, row -> objects.get(row).getFunctions(), Formats::count)
                        .withSum(),
                Column.number("Alignment", 100, row -> objects.get(row).getAlignment(), Formats::count));
    }

    /** The groups in which objects may be seen. */
    static List<Grouping> groupings(IntFunction<KitObject> objects) {
        return List.of(
                new Grouping("Part", row -> objects.apply(row).getRole().getLiteral(), row -> objects.apply(row)
                        .getRole()
                        .getValue()),
                Grouping.byName(
                        "Name Prefix",
                        row -> Colouring.prefix(objects.apply(row).getName())),
                new Grouping(
                        "Size",
                        row -> sizeClass(bytes(objects.apply(row))),
                        row -> -sizeRank(bytes(objects.apply(row)))));
    }

    private static long bytes(KitObject object) {
        return object.getText() + object.getRodata() + object.getData() + object.getBss();
    }

    /** From one class to the next sizes grow by four. */
    private static int sizeRank(long bytes) {
        return Math.clamp((63 - Long.numberOfLeadingZeros(bytes | 1)) / 2, 4, 10);
    }

    private static String sizeClass(long bytes) {
        int rank = sizeRank(bytes);
        return switch (rank) {
            case 4 -> "below 1 KiB";
            case 10 -> "1 MiB and more";
            default -> (1L << 2 * rank - 10) + " to " + (1L << 2 * rank - 8) + " KiB";
        };
    }
}
