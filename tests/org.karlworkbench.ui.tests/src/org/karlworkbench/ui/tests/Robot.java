package org.karlworkbench.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Moves the real mouse pointer and types on the real keyboard of the X display, by xdotool. */
final class Robot {
    private static final long SOON = 400;
    private static final int ATTEMPTS = 3;
    private static final int MOST_MOVES = 20;
    private static final long DRAG_BEGINS = 10_000;

    private Robot() {}

    /** Clicks in the middle of a control. */
    static void click(Control control) {
        click(() -> middle(control));
    }

    /** Clicks at a point of a control. */
    static void click(Control control, int x, int y) {
        click(() -> Ui.get(() -> control.toDisplay(x, y)));
    }

    /** Clicks at a point of the display, when the pointer has been seen there. */
    static void click(Point point) {
        click(() -> point);
    }

    /** Clicks where something is when the pointer has come to it: what has just opened may be laid out anew meanwhile. */
    private static void click(Supplier<Point> place) {
        Point pointer = null;
        for (int moves = 0; moves < MOST_MOVES && !place.get().equals(pointer); moves++) {
            pointer = place.get();
            move(pointer);
        }
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
        Ui.run(() -> Ui.display().addFilter(DND.DragStart, begins));
        Ui.run(() -> Ui.display().addFilter(DND.DragOver, passes));
        try {
            beginDrag(from, begun);
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

    /** The pointer has to move within half a second of the press, or it is taken for a click: then a person tries again. */
    private static void beginDrag(Point from, AtomicInteger begun) {
        String[] away = {"mousemove_relative", "4", "3", "sleep", "0.03"};
        List<String> press = new ArrayList<>(List.of("mousedown", "1"));
        IntStream.range(0, 6).forEach(_ -> press.addAll(List.of(away)));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            move(from);
            xdotool(press.toArray(String[]::new));
            if (Ui.within(DRAG_BEGINS, () -> begun.get() > 0)) {
                return;
            }
            awaiting(SWT.MouseUp, "mouseup", "1");
        }
        throw new AssertionError("no drag begins");
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

    /** Clicks into the field of a number and types over what stands there. */
    static void fill(Spinner field, int number) {
        click(field, 20, 12);
        Ui.until("the field has the focus", field::isFocusControl);
        key("ctrl+a");
        type(String.valueOf(number));
        Ui.until("the field says " + number, () -> field.getSelection() == number);
    }

    /** The number of the window that has the keyboard, also one of which SWT knows nothing; something else between two. */
    static String focus() {
        return Tool.run(20, List.of("sh", "-c", "xdotool getwindowfocus 2>/dev/null || echo nobody"))
                .strip();
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
