package org.karlworkbench.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.picture.Legend;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.ItemListener;
import org.karlworkbench.ui.canvas.PictureCanvas;
import org.karlworkbench.ui.kernel.Lanes;
import org.karlworkbench.ui.kernel.Maps;
import org.karlworkbench.ui.motion.MapFlight;
import org.karlworkbench.ui.open.DroppedKernels;
import org.karlworkbench.ui.table.Shown;

/** One of the two kernels of a comparison: a line that says which, and its map. */
final class KernelPane {
    private final String letter;
    private final Composite heading;
    private final Label title;
    private final AddressMap map;
    private final MapFlight flight;
    private Runnable flown = () -> {};
    private Layout layout;

    KernelPane(Composite parent, String id, String letter, ItemListener listener, Consumer<List<Path>> dropped) {
        this.letter = letter;
        Composite pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 1).applyTo(pane);
        heading = new Composite(pane, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(heading);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(heading);
        title = Ids.mark(new Label(heading, SWT.NONE), "comparison.title." + id);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .indent(6, 2)
                .applyTo(title);
        map = Maps.create(pane, "comparison.map." + id);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(map);
        flight = new MapFlight(map, () -> flown.run());
        map.addItemListener((lane, row) -> listener.selected(lane, flight.item(lane, row)));
        map.setHoverText(
                (lane, row) -> Lanes.hover(ComparisonContent.LANES.get(lane).rows(layout), flight.item(lane, row)));
        map.setEmptyText("This file has no sections, objects or symbols with an address");
        map.setAccessibleName("Address map of " + letter);
        DroppedKernels.on(pane, dropped);
    }

    /** Says behind the title what the colours of both maps mean. */
    void addLegend(Legend legend) {
        PictureCanvas colours = Ids.mark(new PictureCanvas(heading), "comparison.legend");
        colours.setAccessibleName("Colours: how far something moved");
        Theme.own(colours, () -> {
            colours.setBackground(heading.getBackground());
            colours.setPicture(measure -> legend.picture(Maps.style(), measure));
        });
    }

    AddressMap map() {
        return map;
    }

    /** What moves things on the map. */
    MapFlight flight() {
        return flight;
    }

    /** Sets who is told of each frame of a flight. */
    void onFlown(Runnable listener) {
        flown = listener;
    }

    /** Adds someone who hears on which item the pointer is. */
    void onHover(BiConsumer<Integer, Integer> listener) {
        map.addItemListener(new ItemListener() {
            @Override
            public void selected(int lane, int row) {
                // the pane's own listener hears that
            }

            @Override
            public void hovered(int lane, int row) {
                listener.accept(lane, flight.item(lane, row));
            }
        });
    }

    void show(Layout newLayout, MapModel model) {
        layout = newLayout;
        title.setText(letter + ":  " + newLayout.kernel().getFileName() + "  ·  " + Formats.brief(newLayout.fileSize())
                + newLayout
                        .entry()
                        .map(entry -> "  ·  " + Formats.linker(entry.getLinker(), entry.getLinkerVersion()) + "  ·  "
                                + Formats.digest(entry.getSha256()) + "  ·  " + Formats.time(entry.getStarted()))
                        .orElse("")
                + newLayout.problems().stream()
                        .map(problem -> "  ·  ⚠ " + Shown.line(problem))
                        .collect(Collectors.joining()));
        title.setToolTipText(String.join(
                "\n",
                Stream.concat(Stream.of(newLayout.kernel().toString()), newLayout.problems().stream())
                        .toList()));
        map.setModel(model);
    }

    void select(int lane, int row) {
        if (row < 0) {
            map.clearSelection();
        } else {
            map.select(lane, flight.row(lane, row));
        }
    }

    void reveal(int lane, int row) {
        flight.end();
        map.window().reveal(lane, row);
    }
}
