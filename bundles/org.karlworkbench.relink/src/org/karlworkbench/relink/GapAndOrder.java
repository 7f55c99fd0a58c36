package org.karlworkbench.relink;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Places;

/**
 * The half of a relink that needs no linker: {@code gap.o} and {@code lorder}, as the original leaves them in a kit's folder
 * (KARL.md sections A1 and B1). For an architecture that no linker here knows, and for links by other means.
 */
public final class GapAndOrder {
    private static final String ORDER = "lorder";

    private GapAndOrder() {}

    /**
     * Draws, and writes both files, readable by their owner only.
     *
     * @param kit the kit
     * @param recipe the settings
     * @param seed from which the draw is made
     * @param folder where to; made if it is missing, closed to others if it is empty
     * @return what was drawn
     * @throws EngineException code {@code kit-errors} if the kit cannot be linked, {@code never-randomized} if its
     *     architecture has neither, {@code bad-recipe} if sections are to be shuffled; or if a file cannot be written
     */
    public static Draw write(LoadedKit kit, Recipe recipe, Seed seed, Path folder) throws EngineException {
        Preparation.requireSound(kit);
        if (!kit.architecture().randomized()) {
            throw new EngineException(
                    "never-randomized",
                    kit.origin().toString(),
                    null,
                    kit.architecture().name() + " kernels have neither gap nor random order",
                    "relink it with -o");
        }
        requireObjects(kit, recipe);
        Draw draw = Draws.draw(kit, recipe, seed);
        byte[] gap = GapObject.bytes(
                kit.objects().getFirst().header(),
                Draws.page(kit.plan(), recipe),
                GapMaker.pad(kit, recipe),
                draw.gaps());
        PrivateFiles.folder(folder);
        PrivateFiles.replace(folder.resolve(Places.GAP), gap);
        String lines = String.join("\n", draw.order()) + "\n";
        PrivateFiles.replace(folder.resolve(ORDER), lines.getBytes(StandardCharsets.UTF_8));
        return draw;
    }

    private static void requireObjects(LoadedKit kit, Recipe recipe) throws EngineException {
        if (Unit.of(recipe) != Unit.OBJECT) {
            throw new EngineException(
                    "bad-recipe",
                    kit.origin().toString(),
                    "unit",
                    "is section, and lorder can tell the order of objects only",
                    "relink it with -o, or shuffle objects");
        }
    }
}
