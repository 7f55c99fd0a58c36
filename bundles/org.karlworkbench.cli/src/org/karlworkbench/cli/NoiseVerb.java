package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.karlworkbench.debug.noise.LayoutNoise;
import org.karlworkbench.debug.noise.NoiseRequest;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;

/** {@code karl noise}: the spread of a measurement over layouts. */
final class NoiseVerb extends Verb {
    private static final int MOST = 1_000_000;
    private static final int MOST_WARM_UPS = 1_000;

    private final KitArgument kit = new KitArgument(options);
    private final Given<Integer> count = options.number("N", "How many relinks are measured.", "--count");
    private final CommandOption command = new CommandOption(
            options, "Measures $KERNEL: the last number that it writes, or the time it takes.", "--measure");
    private final Given<Integer> warmUps =
            options.number("N", "How often COMMAND runs on each relink before it counts; 0 unless told.", "--warm-ups");
    private final SeedOption seed = new SeedOption(options);
    private final RecipeOptions recipe = new RecipeOptions(options);

    NoiseVerb() {
        super(
                "Measures many relinks: a distribution instead of a number, and what in the layouts goes with it.",
                "Relinks are made by the built-in linker where it links the kit. " + RecipeOptions.NAMES);
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        if (!count.isThere() || count.get() < 1 || count.get() > MOST) {
            throw new UsageException("--count is missing or not in 1 to " + MOST, "say how many, such as --count 50");
        }
        int warm = warmUps.isThere() ? warmUps.get() : 0;
        if (warm < 0 || warm > MOST_WARM_UPS) {
            throw new UsageException("--warm-ups " + warm + " makes no sense", "give 0 to " + MOST_WARM_UPS);
        }
        KernelCommand measure = command.settle();
        Seed chosen = seed.choose();
        Recipe settled = recipe.settle();
        Interrupt.arm();
        try (KitSource source = kit.open(progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            recipe.requireFit(settled, loaded.outline());
            NoiseRequest request = new NoiseRequest(loaded, settled, chosen, count.get(), warm, measure);
            return new Told(LayoutNoise.run(request, progress));
        }
    }

    private record Told(NoiseResult noise) implements Answer {
        @Override
        public int status() {
            return Karl.DONE;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("median").value(noise.median());
            json.name("spread").value(noise.spread());
            json.name("timed").value(noise.timed());
            json.name("values").beginArray();
            for (double value : noise.values()) {
                json.value(Double.isNaN(value) ? null : Double.valueOf(value));
            }
            json.endArray();
            json.name("features").beginArray();
            for (NoiseResult.Feature each : noise.features()) {
                json.beginObject();
                json.name("name").value(each.name());
                json.name("correlation").value(each.correlation());
                json.name("p").value(each.p());
                json.endObject();
            }
            json.endArray();
            json.name("featuresTested").value(noise.tested());
        }

        @Override
        public void print(PrintWriter out) {
            out.printf(
                    Locale.ROOT,
                    "median     %.6g%s, spread %.6g (between the quartiles), %d of %d relinks%n",
                    noise.median(),
                    noise.timed() ? " ms" : "",
                    noise.spread(),
                    noise.measured(),
                    noise.values().size());
            if (noise.timed()) {
                out.println("timed      the command wrote no number, so that the time that it takes was measured");
            }
            out.println("features   " + noise.features().size() + " of " + noise.tested() + " go with it");
            TextTable table = new TextTable("feature", "correlation", "p");
            noise.features()
                    .forEach(each -> table.row(
                            Printable.of(each.name()),
                            String.format(Locale.ROOT, "%.3f", each.correlation()),
                            String.format(Locale.ROOT, "%.3f", each.p())));
            if (!noise.features().isEmpty()) {
                table.print(out);
            }
        }
    }
}
