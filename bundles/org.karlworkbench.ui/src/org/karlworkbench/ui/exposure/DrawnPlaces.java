package org.karlworkbench.ui.exposure;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedNames;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.relink.Preview;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kernel.HoverText;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.table.Shown;

/** The places in one draw of a kit, as an example. */
final class DrawnPlaces implements LeakPlaces {
    private final IFile kitFile;
    private final LinkedNames names;
    private final LinkedColumns objects;
    private final LinkedColumns symbols;
    private final String[] sections;
    private final long page;

    /**
     * Takes a draw.
     *
     * @param kitFile the kit's file
     * @param preview the draw and its layout
     * @param page the page size in bytes
     */
    DrawnPlaces(IFile kitFile, Preview preview, long page) {
        this.kitFile = kitFile;
        this.page = page;
        names = preview.names();
        objects = preview.layout().blocks();
        symbols = preview.layout().symbols();
        sections = sections(preview.layout().sections());
    }

    /** The section of each symbol, by its address. */
    private String[] sections(LinkedColumns columns) {
        String[] of = new String[symbols.count()];
        Arrays.fill(of, "");
        int section = -1;
        for (int i = 0; i < of.length; i++) {
            while (section + 1 < columns.count()
                    && Long.compareUnsigned(columns.addresses()[section + 1], symbols.addresses()[i]) <= 0) {
                section++;
            }
            of[i] = section < 0 ? "" : names.section(columns.numbers()[section]);
        }
        return of;
    }

    @Override
    public MapModel map(LeakStates states) {
        return MapModel.of(List.of(lane(states, OBJECTS), lane(states, SYMBOLS)), page, LeakState.legend());
    }

    private MapLane lane(LeakStates states, int lane) {
        LinkedColumns items = items(lane);
        int[] colours = new int[items.count()];
        Arrays.setAll(colours, item -> state(states, lane, item).colour());
        String title = (lane == OBJECTS ? RowTable.OBJECTS : RowTable.SYMBOLS).title();
        return new MapLane(title, items.addresses(), items.sizes(), colours, item -> label(lane, item));
    }

    private LinkedColumns items(int lane) {
        return lane == OBJECTS ? objects : symbols;
    }

    private String label(int lane, int item) {
        return Shown.line(
                lane == OBJECTS ? names.object(objects.numbers()[item]) : names.symbol(symbols.numbers()[item]));
    }

    private LeakState state(LeakStates states, int lane, int item) {
        int number = items(lane).numbers()[item];
        return lane == OBJECTS
                ? states.piece(names.object(number), names.section(names.sectionOf(number)))
                : states.symbol(names.objectOf(number), sections[item], names.symbol(number));
    }

    @Override
    public String hover(LeakStates states, int lane, int item) {
        return new HoverText(label(lane, item))
                .line("Address", Formats.hex(items(lane).addresses()[item]))
                .line("Size", Formats.bytes(items(lane).sizes()[item]))
                .line("Object", lane == SYMBOLS ? Shown.line(names.objectOf(symbols.numbers()[item])) : "")
                .line("State", state(states, lane, item).words())
                .toString();
    }

    @Override
    public String symbol(int item) {
        int number = symbols.numbers()[item];
        return LeakQuestion.symbol(names.objectOf(number), names.symbol(number));
    }

    /** A kit's editor shows objects on a page of its own: to go there is another wish. */
    @Override
    public void reveal(IWorkbenchPage workbench, int lane, int item) {}

    @Override
    public void goTo(IWorkbenchPage workbench, String object, String name) {
        Opener.object(workbench, kitFile, object);
    }
}
