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
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;

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

    /** Relinks it by the built-in linker, into the folder in which the workbench looks for that. */
    Path relink(String name) {
        try {
            Path kernel = KitFile.path(KitFile.relinks(file)).resolve(name);
            PrivateFiles.folder(kernel.getParent());
            Recipe recipe = KitFactory.eINSTANCE.createRecipe();
            recipe.setLinker("builtin");
            LoadedKit kit = Kits.get().read(file, Progress.NONE);
            Relink.run(new RelinkRequest(kit, recipe, Seed.random(), kernel, null, null, null), Progress.NONE);
            RelinkFolder.refresh(file);
            return kernel;
        } catch (EngineException e) {
            throw new IllegalStateException(e);
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
