package org.karlworkbench.debug.tests;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.debug.LedgerOrigin;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolizer;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.RelinkMany;
import org.karlworkbench.relink.RelinkRequest;

/** Relinks of one kit with their entries beside them, {@code bsd.1} and so on. */
record Ledger(Path folder) {
    /** Relinks a kit, each time by a seed that follows from one. */
    static Ledger of(Seed seed, LoadedKit kit, Path folder, int count, String linker, String strip)
            throws EngineException {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setLinker(linker);
        recipe.setStrip(strip);
        RelinkMany.run(new RelinkRequest(kit, recipe, seed, folder.resolve("bsd")), count, Progress.NONE);
        return new Ledger(folder);
    }

    Path kernel(int number) {
        return folder.resolve("bsd." + number);
    }

    String entry(int number) {
        return folder.resolve("bsd." + number + ".ledger.json").toAbsolutePath().toString();
    }

    Symbolized symbolize(String trace) throws EngineException {
        try (LedgerOrigin origin = new LedgerOrigin(folder, null)) {
            return Symbolizer.run(TraceReader.read(trace), origin, Progress.NONE);
        }
    }

    /** The verdict in short, for messages. */
    static List<Object> summary(Symbolized symbolized) {
        return List.of(
                symbolized.verdict(),
                String.valueOf(symbolized.entry()),
                symbolized.candidates(),
                symbolized.evidence(),
                symbolized.rejected());
    }
}
