package org.karlworkbench.bench.window;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.ui.IStartup;

/**
 * Measures inside the workbench, when its window is there and answers, and ends the workbench. {@code karl.bench} says
 * what, {@code karl.bench.files} on which kernels, {@code karl.bench.report} where to write.
 */
public final class Measuring implements IStartup {
    @Override
    public void earlyStartup() {
        String what = System.getProperty("karl.bench");
        if (what == null) {
            return;
        }
        Desk.answers();
        long usable = System.currentTimeMillis();
        Duration processor = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        List<Path> files = Arrays.stream(System.getProperty("karl.bench.files", "").split(":"))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList();
        try (PrintWriter report = new PrintWriter(System.getProperty("karl.bench.report"))) {
            switch (what) {
                case "start" -> report.println(usable + " " + processor.toMillis());
                case "open" -> Opening.measure(files, report);
                case "frames" -> Frames.measure(files.getFirst(), report);
                case "heap" -> Heap.measure(files, report);
                default -> report.println("no measurement inside the workbench is called " + what);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            Desk.close();
        }
    }
}
