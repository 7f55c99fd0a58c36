package org.karlworkbench.ui.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Startup;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedNames;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapMark;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapMotion;
import org.karlworkbench.picture.Palette;
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
    /** Linear in the items; the policy says whether the startup code goes away after boot. */
    static PreviewPicture of(Preview preview, PreviewColours colours, long page, Startup policy) {
        Map<PreviewLane, LinkedColumns> columns = new EnumMap<>(PreviewLane.class);
        for (PreviewLane lane : PreviewLane.values()) {
            columns.put(lane, lane.columns(preview.layout()));
        }
        MapModel model = MapModel.of(lanes(columns, colours, preview.names()), page);
        List<MapMark> marks = policy == Startup.NONE ? List.of() : startup(columns, preview.names());
        return new PreviewPicture(preview, columns, colours, model.withMarks(marks));
    }

    /** What goes away after boot: the text up to the end of its first gap. */
    private static List<MapMark> startup(Map<PreviewLane, LinkedColumns> columns, LinkedNames names) {
        LinkedColumns sections = columns.get(PreviewLane.SECTIONS);
        LinkedColumns gaps = columns.get(PreviewLane.GAPS);
        int gap = rowOf(gaps, GapName.TEXT0.ordinal());
        for (int row = 0; gap >= 0 && row < sections.count(); row++) {
            long first = sections.addresses()[row];
            long last = gaps.addresses()[gap] + gaps.sizes()[gap] - 1;
            if (names.isExecutable(sections.numbers()[row]) && Long.compareUnsigned(first, last) < 0) {
                return List.of(new MapMark(first, last, Palette.STARTUP, ""));
            }
        }
        return List.of();
    }

    private static List<MapLane> lanes(
            Map<PreviewLane, LinkedColumns> columns, PreviewColours colours, LinkedNames names) {
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

    /** The way from another layout of the same kit to this one. */
    MapMotion from(PreviewPicture before) {
        List<int[]> partners = new ArrayList<>();
        for (PreviewLane lane : PreviewLane.values()) {
            int[] rows = new int[lane.limit(preview.names())];
            Arrays.fill(rows, -1);
            int[] earlier = before.columns.get(lane).numbers();
            for (int row = 0; row < earlier.length; row++) {
                rows[earlier[row]] = row;
            }
            int[] later = columns.get(lane).numbers();
            partners.add(Arrays.stream(later).map(number -> rows[number]).toArray());
        }
        return new MapMotion(before.model, model, partners);
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

    private boolean goes(long address) {
        return model.marks().stream().anyMatch(mark -> mark.contains(address));
    }

    /** What is told about a row while the pointer is over it. */
    String hover(PreviewLane lane, int row) {
        LinkedNames names = preview.names();
        int number = number(lane, row);
        return new HoverText(lane.label(names, number))
                .line("Address", Formats.hex(columns.get(lane).addresses()[row]))
                .line("Size", Formats.bytes(columns.get(lane).sizes()[row]))
                .line("Section", Shown.line(lane.section(names, number)))
                .line("After boot", goes(columns.get(lane).addresses()[row]) ? "goes away with the startup code" : "")
                .line("Object", lane == PreviewLane.SYMBOLS ? Shown.line(lane.object(names, number)) : "")
                .toString();
    }
}
