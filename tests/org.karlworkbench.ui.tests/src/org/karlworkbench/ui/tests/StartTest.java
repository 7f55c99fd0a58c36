package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.picture.Viewport;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.start.FileOpener;

/** The start page offers what one begins with, and what was open before. */
class StartTest {
    @Test
    void whatWasOpenIsOpenedAgain() {
        Demo.cleanDesk();
        Path kernel = Demo.twoRelinks().getLast();
        Demo.cleanDesk();
        Demo.open(kernel);
        start();
        Shots.take("start");
        List<ImageHyperlink> recent = recent();
        assertEquals(
                kernel.getFileName().toString(), Ui.get(() -> recent.getFirst().getText()));
        Demo.cleanDesk();
        start();
        Robot.click(recent().getFirst(), 20, 8);
        Ui.until(
                "the kernel is open",
                () -> Ui.page().getActiveEditor() != null
                        && Ui.page()
                                .getActiveEditor()
                                .getTitle()
                                .equals(kernel.getFileName().toString()));
        Windows.control("kernel.map", AddressMap.class);
    }

    /** Every kit has a relink bsd-0001. */
    @Test
    void kernelsOfOneNameAreToldApart(@TempDir Path folder) throws IOException {
        Demo.cleanDesk();
        Path kernel = Demo.twoRelinks().getFirst();
        Demo.cleanDesk();
        String name = kernel.getFileName().toString();
        Path other = Files.createDirectories(folder.resolve("GENERIC-relinks")).resolve(name);
        Files.copy(kernel, other);
        assertEquals(name, Ui.get(Demo.open(kernel)::getTitle));
        assertEquals(name + " (GENERIC)", Ui.get(Demo.open(other)::getTitle));
        start();
        List<CLabel> whose = new ArrayList<>();
        Ui.run(() -> Windows.collect(CLabel.class, label -> "start.whose".equals(label.getData(Ids.KEY)), whose));
        assertEquals(
                List.of("GENERIC", "demo"),
                Ui.get(() -> whose.stream().limit(2).map(CLabel::getText).toList()));
        Shots.take("start-told-apart");
    }

    private static void start() {
        Windows.menu("alt+h", "p");
        Windows.control("start", Control.class);
    }

    private static List<ImageHyperlink> recent() {
        List<ImageHyperlink> found = new ArrayList<>();
        Ui.run(() ->
                Windows.collect(ImageHyperlink.class, link -> "start.recent".equals(link.getData(Ids.KEY)), found));
        return found;
    }

    /** A kernel that is opened again looks as it was left: the part of the map, the table and its filter. */
    @Test
    void aKernelIsFoundAsItWasLeft() {
        Demo.cleanDesk();
        Path kernel = Demo.twoRelinks().getFirst();
        Demo.cleanDesk();
        Demo.open(kernel);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.run(() -> map.window().zoomTo(1, 30));
        Viewport window = Ui.get(map.window()::viewport);
        Windows.tab("kernel.tabs", "Objects");
        Robot.fill(Windows.field("kernel.objects.filter"), "pmap");
        Ui.run(() -> Ui.page().closeAllEditors(false));
        Demo.open(kernel);
        AddressMap again = Windows.control("kernel.map", AddressMap.class);
        Ui.until(
                "the map shows the same part",
                () -> Math.abs(again.window().viewport().from() - window.from()) < 2);
        assertEquals("pmap", Ui.get(() -> Windows.field("kernel.objects.filter").getText()));
    }

    /** As behind ./workbench: a folder is brought into the workspace, a kernel is shown. */
    @Test
    void aFileIsOpenedAsWhatItIs() {
        Demo.cleanDesk();
        Path folder = Demo.samples().resolve("demo-amd64");
        Ui.display().asyncExec(() -> FileOpener.open(Ui.page(), folder));
        Text place = Windows.control("newkit.place", Text.class);
        assertEquals(folder.toString(), Ui.get(place::getText));
        Robot.key("Escape");
        Ui.until("the wizard is closed", () -> !Windows.shows("newkit.place"));
        Path kernel = Demo.twoRelinks().getFirst();
        Demo.cleanDesk();
        Ui.run(() -> FileOpener.open(Ui.page(), kernel));
        Windows.control("kernel.map", AddressMap.class);
    }
}
