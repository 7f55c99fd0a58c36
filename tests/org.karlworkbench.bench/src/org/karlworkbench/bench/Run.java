package org.karlworkbench.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Timed runs, and what is said of them. */
final class Run {
    /** Something that is timed. */
    interface Work {
        void run() throws Exception;
    }

    private Run() {}

    /** Runs a command and fails when it fails. */
    static void command(Path folder, String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + new String(said));
        }
    }

    /** Milliseconds of one run. */
    static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Runs two by turns and prints their medians and the median of the ratios, pair by pair. */
    static void pair(String what, int rounds, String nameA, Work a, String nameB, Work b) throws Exception {
        a.run();
        b.run();
        double[] timesA = new double[rounds];
        double[] timesB = new double[rounds];
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            timesA[i] = millis(a);
            timesB[i] = millis(b);
            ratios[i] = timesA[i] / timesB[i];
        }
        System.out.printf(
                "%-28s %s / %s = %.2f   (%.0f ms / %.0f ms, medians of %d)%n",
                what, nameA, nameB, median(ratios), median(timesA), median(timesB), rounds);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
