package org.karlworkbench.ui.machine;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.machine.Event;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.table.ColumnTable;

/** All that happened to a machine, with what the relinks said, and the ways to the kernels of events. */
final class TimelinePane {
    private final Machine machine;
    private final KernelJumps jumps;
    private final Composite area;
    private final ColumnTable table;
    private final Text log;
    private final Reading reading;
    private final KernelButtons buttons;
    private List<Event> events = List.of();
    private int[] chosen = {};

    TimelinePane(Composite parent, Machine machine, KernelJumps jumps) {
        this.machine = machine;
        this.jumps = jumps;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        SashForm sash = Room.turning(new SashForm(area, SWT.HORIZONTAL), 110);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 180).applyTo(sash);
        table = new ColumnTable(sash, "machine.timeline", "Timeline");
        table.setModel(TimelineColumns.of(events), 0);
        table.onSelect(this::selected);
        table.onOpen(row -> openKernel(events.get(row)));
        log = new Text(sash, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.WRAP | SWT.V_SCROLL);
        log.setFont(JFaceResources.getTextFont());
        Spoken.name(Ids.mark(log, "machine.log"), "What the relinks of this run said");
        reading = Reading.quiet(log, 0);
        sash.setWeights(7, 3);
        buttons = new KernelButtons(area, "machine", jumps);
    }

    Control control() {
        return area;
    }

    /** Shows events; the latest is selected. */
    void show(List<Event> all) {
        if (all.equals(events)) {
            return;
        }
        events = all;
        table.setModel(TimelineColumns.of(events), events.size());
        if (!events.isEmpty()) {
            int last = events.size() - 1;
            table.selectShown(last);
            selected(new int[] {last});
        }
    }

    private void selected(int[] rows) {
        chosen = rows.clone();
        buttons.show(kernels());
        log.setText("");
        if (rows.length == 1) {
            Event event = events.get(rows[0]);
            reading.start("Reading relink.log", _ -> machine.log(event), lines -> showLog(event, lines), log::setText);
        } else {
            reading.stop();
        }
    }

    private void showLog(Event event, List<String> lines) {
        log.setText(event.words() + "\n\n" + (lines.isEmpty() ? "No log was written." : String.join("\n", lines)));
    }

    /** The digests of the selected events' kernels, the earlier one first. */
    private List<String> kernels() {
        return Arrays.stream(chosen)
                .sorted()
                .mapToObj(row -> events.get(row).kernel())
                .filter(kernel -> kernel != null)
                .distinct()
                .toList();
    }

    private void openKernel(Event event) {
        if (event.kernel() != null) {
            jumps.open(event.kernel());
        }
    }
}
