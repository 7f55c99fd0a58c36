package org.karlworkbench.ui.relink;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Translated;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.linkers.Linkers;

/** Relinks a kit by a recipe. The kernel opens in its editor when it is done. */
public final class RelinkJob extends LinkJob {
    private final IFile kitFile;
    private final Recipe recipe;
    private final Seed seed;

    private RelinkJob(IFile kitFile, Recipe recipe, Seed seed) {
        super("Relinking " + KitFile.name(kitFile), kitFile);
        this.kitFile = kitFile;
        this.recipe = recipe;
        this.seed = seed;
    }

    /**
     * Starts a relink.
     *
     * @param kitFile the kit's file
     * @param recipe the recipe; null takes the first that the kit's file holds
     * @param seed the seed; null takes the recipe's or a new one
     */
    public static void start(IFile kitFile, Recipe recipe, Seed seed) {
        new RelinkJob(kitFile, recipe == null ? null : EcoreUtil.copy(recipe), seed).schedule();
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        RelinkResult result = relink(progress);
        report(console, result);
        Outcome.kernel(kitFile, result.kernel());
    }

    private RelinkResult relink(MonitorProgress progress) throws EngineException {
        LoadedKit kit = Kits.get().read(kitFile, progress);
        Recipe used = recipe == null ? Recipes.first(kitFile) : recipe;
        Path kernel = RelinkFolder.next(kitFile);
        LinkerTool linker = Linkers.of(kit.architecture(), used.getLinker());
        return Relink.run(
                new RelinkRequest(kit, used, seed == null ? seed(used) : seed, kernel, null, linker, Limits.of(kit)),
                progress);
    }

    /** The seed that a recipe gives, or a new one. */
    static Seed seed(Recipe recipe) {
        String given = recipe.getSeed();
        return given == null || given.isEmpty() ? Seed.random() : Seed.parse(given);
    }

    private static void report(KarlConsole console, RelinkResult result) {
        var entry = result.entry();
        for (Translated flag : result.translated()) {
            console.say("translated flag: " + flag.from() + " to " + flag.to());
        }
        for (String flag : entry.getDropped()) {
            console.say("dropped flag: " + flag);
        }
        console.head(result.kernel().getFileName() + ": linked by "
                + Formats.linker(entry.getLinker(), entry.getLinkerVersion()) + " in "
                + Formats.millis(entry.getMillis()) + ", SHA-256 " + entry.getSha256());
    }
}
