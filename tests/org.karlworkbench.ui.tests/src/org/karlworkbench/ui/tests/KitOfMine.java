package org.karlworkbench.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kits.KitFile;

/** A copy of the demo kit that a test may break, in a project of its own. */
record KitOfMine(Path folder, IFile file) {
    /** Copies the demo kit into a folder and brings it into the workspace, with one recipe. */
    static KitOfMine in(Path folder, String project) {
        try (Stream<Path> files = Files.list(Demo.samples().resolve("demo-amd64"))) {
            for (Path object : files.toList()) {
                Files.copy(object, folder.resolve(object.getFileName()));
            }
            return new KitOfMine(folder, file(folder, project));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CoreException | EngineException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IFile file(Path folder, String name) throws CoreException, EngineException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        LinkKit kit = KitFactory.eINSTANCE.createLinkKit();
        kit.setName(name);
        kit.setSource(folder.toString());
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setName("Plain");
        kit.getRecipes().add(recipe);
        IFile file = project.getFile("mine.kit");
        KitFiles.save(KitFile.path(file), kit);
        project.refreshLocal(IResource.DEPTH_ONE, null);
        return file;
    }

    /** Replaces words in the Makefile. */
    void edit(String words, String others) {
        try {
            Path makefile = folder.resolve("Makefile");
            Files.writeString(makefile, Files.readString(makefile).replace(words, others));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Ui.run(() -> Ui.page().closeAllEditors(false));
            file.getProject().delete(true, true, null);
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
