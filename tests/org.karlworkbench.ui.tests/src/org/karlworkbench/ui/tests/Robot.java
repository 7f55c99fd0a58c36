package org.karlworkbench.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;

/** Moves the real mouse pointer and types on the real keyboard of the X display, by xdotool. */
final class Robot {
    private static final long SOON = 400;

    private Robot() {}

    /** Clicks in the middle of a control. */
    static void click(Control control) {
        click(middle(control));
    }

    /** Clicks at a point of a control. */
    static void click(Control control, int x, int y) {
        click(Ui.get(() -> control.toDisplay(x, y)));
    }

    /** Clicks at a point of the display, when the pointer has been seen there. */
    static void click(Point point) {
        move(point);
        awaiting(SWT.MouseUp, "click", "1");
    }

    /** Clicks twice in quick succession. */
    static void doubleClick(Point point) {
        move(point);
        awaiting(SWT.MouseUp, "click", "--repeat", "2", "--delay", "60", "1");
    }

    /** Clicks while Ctrl is held, which adds to a selection. */
    static void ctrlClick(Point point) {
        move(point);
        awaiting(SWT.MouseUp, "keydown", "ctrl", "click", "1", "keyup", "ctrl");
    }

    /** Drags from one point of the display to another. */
    static void drag(Point from, Point to) {
        move(from);
        xdotool("mousedown", "1");
        for (int step = 1; step <= 8; step++) {
            int x = from.x + (to.x - from.x) * step / 8;
            int y = from.y + (to.y - from.y) * step / 8;
            xdotool("mousemove", text(x), text(y), "sleep", "0.03");
        }
        awaiting(SWT.MouseUp, "mouseup", "1");
    }

    /** Drags something out of its control into another one, and waits for each of the system's answers. */
    static void dragAway(Point from, Point to) {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger over = new AtomicInteger();
        Listener begins = _ -> begun.incrementAndGet();
        Listener passes = _ -> over.incrementAndGet();
        move(from);
        Ui.run(() -> Ui.display().addFilter(DND.DragStart, begins));
        Ui.run(() -> Ui.display().addFilter(DND.DragOver, passes));
        try {
            // within half a second of the press, or a tree takes it for a click
            String[] away = {"mousemove_relative", "4", "3", "sleep", "0.03"};
            List<String> press = new ArrayList<>(List.of("mousedown", "1"));
            IntStream.range(0, 6).forEach(_ -> press.addAll(List.of(away)));
            xdotool(press.toArray(String[]::new));
            Ui.until("the drag begins", () -> begun.get() > 0);
            for (int step = 1; step <= 8; step++) {
                int x = from.x + (to.x - from.x) * step / 8;
                int y = from.y + (to.y - from.y) * step / 8;
                xdotool("mousemove", text(x), text(y), "sleep", "0.03");
            }
            over.set(0);
            xdotool("mousemove", text(to.x + 3), text(to.y + 3));
            Ui.until("something is there to drop on", () -> over.get() > 1);
        } finally {
            xdotool("mouseup", "1");
            Ui.run(() -> Ui.display().removeFilter(DND.DragStart, begins));
            Ui.run(() -> Ui.display().removeFilter(DND.DragOver, passes));
        }
    }

    /** Turns the wheel: up zooms in, down zooms out. */
    static void wheel(Control control, int x, int y, boolean up, int notches) {
        move(Ui.get(() -> control.toDisplay(x, y)));
        awaiting(SWT.MouseWheel, "click", "--repeat", String.valueOf(notches), "--delay", "20", up ? "4" : "5");
    }

    /** Moves the pointer there by way of a neighbour: some widgets want to see it come. */
    static void move(Point point) {
        Listener[] seen = {null};
        boolean[] moved = {false};
        Ui.run(() -> {
            seen[0] = _ -> moved[0] = true;
            Ui.display().addFilter(SWT.MouseMove, seen[0]);
        });
        xdotool("mousemove", text(point.x - 3), text(point.y - 2), "mousemove", text(point.x), text(point.y));
        Ui.within(SOON, () -> moved[0] && Ui.display().getCursorLocation().equals(point));
        Ui.run(() -> Ui.display().removeFilter(SWT.MouseMove, seen[0]));
    }

    /** Presses keys such as {@code ctrl+z} or {@code F9}, one after the other. */
    static void key(String... keys) {
        List<String> words = new ArrayList<>(List.of("key", "--delay", "20"));
        words.addAll(List.of(keys));
        xdotool(words.toArray(String[]::new));
    }

    /** Types words where the focus is; between lines the key Return is pressed. */
    static void type(String words) {
        String before = null;
        for (String line : words.split("\n", -1)) {
            if (before != null) {
                key("Return");
            }
            if (!line.isEmpty()) {
                xdotool("type", "--delay", "8", "--", line);
            }
            before = line;
        }
    }

    /** Clicks into a field and types over what stands there. */
    static void fill(Text field, String words) {
        click(field);
        Ui.until("the field has the focus", field::isFocusControl);
        key("ctrl+a");
        if (words.isEmpty()) {
            key("Delete");
        } else {
            type(words);
        }
        Ui.until("the field says " + words, () -> field.getText().equals(words));
    }

    private static Point middle(Control control) {
        return Ui.get(() -> {
            Rectangle area = control.getBounds();
            return control.toDisplay(area.width / 2, area.height / 2);
        });
    }

    /** Does something and waits until the workbench has seen it; native widgets keep some events to themselves. */
    private static void awaiting(int event, String... words) {
        int[] count = {0};
        Listener listener = _ -> count[0]++;
        Ui.run(() -> Ui.display().addFilter(event, listener));
        xdotool(words);
        Ui.within(SOON, () -> count[0] > 0);
        Ui.run(() -> Ui.display().removeFilter(event, listener));
    }

    /** A coordinate in the screen's pixels: at a zoom of 200 % a point of SWT has two of them. */
    private static String text(int coordinate) {
        return String.valueOf(
                coordinate * Ui.get(() -> Ui.display().getPrimaryMonitor().getZoom()) / 100);
    }

    private static void xdotool(String... words) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        Tool.run(20, command);
    }
}
