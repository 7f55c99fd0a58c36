package org.karlworkbench.ui.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kits.KitFile;

/** Where the results of laboratory runs lie: beside the kit, as {@code KIT-RECIPE-N.lab}. */
public final class LabFiles {
    /** The ending of their names. */
    public static final String ENDING = ".lab";

    private LabFiles() {}

    /** A file that is not there yet. */
    static Path next(IFile kitFile, Recipe recipe) {
        String given = recipe.getName() == null ? "" : recipe.getName();
        String name = given.isEmpty() ? "" : "-" + given.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        Path kit = KitFile.path(kitFile);
        int number = 1;
        while (Files.exists(file(kit, KitFile.name(kitFile) + name, number))) {
            number++;
        }
        return file(kit, KitFile.name(kitFile) + name, number);
    }

    private static Path file(Path kit, String name, int number) {
        return kit.resolveSibling(name + "-" + number + ENDING);
    }
}
