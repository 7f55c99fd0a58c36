package org.karlworkbench.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.compare.ComparisonInput;
import org.karlworkbench.ui.open.DroppedKernels;
import org.karlworkbench.ui.open.Opener;

/** Kernels are dragged onto a comparison and onto the start page. */
class KernelDropTest {
    private Path a;
    private Path b;

    @BeforeEach
    void twoRelinks() {
        Demo.cleanDesk();
        List<Path> two = Demo.twoRelinks();
        a = two.get(0);
        b = two.get(1);
        Demo.cleanDesk();
    }

    private static Point middle(Control control) {
        return Ui.get(() -> control.toDisplay(control.getSize().x / 2, control.getSize().y / 2));
    }

    private static ComparisonInput shown() {
        IEditorPart editor = Ui.page().getActiveEditor();
        return editor != null && editor.getEditorInput() instanceof ComparisonInput input ? input : null;
    }

    private static void shows(Path first, Path second) {
        ComparisonInput wanted = new ComparisonInput(first, second);
        Ui.until(wanted.getName() + " are compared", () -> wanted.equals(shown()));
        Ui.until("both are shown", () -> Windows.shows("comparison.map.b"));
        title("a", "A:  " + first.getFileName() + "  ·");
        title("b", "B:  " + second.getFileName() + "  ·");
    }

    /** The real elements of Project Explorer; how long a tree waits for a drag to begin depends on the machine. */
    private static StructuredSelection inExplorer(Path... kernels) {
        return new StructuredSelection(Stream.of(kernels)
                .map(kernel -> Explorer.item(
                        "Demo", "demo", "Relinks", kernel.getFileName().toString()))
                .map(item -> Ui.get(item::getData))
                .toList());
    }

    /** Drops something on a control, or on what is around it and takes drops. */
    private static void drop(Object data, Control control) {
        Ui.run(() -> {
            for (Control each = control; each != null; each = each.getParent()) {
                if (each.getData(DND.DROP_TARGET_KEY) instanceof DropTarget target) {
                    Stream.of(target.getDropListeners())
                            .filter(DroppedKernels.class::isInstance)
                            .forEach(listener -> ((DroppedKernels) listener).take(data));
                    return;
                }
            }
            throw new IllegalStateException("nothing takes a drop");
        });
    }

    private static void title(String side, String begin) {
        Label title = Windows.control("comparison.title." + side, Label.class);
        Ui.until(begin + " stands above its map", () -> title.getText().startsWith(begin));
    }

    @Test
    void aRelinkFromProjectExplorerTakesThePlaceOfTheSideOnWhichItIsDropped() {
        Ui.run(() -> Opener.comparison(Ui.page(), a, a));
        drop(inExplorer(b), Windows.control("comparison.map.b", Control.class));
        shows(a, b);
        drop(inExplorer(b), Windows.control("comparison.map.a", Control.class));
        shows(b, b);
        drop(new String[] {a.toString(), b.toString()}, Windows.control("comparison.map.a", Control.class));
        shows(a, b);
    }

    @Test
    void aRelinkFromTheLedgerDoesSoToo() throws IOException {
        Path copy = Files.copy(a, Files.createTempDirectory("drop").resolve("copy"));
        Explorer.click("Demo", "demo");
        Views.show("org.karlworkbench.ui.ledgerView");
        Control ledger = Windows.control("ledger.table", Control.class);
        Ui.run(() -> Opener.comparison(Ui.page(), copy, copy));
        Control mapB = Windows.control("comparison.map.b", Control.class);
        Point row = Ui.get(() -> ledger.toDisplay(60, 36)); // the first row, the newest relink
        Path newest = Demo.relinks(Demo.kit()).getLast();
        Robot.dragAway(row, middle(mapB));
        shows(copy, newest);
    }

    @Test
    void twoRelinksOnTheStartPageAreCompared() {
        Ui.run(() -> Opener.start(Ui.page()));
        Control start = Windows.control("start", Control.class);
        drop(inExplorer(b, a), start);
        shows(a, b);
    }
}
