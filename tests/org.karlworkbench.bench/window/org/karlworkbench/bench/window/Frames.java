package org.karlworkbench.bench.window;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.karlworkbench.picture.Viewport;
import org.karlworkbench.ui.canvas.AddressMap;

/**
 * The time of a frame of the address map at 1600 x 900: from the event of the wheel or a key, handled by the map's own
 * listeners and the workbench's, until the map is painted. Walks go from the whole kernel down to single bytes and back,
 * with pans on each level; they are not warmed up.
 *
 * <p>Two times are told. The work is the processor time that the UI thread spends on the frame, GTK's part included; it
 * has to fit between two ticks of a screen's clock, of 16 ms. What passes until the frame is painted has the wait for
 * GTK's next tick in it, as every program's frames have.
 */
final class Frames {
    private static final int WALKS = 12;
    private static final int LINES = 3; // of a notch
    private static final int PANS = 4; // on each level
    private static final int UNCHANGED = 100; // ms after which nothing will be painted
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AddressMap map;
    private final Random random = new Random(16);
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private int painted;

    private Frames(AddressMap map) {
        this.map = map;
        map.addListener(SWT.Paint, _ -> painted++); // the last of its listeners
    }

    static void measure(Path kernel, PrintWriter report) throws Exception {
        Desk.open(kernel);
        Desk.settle();
        Frames frames = Desk.ask(() -> new Frames(onItsOwn(Desk.map())));
        Thread.sleep(1_000);
        for (int walk = 1; walk <= WALKS; walk++) {
            Desk.run(frames::walk);
            if (walk == 1) {
                frames.tell("first walk, nothing warmed up", report);
            }
        }
        frames.tell(WALKS + " walks", report);
        Desk.run(() -> frames.map.getShell().dispose());
    }

    /** Takes the map out of its editor into a window of the wanted size. */
    private static AddressMap onItsOwn(AddressMap map) {
        Shell shell = new Shell(map.getDisplay(), SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        if (!map.setParent(shell)) {
            throw new IllegalStateException("the map cannot leave its editor");
        }
        map.setLayoutData(null);
        shell.setBounds(0, 0, 1_600, 900);
        shell.open();
        shell.layout(true, true);
        return map;
    }

    private void walk() {
        Viewport before;
        do {
            before = map.window().viewport();
            pan();
            wheel(LINES);
        } while (map.window().viewport().span() < before.span());
        do {
            before = map.window().viewport();
            wheel(-LINES);
            pan();
        } while (map.window().viewport().span() > before.span());
    }

    private void pan() {
        for (int i = 0; i < PANS; i++) {
            Event event = at();
            event.count = random.nextBoolean() ? LINES : -LINES;
            frame(SWT.MouseHorizontalWheel, event);
        }
        Event key = new Event();
        key.keyCode = random.nextBoolean() ? SWT.PAGE_DOWN : SWT.ARROW_RIGHT;
        frame(SWT.KeyDown, key);
    }

    private void wheel(int lines) {
        Event event = at();
        event.count = lines;
        frame(SWT.MouseVerticalWheel, event);
    }

    private Event at() {
        Event event = new Event();
        event.x = 200 + random.nextInt(1_300);
        event.y = 100 + random.nextInt(700);
        return event;
    }

    private void frame(int type, Event event) {
        int before = painted;
        long processor = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        map.notifyListeners(type, event);
        map.getDisplay().timerExec(UNCHANGED, () -> {}); // or it would sleep on where there is nothing to paint
        while (painted == before && System.nanoTime() - start < UNCHANGED * 1_000_000L) {
            if (!map.getDisplay().readAndDispatch()) {
                map.getDisplay().sleep();
            }
        }
        if (painted > before) {
            work.add((THREADS.getCurrentThreadCpuTime() - processor) / 1e6);
            wall.add((System.nanoTime() - start) / 1e6);
        }
    }

    private void tell(String what, PrintWriter report) {
        report.printf(
                "frames, %s: %d of %d x %d; work at 50 %% %.1f ms, 99 %% %.1f ms, worst %.1f ms;"
                        + " painted after %.1f, %.1f, %.1f ms%n",
                what,
                wall.size(),
                Desk.ask(() -> map.getSize().x),
                Desk.ask(() -> map.getSize().y),
                share(work, 0.5),
                share(work, 0.99),
                share(work, 1),
                share(wall, 0.5),
                share(wall, 0.99),
                share(wall, 1));
    }

    private static double share(List<Double> times, double part) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
