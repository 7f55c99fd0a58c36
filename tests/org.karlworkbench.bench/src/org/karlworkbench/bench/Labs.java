package org.karlworkbench.bench;

import java.nio.file.Path;
import org.karlworkbench.compare.lab.LabRequest;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.compare.lab.Laboratory;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.relink.Preview;

/** A laboratory of 25,000 functions in 1,300 objects: the whole of it, and what a layout costs in larger ones. */
final class Labs {
    private Labs() {}

    static void measure(Path work) throws Exception {
        Path kit = MadeKit.KERNEL.make(work.resolve("labkit"));
        try (KitSource source = KitSource.open(kit, null, Progress.NONE)) {
            LoadedKit loaded = LoadedKit.read(source, Progress.NONE);
            run(loaded, 1_000); // compiles
            for (int count : new int[] {1_000, 10_000, 100_000}) {
                run(loaded, count);
            }
        }
    }

    private static void run(LoadedKit kit, int count) throws Exception {
        var recipe = KitFactory.eINSTANCE.createRecipe();
        var linker = Preview.linker(kit, recipe, Progress.NONE);
        Phases phases = new Phases();
        LabResult result = Laboratory.run(new LabRequest(linker, kit, recipe, Seed.random(), count, 1), phases);
        long functions = result.symbols().stream()
                .filter(LabResult.SymbolFigures::isFunction)
                .count();
        System.out.printf(
                "lab: %,d layouts, %,d functions: %,d ms; placing %.3f ms a layout; at most %,d MiB of heap seen%n",
                count, functions, result.millis(), phases.drawing / 1e6 / count, phases.most >> 20);
    }

    /** Takes the time of the drawing, and looks at the heap. */
    private static final class Phases implements Progress {
        private long begun = System.nanoTime();
        private boolean draws;
        private long drawing;
        private long most;

        @Override
        public void begin(String phase, int steps) {
            drawing += draws ? System.nanoTime() - begun : 0;
            draws = phase.equals("drawing layouts");
            begun = System.nanoTime();
            worked(0);
        }

        @Override
        public void worked(int steps) {
            Runtime runtime = Runtime.getRuntime();
            most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
        }

        @Override
        public void say(String line) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
