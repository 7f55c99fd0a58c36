package org.karlworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the JMH benchmarks, with one thread and with two. */
final class Inside {
    private Inside() {}

    static void measure(Path work, Path libc) throws Exception {
        Path fast =
                Files.isDirectory(Path.of("/dev/shm")) ? Files.createTempDirectory(Path.of("/dev/shm"), "karl") : work;
        try {
            Run.command(work, "cp", "-r", libc.toString(), fast.resolve("libc").toString());
            MadeKit.BIG.make(fast.resolve("big"));
            MadeKit.KERNEL.make(fast.resolve("kernel"));
            for (String kit : List.of("libc", "kernel", "big")) {
                run(fast.resolve(kit), 1);
                run(fast.resolve(kit), 2);
            }
        } finally {
            Run.command(work, "rm", "-rf", fast.toString());
        }
    }

    /** The thread that calls counts; ForkJoin's pool is what helps it. */
    private static void run(Path kit, int threads) throws IOException, InterruptedException {
        System.out.println(kit.getFileName() + ", threads of a link: " + threads);
        String helpers = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + (threads - 1);
        List<String> command = List.of(
                System.getProperty("karl.java"),
                "-cp",
                System.getProperty("karl.inside"),
                "org.openjdk.jmh.Main",
                "-f1",
                "-wi",
                "5",
                "-i",
                "5",
                "-w",
                "2",
                "-r",
                "2",
                "-v",
                "SILENT",
                "-rf",
                "text",
                "-rff",
                kit.resolveSibling("result").toString(),
                "-jvmArgsAppend",
                "-Xmx2g -Dkarl.kit=" + kit + " " + helpers);
        Run.command(kit.getParent(), command.toArray(String[]::new));
        System.out.print(Files.readString(kit.resolveSibling("result")));
    }
}
