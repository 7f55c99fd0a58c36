package org.karlworkbench.bench.window;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What is left in the heap when kernels were opened and closed again. */
final class Heap {
    private static final int TIMES = 3;

    private Heap() {}

    static void measure(List<Path> kernels, PrintWriter report) throws Exception {
        Desk.clear();
        report.printf("heap, nothing open: %.1f MB%n", used());
        for (int time = 1; time <= TIMES; time++) {
            for (Path kernel : kernels) {
                Desk.open(kernel);
            }
            Desk.settle();
            double open = used();
            Desk.clear();
            report.printf("heap, %d kernels open: %.1f MB, closed: %.1f MB%n", kernels.size(), open, used());
        }
        String dump = System.getProperty("karl.bench.dump");
        if (dump != null) {
            java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
                    .dumpHeap(dump, true);
        }
    }

    /** Megabytes that are reachable. */
    private static double used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
