package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.lesson.LessonView;
import org.karlworkbench.ui.start.FileOpener;

/** A person who takes a lesson: reads, clicks on its buttons, answers, and asks whether a step is done. */
final class LessonHand {
    private static final long SOON = TimeUnit.SECONDS.toMillis(120);

    private LessonHand() {}

    /** Chooses a lesson from the list and begins anew. */
    static void take(String title) {
        Ui.run(() -> LessonView.open(Ui.page()));
        if (!Ui.get(() -> Windows.shows("lesson.list"))) {
            Windows.tool("All Lessons");
        }
        Windows.control("lesson.list", Control.class);
        List<Hyperlink> found = new ArrayList<>();
        Ui.until("the lesson " + title + " is there", () -> {
            found.clear();
            Windows.collect(Hyperlink.class, link -> link.getText().equals(title), found);
            return !found.isEmpty();
        });
        show(found.getFirst());
        Robot.click(found.getFirst(), 8, 8);
        Ui.until("the lesson is shown", () -> Windows.shows("lesson.title"));
        reset();
    }

    /** Opens a lesson of one's own, or what somebody takes for one. */
    static void open(Path folder, byte[] lesson) {
        try {
            Path file = Files.write(folder.resolve("mine" + LessonView.ENDING), lesson);
            Ui.run(() -> FileOpener.open(Ui.page(), file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the lessons away, so that the editors have room again. */
    static void leave() {
        Demo.cleanDesk();
        Views.hide(Ids.LESSON_VIEW);
        Views.show("org.eclipse.ui.views.PropertySheet");
    }

    /** Puts the lesson's kit back. */
    static void reset() {
        Windows.tool("Reset Lesson...");
        Robot.click(Windows.button("Yes"));
        Ui.until("it is as it was", () -> said().startsWith("The lesson's kit is as it was"));
    }

    /** The file of a lesson's kit. */
    static IFile kit(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject("Lessons").getFile(name + ".kit");
    }

    /** Clicks on a button of the step. */
    static void act(String words) {
        List<Button> found = new ArrayList<>();
        Ui.until("the button " + words + " is there", () -> {
            found.clear();
            Windows.collect(
                    Button.class,
                    button -> Objects.equals(button.getData(Ids.KEY), "lesson.act")
                            && button.getText().replace("&", "").equals(words),
                    found);
            return !found.isEmpty();
        });
        show(found.getFirst());
        Robot.click(found.getFirst());
    }

    private static void show(Control control) {
        Ui.run(() -> FormToolkit.ensureVisible(control));
    }

    /** Types an answer. */
    static void answer(String words) {
        Text field = Windows.control("lesson.answer", Text.class);
        show(field);
        Robot.fill(field, words);
    }

    private static void check() {
        Robot.click(Windows.control("lesson.check", Button.class));
    }

    /** What the lesson says of the step. */
    static String said() {
        List<Label> found = new ArrayList<>();
        Windows.collect(Label.class, label -> Objects.equals(label.getData(Ids.KEY), "lesson.verdict"), found);
        return found.isEmpty() ? "" : found.getLast().getText();
    }

    /** The step is not done. */
    static void refused() {
        check();
        Ui.until("the step is not accepted", () -> said().startsWith("✗"));
    }

    /** The step is done, or will be as soon as the workbench has read what it reads. */
    static void accepted() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SOON);
        do {
            check();
        } while (!Ui.within(600, () -> said().startsWith("✓")) && System.nanoTime() < end);
        String verdict = Ui.get(LessonHand::said);
        if (!verdict.startsWith("✓")) {
            Shots.take("failed-lesson");
        }
        assertTrue(verdict.startsWith("✓"), () -> step() + ": " + verdict);
    }

    private static String step() {
        return Ui.get(() -> Windows.control("lesson.steps", Combo.class).getText());
    }

    /** Answers wrongly, then rightly. */
    static void answered(String right) {
        answer("12345");
        refused();
        answer(right);
        accepted();
    }

    /** Goes on, and sees that the next step is not done yet. */
    static void next() {
        Combo steps = Windows.control("lesson.steps", Combo.class);
        int before = Ui.get(steps::getSelectionIndex);
        Robot.click(Windows.control("lesson.next", Button.class));
        Ui.until("the next step is shown", () -> steps.getSelectionIndex() == before + 1);
        if (Ui.get(() -> Windows.control("lesson.check", Button.class).isEnabled())) {
            refused();
        }
    }

    /** Clicks on a button that relinks, and waits for the kernel to be shown. */
    static Path relink(String words, IFile kit) {
        int before = Demo.relinks(kit).size();
        act(words);
        Ui.until("there is one relink more", () -> Demo.relinks(kit).size() > before);
        Jobs.ended("Relinking");
        Path kernel = Demo.relinks(kit).getLast();
        Ui.until("the kernel is open", () -> Demo.isInFront(kernel));
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.until("its map is there", () -> !map.model().isEmpty());
        return kernel;
    }

    /** The ledger entry of a relink. */
    static JsonObject entry(Path kernel) {
        try {
            return JsonParser.parseString(Files.readString(LedgerFiles.beside(kernel)))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where nm says that a symbol lies which there is once, as a person would type it. */
    static String address(Path kernel, String symbol) {
        List<Nm> found = Nm.of(kernel).stream()
                .filter(each -> each.name().equals(symbol))
                .toList();
        assertEquals(1, found.size());
        return "0x" + Long.toHexString(found.getFirst().address());
    }

    /** Clicks in the middle of an item of a map. */
    static void click(AddressMap map, int lane, int item) {
        Ui.run(() -> map.window().reveal(lane, item));
        Ui.until("the item is wide enough", () -> {
            map.window().zoomTo(lane, item);
            var bounds = map.boundsOf(lane, item);
            return bounds != null && bounds.width > 4;
        });
        Robot.click(Ui.get(() -> {
            var bounds = map.boundsOf(lane, item);
            return map.toDisplay(new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2));
        }));
    }
}
