package org.karlworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the measurements that are asked for, one after the other. */
final class Bench {
    static final Path ROOT = Path.of(System.getProperty("karl.root"));
    static final Path SAMPLES = ROOT.resolve("bundles/org.karlworkbench.samples");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> wanted = args.length == 0
                ? List.of(
                        "arch", "relink", "engine", "layout", "verify", "recover", "builtin", "lab", "inside", "diff",
                        "gadgets", "start", "open", "frames", "heap")
                : List.of(args);
        Path work = Files.createTempDirectory("karl-bench-");
        try {
            for (String what : wanted) {
                run(what, work);
            }
        } finally {
            Run.command(work, "rm", "-rf", work.toString());
        }
    }

    private static void run(String what, Path work) throws Exception {
        switch (what) {
            case "arch" -> WholeCommands.arch(work);
            case "relink" -> WholeCommands.relink(work, libcKit(work));
            case "engine" -> InsideEngine.relink(work, libcKit(work));
            case "verify" -> Verifying.measure(work);
            case "recover" -> Recovering.measure(work, libcKit(work));
            case "builtin" -> BuiltIn.measure(work, libcKit(work));
            case "lab" -> Labs.measure(work);
            case "inside" -> Inside.measure(work, libcKit(work));
            case "diff" -> Comparing.diff(work);
            case "gadgets" -> Comparing.gadgets(work, libcKit(work));
            case "layout" -> InsideEngine.layout(work);
            case "start" -> new Window(work).start();
            case "open" ->
                new Window(work)
                        .inside(what, List.of(Kernels.make(work, 25_000, 540), Kernels.make(work, 65_000, 585)));
            case "frames" -> new Window(work).inside(what, List.of(Kernels.make(work, 150_000, 64)));
            case "heap" -> new Window(work).inside(what, Window.copies(Kernels.make(work, 25_000, 540), 10));
            default -> throw new IllegalArgumentException("no measurement is called " + what);
        }
    }

    private static Path libcKit(Path work) throws IOException, InterruptedException {
        Path kit = work.resolve("libc");
        if (Files.notExists(kit)) {
            Run.command(work, "sh", SAMPLES.resolve("libc-kit.sh").toString(), kit.toString());
        }
        return kit;
    }
}
