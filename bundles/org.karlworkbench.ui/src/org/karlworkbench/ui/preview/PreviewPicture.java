package org.karlworkbench.ui.preview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedNames;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.relink.Preview;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kernel.HoverText;
import org.karlworkbench.ui.table.Shown;

/**
 * A preview as an address map shows it: item i of a lane is row i of its columns. Made off the UI thread.
 *
 * @param preview what is shown
 * @param columns the items of each lane
 * @param colours what they look like
 * @param model the map
 */
record PreviewPicture(
        Preview preview, Map<PreviewLane, LinkedColumns> columns, PreviewColours colours, MapModel model) {
    /** Linear in the items. */
    static PreviewPicture of(Preview preview, PreviewColours colours, long page) {
        Map<PreviewLane, LinkedColumns> columns = new EnumMap<>(PreviewLane.class);
        for (PreviewLane lane : PreviewLane.values()) {
            columns.put(lane, lane.columns(preview.layout()));
        }
        MapModel model = MapModel.of(lanes(columns, colours, preview.names()), page);
        return new PreviewPicture(preview, columns, colours, model);
    }

    /** The lanes of columns, which must be ascending. */
    static List<MapLane> lanes(Map<PreviewLane, LinkedColumns> columns, PreviewColours colours, LinkedNames names) {
        List<MapLane> lanes = new ArrayList<>();
        for (PreviewLane lane : PreviewLane.values()) {
            LinkedColumns items = columns.get(lane);
            lanes.add(new MapLane(
                    lane.title(),
                    items.addresses(),
                    items.sizes(),
                    colours.of(lane, items),
                    row -> lane.label(names, items.numbers()[row])));
        }
        return lanes;
    }

    /** The row of a thing, or -1. */
    static int rowOf(LinkedColumns items, int number) {
        int[] numbers = items.numbers();
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] == number) {
                return row;
            }
        }
        return -1;
    }

    int number(PreviewLane lane, int row) {
        return columns.get(lane).numbers()[row];
    }

    /** The object of a row, or empty. */
    String object(PreviewLane lane, int row) {
        return lane.object(preview.names(), number(lane, row));
    }

    /** What is told about a row while the pointer is over it. */
    String hover(PreviewLane lane, int row) {
        LinkedNames names = preview.names();
        int number = number(lane, row);
        return new HoverText(lane.label(names, number))
                .line("Address", Formats.hex(columns.get(lane).addresses()[row]))
                .line("Size", Formats.bytes(columns.get(lane).sizes()[row]))
                .line("Section", Shown.line(lane.section(names, number)))
                .line("Object", lane == PreviewLane.SYMBOLS ? Shown.line(lane.object(names, number)) : "")
                .toString();
    }
}
