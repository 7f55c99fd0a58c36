package org.karlworkbench.bench.window;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** From the wish to see a kernel to its painted map, beside what prints its symbols. */
final class Opening {
    private static final int ROUNDS = 9;

    private Opening() {}

    static void measure(List<Path> kernels, PrintWriter report) throws Exception {
        for (Path kernel : kernels) {
            double[] open = new double[ROUNDS];
            double[] nm = new double[ROUNDS];
            double[] readelf = new double[ROUNDS];
            double first = Desk.open(kernel);
            Desk.clear();
            for (int i = 0; i < ROUNDS; i++) {
                open[i] = Desk.open(kernel);
                Desk.clear();
                nm[i] = run("nm", "-n", kernel.toString());
                readelf[i] = run("readelf", "-sW", kernel.toString());
            }
            report.printf(
                    "open %d MB to painted map: %.0f ms, the first time %.0f ms; nm -n %.0f ms, readelf -sW %.0f ms;"
                            + " / nm -n = %.2f, / readelf -sW = %.2f (medians of %d)%n",
                    Files.size(kernel) / 1_000_000,
                    median(open),
                    first,
                    median(nm),
                    median(readelf),
                    ratio(open, nm),
                    ratio(open, readelf),
                    ROUNDS);
        }
    }

    private static double run(String... words) throws Exception {
        long start = System.nanoTime();
        int status = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", words) + " fails");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double ratio(double[] ours, double[] theirs) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
