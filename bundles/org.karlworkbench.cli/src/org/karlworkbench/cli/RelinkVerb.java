package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.GapAndOrder;
import org.karlworkbench.relink.Likeness;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkMany;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;

/** {@code karl relink}: links a kit in random order with random gaps. */
final class RelinkVerb extends Verb {
    private static final int MOST = 999_999;

    private final KitArgument kit = new KitArgument(options);
    private final Given<Path> output = options.file("FILE", "The kernel to write.", "-o", "--output");
    private final Given<Path> unlinked =
            options.file("DIR", "Write gap.o and lorder into a folder, and link nothing.", "--unlinked");
    private final Given<Path> linkerPath =
            options.file("FILE", "The linker's program, where it is not the one on the PATH.", "--linker-path");
    private final SeedOption seed = new SeedOption(options);
    private final Given<Integer> count =
            options.number("N", "Relink N times, to FILE.1 and so on, or to entries only without -o.", "--count");
    private final Given<Path> like =
            options.file("ENTRY", "Keep order and gaps of an earlier relink, by the objects' names.", "--like");
    private final RecipeOptions recipe = new RecipeOptions(options);
    private final Given<Path> ledger =
            options.file("DIR", "Where the ledger entry goes; else beside FILE.", "--ledger");

    RelinkVerb() {
        super("Links a kit in random order with random gaps.", RecipeOptions.NAMES);
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        requireTarget();
        int many = count();
        Seed chosen = seed.choose();
        LedgerEntry earlier = like.isThere() ? LedgerFiles.read(like.get()) : null;
        Recipe settled = earlier == null ? recipe.settle() : recipe.settleLike(earlier);
        if (linkerPath.isThere() && LinkerTool.BUILT_IN.name().equals(settled.getLinker())) {
            throw new UsageException(
                    "--linker-path names a program, and the built-in linker is none", "leave one of them away");
        }
        Interrupt.arm();
        try (KitSource source = kit.open(progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            recipe.requireFit(settled, loaded.outline());
            if (unlinked.isThere()) {
                return prepared(loaded, settled, chosen);
            }
            if (earlier != null) {
                return like(earlier, request(loaded, settled, chosen), progress);
            }
            RelinkRequest request = request(loaded, settled, chosen);
            return many > 0 ? many(request, many, progress) : new RelinkAnswer(Relink.run(request, progress));
        }
    }

    private Answer like(LedgerEntry earlier, RelinkRequest drawn, Progress progress) throws EngineException {
        Likeness likeness = Likeness.of(like.get(), earlier, drawn.kit(), drawn.recipe(), drawn.seed());
        RelinkResult result = Relink.run(drawn.repeating(likeness.repeat()), progress);
        return new LikeAnswer(new RelinkAnswer(result), likeness, likeness.moved(result.entryFile()));
    }

    private Answer prepared(LoadedKit loaded, Recipe settled, Seed chosen) throws EngineException {
        Path folder = unlinked.get();
        return new UnlinkedAnswer(folder, chosen, GapAndOrder.write(loaded, settled, chosen, folder));
    }

    private RelinkRequest request(LoadedKit loaded, Recipe settled, Seed chosen) throws EngineException {
        LinkerTool tool = linkerPath.isThere() ? LinkerTools.at(linkerPath.get(), settled.getLinker()) : null;
        return new RelinkRequest(loaded, settled, chosen, output.get(), ledger.get(), tool, Limits.of(loaded));
    }

    private static Answer many(RelinkRequest request, int count, Progress progress) throws EngineException {
        long begun = System.nanoTime();
        List<Path> entries = RelinkMany.run(request, count, progress);
        return new ManyAnswer(entries, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private void requireTarget() throws UsageException {
        if (output.isThere() && unlinked.isThere()) {
            throw new UsageException(
                    "-o and --unlinked exclude each other",
                    "use -o FILE to link, or --unlinked DIR to write only gap.o and lorder");
        }
        if (count.isThere() && unlinked.isThere()) {
            throw new UsageException("--count and --unlinked exclude each other", "use one of them");
        }
        if (count.isThere() && !output.isThere() && !ledger.isThere()) {
            throw new UsageException(
                    "nothing says where the relinks go",
                    "name the kernels with -o FILE, or with --ledger DIR where their entries are made without kernels");
        }
        if (!output.isThere() && !unlinked.isThere() && !count.isThere()) {
            throw new UsageException("either -o or --unlinked is needed", "name the kernel to write with -o FILE");
        }
        if (like.isThere() && (count.isThere() || unlinked.isThere())) {
            throw new UsageException(
                    "--like makes one kernel", "leave " + (count.isThere() ? "--count" : "--unlinked") + " away");
        }
    }

    /** How many relinks; 0 for one that goes to the file itself. */
    private int count() throws UsageException {
        if (!count.isThere()) {
            return 0;
        }
        int many = count.get();
        if (many < 1 || many > MOST) {
            throw new UsageException("--count " + many + " is out of range", "use a number from 1 to " + MOST);
        }
        return many;
    }
}
