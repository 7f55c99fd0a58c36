package org.karlworkbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.RecipeFiles;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code karl relink}: links a kit in random order with random gaps. */
@Command(
        name = "relink",
        description = "Links a kit in random order with random gaps.",
        footer = {
            "",
            "NAME in --set is linker, shuffle, pad, page or gaps.NAME; in --gap it is text0,",
            "text1, rodata, data or bss, and bounds are in bytes, decimal or 0x, both included."
        })
final class RelinkVerb extends Verb {
    private static final String HELP = "see karl relink --help";

    @Mixin
    KitArgument kit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The kernel to write.")
    Path output;

    @Option(
            names = "--seed",
            paramLabel = "HEX",
            description = "The seed, 64 digits. For tests: other users see it in the process list.")
    String seed;

    @Option(names = "--seed-file", paramLabel = "FILE", description = "A file with the seed, - for standard input.")
    Path seedFile;

    @Option(names = "--linker", paramLabel = "LINKER", description = "ld or lld; without it, the architecture's own.")
    String linker;

    @Option(names = "--recipe", paramLabel = "FILE", description = "A recipe to start from.")
    Path recipe;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Overrides a setting of the recipe.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--gap", paramLabel = "NAME=LO..HI", split = ",", description = "Bounds for a gap.")
    Map<String, String> gaps = new LinkedHashMap<>();

    @Option(names = "--no-shuffle", arity = "0", description = "Keep the Makefile's order.")
    boolean noShuffle;

    @Option(names = "--ledger", paramLabel = "DIR", description = "Where the ledger entry goes; else beside FILE.")
    Path ledger;

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        Seed chosen = chooseSeed();
        Recipe settled = settle();
        Interrupt.arm();
        try (KitSource source = kit.open(progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            requireFit(settled, loaded.architecture());
            RelinkRequest request = new RelinkRequest(loaded, settled, chosen, output, ledger, null, Limits.of(loaded));
            return new RelinkAnswer(Relink.run(request, progress));
        }
    }

    private Recipe settle() throws EngineException, UsageException {
        Recipe settled = recipe == null ? KitFactory.eINSTANCE.createRecipe() : RecipeFiles.read(recipe);
        try {
            settings.forEach((name, value) -> RecipeSettings.set(settled, name, value));
            gaps.forEach(
                    (name, value) -> RecipeSettings.gapNamed(name).setBounds(settled, RecipeSettings.bounds(value)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), HELP);
        }
        if (noShuffle) {
            settled.setShuffle(false);
        }
        if (linker != null) {
            settled.setLinker(linker);
        }
        for (var problem : RecipeCheck.problems(settled).entrySet()) { // a recipe's file was checked when it was read
            throw new UsageException(problem.getKey() + ": " + problem.getValue(), HELP);
        }
        return settled;
    }

    /** Settings that only the kit shows to be impossible: whoever made them is told, the user's words or the recipe. */
    private void requireFit(Recipe settled, Architecture architecture) throws EngineException, UsageException {
        for (var problem : RecipeCheck.problems(settled, architecture).entrySet()) {
            String setting = "gaps." + problem.getKey();
            if (recipe == null || gaps.containsKey(problem.getKey()) || settings.containsKey(setting)) {
                throw new UsageException(setting + ": " + problem.getValue(), HELP);
            }
            throw new EngineException(
                    "bad-recipe", recipe.toString(), setting, problem.getValue(), "remove it, or relink another kit");
        }
    }

    private Seed chooseSeed() throws EngineException, UsageException {
        if (seed != null && seedFile != null) {
            throw new UsageException("--seed and --seed-file both give the seed", "use one of them");
        }
        try {
            if (seedFile != null) {
                return Seed.parse(readSeed());
            }
            return seed == null ? Seed.random() : Seed.parse(seed);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), "try head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \\n'");
        }
    }

    /** One line with the seed; more than that is no seed, so no more is read. */
    private String readSeed() throws EngineException {
        int most = 2 * Seed.BYTES + 3;
        try (var in = seedFile.toString().equals("-") ? System.in : Files.newInputStream(seedFile)) {
            return new String(in.readNBytes(most), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw EngineException.io(seedFile, e);
        }
    }
}
