package org.karlworkbench.ui.wizard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.KitFile;

/**
 * Brings a kit into the workspace: its file, and for a kit that came as an archive its objects too, readable by their
 * owner only. Not for the UI thread.
 */
public final class KitImport {
    private KitImport() {}

    /**
     * Makes the kit's file.
     *
     * @param folder where in the workspace
     * @param name the kit's name there
     * @param source the kit's files
     * @param loaded the kit as it was read from them
     * @param copy whether its files are copied to lie beside the kit's file; an archive's always are
     * @param progress is told how far it is
     * @return the kit's file
     * @throws EngineException when something cannot be written; what was written is taken away again
     */
    public static IFile create(
            IContainer folder, String name, KitSource source, LoadedKit loaded, boolean copy, Progress progress)
            throws EngineException {
        IFile file = folder.getFile(org.eclipse.core.runtime.Path.forPosix(name + "." + KitFile.EXTENSION));
        LinkKit kit = EcoreUtil.copy(loaded.kit());
        kit.getObjects().clear();
        kit.getFindings().clear();
        kit.setSource(source.folder().toString());
        if (kit.getRecipes().isEmpty()) {
            kit.getRecipes().add(standard());
        }
        if (copy || source.temporary()) {
            Path objects = KitFile.path(KitFile.objects(file));
            copy(source.folder(), objects, progress);
            kit.setSource(objects.toString());
        }
        KitFiles.save(KitFile.path(file), kit);
        refresh(folder);
        return file;
    }

    private static Recipe standard() {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setName("Standard");
        return recipe;
    }

    private static void copy(Path from, Path to, Progress progress) throws EngineException {
        boolean whole = false;
        try (Stream<Path> tree = Files.walk(from)) {
            List<Path> all = tree.toList();
            progress.begin("copying objects", all.size());
            for (Path each : all) {
                progress.checkCancelled();
                copyOne(each, to.resolve(from.relativize(each).toString()));
                progress.worked(1);
            }
            whole = true;
        } catch (IOException e) {
            throw EngineException.io(to, e);
        } finally {
            if (!whole) {
                remove(to);
            }
        }
    }

    /** Links, devices and the like are no part of a kit and stay behind. */
    private static void copyOne(Path from, Path to) throws IOException {
        if (Files.isDirectory(from, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(to, PrivateFiles.FOLDER_MODE);
        } else if (Files.isRegularFile(from)) {
            Files.createFile(to, PrivateFiles.FILE_MODE);
            try (var out = Files.newOutputStream(to)) {
                Files.copy(from, out);
            }
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            Problems.log(e);
        }
    }

    private static void refresh(IContainer folder) {
        try {
            folder.refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
            // A snapshot: the project would be shown closed if the workbench were killed before it saves by itself.
            folder.getWorkspace().save(false, new NullProgressMonitor());
        } catch (CoreException e) {
            Problems.log(e);
        }
    }
}
