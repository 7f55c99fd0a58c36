package org.karlworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;

/** The engine in a process that runs already, as in the workbench. */
final class InsideEngine {
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 31;
    private static final int SYMBOLS = 150_000;

    private InsideEngine() {}

    /** What the engine adds to the time of the linker's two calls, sync apart. */
    static void relink(Path work, Path folder) throws Exception {
        try (KitSource source = KitSource.open(folder, null, Progress.NONE)) {
            LoadedKit kit = LoadedKit.read(source, Progress.NONE);
            for (String linker : new String[] {"ld", "lld"}) {
                Recipe recipe = KitFactory.eINSTANCE.createRecipe();
                recipe.setLinker(linker);
                RelinkRequest request = new RelinkRequest(kit, recipe, Seed.random(), work.resolve("engine." + linker));
                overhead(linker, request);
            }
        }
    }

    private static void overhead(String linker, RelinkRequest request) throws Exception {
        Map<String, double[]> phases = new LinkedHashMap<>();
        double[] shares = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Map<String, Duration> times = Relink.run(request, Progress.NONE).phases();
            double total = millis(Duration.ofNanos(System.nanoTime() - start));
            if (i >= 0) {
                int round = i;
                times.forEach(
                        (name, time) -> phases.computeIfAbsent(name, key -> new double[ROUNDS])[round] = millis(time));
                double linking = millis(times.get("gap")) + millis(times.get("link"));
                shares[i] = (total - linking - millis(times.get("sync"))) / linking;
            }
        }
        System.out.printf(
                "%-28s the engine adds %.0f %% to the linker's calls (median of %d)%n",
                "warm relink by " + linker, 100 * Run.median(shares), ROUNDS);
        phases.forEach((name, times) -> System.out.printf("    %-10s %.1f ms%n", name, Run.median(times)));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    /** The layout of a kernel with many symbols beside nm. */
    static void layout(Path work) throws Exception {
        Path kernel = manySymbols(work);
        for (int i = 0; i < WARM_UP; i++) {
            Layout.read(kernel, null, null, Progress.NONE);
        }
        Run.pair(
                "layout, " + SYMBOLS + " symbols",
                ROUNDS,
                "engine, warm",
                () -> Layout.read(kernel, null, null, Progress.NONE),
                "nm -n",
                () -> Run.command(work, "sh", "-c", "nm -n '" + kernel + "' > /dev/null"));
    }

    private static Path manySymbols(Path work) throws Exception {
        StringBuilder text = new StringBuilder(".text\n.globl _start\n_start:\n");
        for (int i = 0; i < SYMBOLS; i++) {
            String name = "function_number_" + i;
            text.append(".globl " + name + "\n.type " + name + ",@function\n" + name + ": nop\n.size " + name + ",1\n");
        }
        Path source = Files.writeString(work.resolve("many.s"), text);
        Run.command(work, "as", source.toString(), "-o", "many.o");
        Run.command(work, "ld", "many.o", "-o", "many");
        return work.resolve("many");
    }
}
