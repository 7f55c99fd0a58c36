package org.karlworkbench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.karlworkbench.compare.lab.LabFile;
import org.karlworkbench.compare.lab.LabReport;
import org.karlworkbench.compare.lab.LabRequest;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.compare.lab.LabTable;
import org.karlworkbench.compare.lab.Laboratory;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Preview;

/** {@code karl lab}: what the randomness of a kit and a recipe is worth. */
final class LabVerb extends Verb {
    private static final int MANY = 20_000;

    private final KitArgument kit = new KitArgument(options);
    private final Given<Long> count = options.longNumber("N", "How many draws are placed, 1 to 1000000.", "--count");
    private final SeedOption seed = new SeedOption(options);
    private final RecipeOptions recipe = new RecipeOptions(options);
    private final Given<Long> grain =
            options.longNumber("BYTES", "Shannon's figures count cells of so many bytes, a power of two.", "--grain");
    private final Given<Path> save = options.file("FILE", "Save the result, to be opened again.", "--save");
    private final Given<Path> html = options.file("FILE", "Write a report with pictures.", "--html");
    private final Given<Path> csv = options.file("FILE", "Write the symbols' figures as a table.", "--csv");

    LabVerb() {
        super(
                "Measures what the randomness of a kit and a recipe is worth.",
                "Layouts are those of the built-in linker, whichever linker the recipe names. " + RecipeOptions.NAMES);
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        if (!count.isThere() || count.get() < 1) {
            throw new UsageException("--count is missing or below 1", "say how many draws, such as --count 1000");
        }
        long cell = grain.isThere() ? grain.get() : 1;
        if (cell < 1 || Long.bitCount(cell) != 1 || cell > Integer.MAX_VALUE) {
            throw new UsageException("--grain " + cell + " is no power of two", "use 1, 16, 4096 or the like");
        }
        for (Given<Path> file : List.of(save, html, csv)) {
            if (file.isThere()) {
                PrivateFiles.requireReplaceable(file.get());
            }
        }
        Seed chosen = seed.choose();
        Recipe settled = recipe.settle();
        settled.setLinker("builtin"); // whose placement it is that is measured
        Interrupt.arm();
        try (KitSource source = kit.open(progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            recipe.requireFit(settled, loaded.outline());
            var linker = Preview.linker(loaded, settled, progress);
            int draws = (int) Math.min(count.get(), LabRequest.MOST);
            LabRequest request = new LabRequest(linker, loaded, settled, chosen, draws, cell);
            tellCost(request, progress);
            LabResult result = Laboratory.run(request, progress);
            write(result);
            return new LabAnswer(result);
        }
    }

    /** Many draws take long: that is said before, and what is more than anybody needs is refused with its cost. */
    private void tellCost(LabRequest request, Progress progress) throws EngineException, UsageException {
        if (count.get() <= MANY) {
            return;
        }
        double each = Laboratory.estimateMillis(request, progress) / (double) request.count();
        String cost = told((long) (each * count.get()));
        if (count.get() > LabRequest.MOST) {
            throw new UsageException(
                    "--count " + count.get() + " would take about " + cost + " here",
                    "1000000 draws tell nothing less: use that or fewer");
        }
        progress.say(count.get() + " draws take about " + cost + " here; Ctrl-C ends them with a result of those made");
    }

    private static String told(long millis) {
        Duration duration = Duration.ofMillis(millis);
        if (duration.toDays() > 0) {
            return duration.toDays() + " days";
        }
        return duration.toHours() > 0
                ? duration.toHours() + " hours"
                : duration.toMinutes() > 0 ? duration.toMinutes() + " minutes" : duration.toSeconds() + 1 + " seconds";
    }

    private void write(LabResult result) throws EngineException {
        if (save.isThere()) {
            LabFile.write(result, save.get());
        }
        if (html.isThere()) {
            LabReport.write(result, html.get());
        }
        if (csv.isThere()) {
            LabTable.write(result, csv.get());
        }
    }
}
