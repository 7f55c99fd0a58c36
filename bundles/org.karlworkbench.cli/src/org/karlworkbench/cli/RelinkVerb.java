package org.karlworkbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.GapAndOrder;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
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
            "NAME in --set is linker, shuffle, unit, order, pinned, neighbours, gaps.GAP,",
            "gapAlign.GAP, pad, page, textBase, entry, addFlags, dropFlags or strip; names and",
            "flags of a list have commas between them, groups of neighbours semicolons. GAP and",
            "NAME in --gap are text0, text1, rodata, data or bss; bounds are in bytes, decimal",
            "or 0x, both included."
        })
final class RelinkVerb extends Verb {
    @Mixin
    KitArgument kit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The kernel to write.")
    Path output;

    @Option(
            names = "--unlinked",
            paramLabel = "DIR",
            description = "Write gap.o and lorder into a folder, and link nothing.")
    Path unlinked;

    @Option(
            names = "--linker-path",
            paramLabel = "FILE",
            description = "The linker's program, where it is not the one on the PATH.")
    Path linkerPath;

    @Option(
            names = "--seed",
            paramLabel = "HEX",
            description = "The seed, 64 digits. For tests: other users see it in the process list.")
    String seed;

    @Option(names = "--seed-file", paramLabel = "FILE", description = "A file with the seed, - for standard input.")
    Path seedFile;

    @Mixin
    RecipeOptions recipe;

    @Option(names = "--ledger", paramLabel = "DIR", description = "Where the ledger entry goes; else beside FILE.")
    Path ledger;

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        if ((output == null) == (unlinked == null)) {
            throw new UsageException("either -o or --unlinked is needed", "name the kernel to write with -o FILE");
        }
        Seed chosen = chooseSeed();
        Recipe settled = recipe.settle();
        Interrupt.arm();
        try (KitSource source = kit.open(progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            recipe.requireFit(settled, loaded.outline());
            if (unlinked != null) {
                return new UnlinkedAnswer(unlinked, chosen, GapAndOrder.write(loaded, settled, chosen, unlinked));
            }
            LinkerTool tool = linkerPath == null ? null : LinkerTools.at(linkerPath, settled.getLinker());
            RelinkRequest request = new RelinkRequest(loaded, settled, chosen, output, ledger, tool, Limits.of(loaded));
            return new RelinkAnswer(Relink.run(request, progress));
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
