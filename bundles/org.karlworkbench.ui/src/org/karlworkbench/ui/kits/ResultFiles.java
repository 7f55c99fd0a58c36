package org.karlworkbench.ui.kits;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Recipe;

/** Where the results of measuring a kit lie: beside it, as {@code KIT-RECIPE-N} with an ending of their kind. */
public final class ResultFiles {
    private ResultFiles() {}

    /**
     * A file that is not there yet.
     *
     * @param kitFile the kit's file
     * @param recipe by which was measured
     * @param ending of the file's name, with its full stop
     */
    public static Path next(IFile kitFile, Recipe recipe, String ending) {
        String given = recipe.getName() == null ? "" : recipe.getName();
        String name = given.isEmpty() ? "" : "-" + given.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        Path kit = KitFile.path(kitFile);
        int number = 1;
        while (Files.exists(file(kit, KitFile.name(kitFile) + name, number, ending))) {
            number++;
        }
        return file(kit, KitFile.name(kitFile) + name, number, ending);
    }

    private static Path file(Path kit, String name, int number, String ending) {
        return kit.resolveSibling(name + "-" + number + ending);
    }
}
