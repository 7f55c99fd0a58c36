package org.karlworkbench.ui.relink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Likeness;
import org.karlworkbench.relink.Likeness.Moved;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.linkers.Linkers;

/**
 * Relinks a kit as it is now with order and gaps of an earlier relink, by the objects' names, and says what had to move. The
 * kernel opens beside the earlier one, if that is still there.
 */
final class RelinkLikeJob extends LinkJob {
    private final IFile kitFile;
    private final Path entryFile;

    RelinkLikeJob(IFile kitFile, Path entryFile) {
        super("Relinking " + KitFile.name(kitFile) + " Like " + name(entryFile), kitFile);
        this.kitFile = kitFile;
        this.entryFile = entryFile;
    }

    private static String name(Path entryFile) {
        return LedgerFiles.kernelOf(entryFile).getFileName().toString();
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        LedgerEntry entry = LedgerFiles.read(entryFile);
        LoadedKit kit = Kits.get().read(kitFile, progress);
        Recipe recipe = recipe(entry);
        Seed seed = Seed.random();
        Likeness likeness = Likeness.of(entryFile, entry, kit, recipe, seed);
        RelinkRequest request = new RelinkRequest(
                kit,
                recipe,
                seed,
                RelinkFolder.next(kitFile),
                null,
                Linkers.of(kit.architecture(), recipe.getLinker()),
                Limits.of(kit));
        RelinkResult result = Relink.run(request.repeating(likeness.repeat()), progress);
        tell(console, result.kernel(), likeness, likeness.moved(result.entryFile()));
        show(result.kernel());
    }

    /** The settings of the entry, but for what decided its order, which the entry holds itself. */
    private static Recipe recipe(LedgerEntry entry) {
        Recipe recipe = RecipeSettings.copy(entry.getRecipe());
        recipe.getOrder().clear();
        recipe.getPinned().clear();
        recipe.getNeighbours().clear();
        recipe.setLinker(entry.getLinker());
        return recipe;
    }

    private void tell(KarlConsole console, Path kernel, Likeness likeness, List<Moved> moved) {
        likeness.added().forEach(each -> console.say("added: " + each));
        likeness.removed().forEach(each -> console.say("removed: " + each));
        if (moved != null) {
            moved.forEach(each -> console.say("moved: " + each.object() + " " + each.section() + " from "
                    + Formats.hex(each.from()) + " to " + Formats.hex(each.to())));
        }
        String said = moved == null
                ? "what moved is not known, the entry has no places any more"
                : moved.isEmpty()
                        ? "nothing had to move"
                        : Formats.plural(moved.size(), "section", "sections") + " moved";
        String line = kernel.getFileName() + ": linked like " + name(entryFile) + "; " + said;
        console.head(line);
        Outcome.message(kitFile, line);
    }

    private void show(Path kernel) {
        Path before = LedgerFiles.kernelOf(entryFile);
        if (Files.isRegularFile(before)) {
            Outcome.comparison(kitFile, before, kernel);
        } else {
            Outcome.kernel(kitFile, kernel);
        }
    }
}
