package org.karlworkbench.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Opener;

/** The demo kit that the workbench puts into an empty workspace, and relinks of it. */
final class Demo {
    private Demo() {}

    /** The folder with the kits that the build has made. */
    static Path samples() {
        return Path.of(System.getProperty("org.karlworkbench.samples"));
    }

    /** A kit with some 2,000 objects; it is made here, unless tests before have made it. */
    static Path bigKit() {
        Path kit = samples().resolve("libc-amd64");
        if (!Files.isDirectory(kit)) {
            Path script = samples().resolve("../../libc-kit.sh");
            Tool.run(300, List.of("sh", script.toString(), kit.toString()));
        }
        return kit;
    }

    /** The demo kit's file, when the workbench has made it and shows it. */
    static IFile kit() {
        IFile kit = ResourcesPlugin.getWorkspace().getRoot().getProject("Demo").getFile("demo.kit");
        Ui.until("the workspace has the demo kit", kit::exists);
        Jobs.ended("Preparing the Demo Kit");
        return kit;
    }

    /** Closes what is open and brings the window to the front, as large as the screen. */
    static void cleanDesk() {
        kit();
        Jobs.ended("Relinking");
        Jobs.ended("Showing the Kernel");
        Jobs.cancel("Measuring");
        Jobs.ended("Measuring");
        Jobs.ended("Showing the Result"); // which opens an editor
        Views.leaveTheSide();
        Ui.run(() -> {
            Shell window = Ui.page().getWorkbenchWindow().getShell();
            window.setMaximized(true);
            window.forceActive();
            Ui.page().closeAllEditors(false);
            Remembered.of("Kernels").put("kernels", new String[0]); // each test begins with whole maps and no filter
        });
        Ui.until("the window is in front", () -> Ui.display().getActiveShell() != null);
        Ui.until("the window is as large as the screen", Demo::fillsTheScreen);
    }

    /** Whether the window has all the room but for its frame. */
    private static boolean fillsTheScreen() {
        Shell window = Ui.page().getWorkbenchWindow().getShell();
        Rectangle room = window.getMonitor().getClientArea();
        return window.getSize().x > room.width * 9 / 10 && window.getSize().y > room.height * 9 / 10;
    }

    /** Opens a kit's editor and waits until its objects are known. */
    static KitEditor open(IFile kit) {
        KitEditor editor = (KitEditor) Ui.get(() -> Opener.kit(Ui.page(), kit));
        Ui.until(
                "the kit's objects are known",
                () -> editor.model() != null && !editor.model().objects().pending());
        return editor;
    }

    /** Opens a kernel and waits until it is shown. */
    static IEditorPart open(Path kernel) {
        IEditorPart editor = Ui.get(() -> Opener.kernel(Ui.page(), kernel));
        Windows.control("kernel.map", Control.class);
        return editor;
    }

    /** Whether the editor of a file is in front; to be used on the UI thread. */
    static boolean isInFront(Path file) {
        IEditorPart editor = Ui.page().getActiveEditor();
        return editor != null && editor.getTitle().equals(file.getFileName().toString());
    }

    /** Opens the first relink alone and gives its map, as soon as there is one. */
    static AddressMap openFirstRelink() {
        cleanDesk();
        open(twoRelinks().getFirst());
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.until("the map is there", () -> !map.model().isEmpty());
        return map;
    }

    /** The kernels of a kit that were relinked, the oldest first. */
    static List<Path> relinks(IFile kit) {
        Path folder = KitFile.path(kit).resolveSibling(KitFile.name(kit) + "-relinks");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("bsd-\\d+"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first two relinks of the demo kit; what is missing is relinked by F9. */
    static List<Path> twoRelinks() {
        IFile kit = kit();
        while (relinks(kit).size() < 2) {
            relink(kit);
        }
        return relinks(kit).subList(0, 2);
    }

    /** Relinks a kit with the key F9 in its editor and waits for the kernel's editor. */
    static Path relink(IFile kit) {
        int before = relinks(kit).size();
        open(kit);
        Windows.tab("kit.tabs", "Overview");
        Robot.key("F9");
        Ui.until("there is one relink more", () -> relinks(kit).size() > before);
        Jobs.ended("Relinking");
        Path kernel = relinks(kit).getLast();
        String name = kernel.getFileName().toString();
        Ui.until(
                "the kernel's editor is open",
                () -> Ui.page().getActiveEditor() != null
                        && Ui.page().getActiveEditor().getTitle().equals(name));
        Jobs.ended("Reading the Layout of");
        Windows.control("kernel.symbols", Control.class);
        return kernel;
    }
}
