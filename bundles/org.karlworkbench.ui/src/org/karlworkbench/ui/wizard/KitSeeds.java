package org.karlworkbench.ui.wizard;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.karlworkbench.ui.items.InKit;
import org.karlworkbench.ui.kits.KitFile;

/**
 * What the wizard fills in from what was selected when it was opened.
 *
 * @param selected the selected folder or project, null when there is none
 * @param place the folder or archive that was selected, empty when it was none
 */
record KitSeeds(IContainer selected, String place) {
    private static final String PROJECT = "Kits";
    private static final Pattern ARCHIVE =
            Pattern.compile("\\.(tgz|txz|tar\\.gz|tar\\.xz|tar)$", Pattern.CASE_INSENSITIVE);

    static KitSeeds of(IStructuredSelection selection) {
        Object first = selection.getFirstElement();
        IResource resource = first instanceof InKit item ? item.kitFile() : Adapters.adapt(first, IResource.class);
        if (resource == null || resource.getType() == IResource.ROOT) {
            return new KitSeeds(null, "");
        }
        boolean archive = resource.getType() == IResource.FILE && isArchive(resource.getName());
        IContainer container = resource instanceof IContainer folder ? folder : resource.getParent();
        return new KitSeeds(container, archive ? resource.getLocation().toOSString() : "");
    }

    /** Whether a file can be an archive of kits, by its name. */
    static boolean isArchive(String name) {
        return ARCHIVE.matcher(name).find();
    }

    String[] projects() {
        return Arrays.stream(root().getProjects())
                .filter(IProject::isOpen)
                .map(IProject::getName)
                .toArray(String[]::new);
    }

    /** The project or, below it, the folder in which the kit shall appear. */
    String project() {
        if (selected != null) {
            return selected.getFullPath().makeRelative().toString();
        }
        String[] projects = projects();
        return projects.length == 0 ? PROJECT : projects[0];
    }

    /** The project or folder of that name; a project need not exist yet. Null when there can be none of that name. */
    IContainer container(String name) {
        org.eclipse.core.runtime.IPath path =
                org.eclipse.core.runtime.Path.forPosix(name).makeAbsolute();
        if (path.segmentCount() == 0 || !path.isValidPath(name)) {
            return null;
        }
        return path.segmentCount() == 1 ? root().getProject(path.segment(0)) : root().getFolder(path);
    }

    private static IWorkspaceRoot root() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    /** The name of a folder or archive, without an archive's ending. */
    static String name(Path place) {
        Path last = place.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : ARCHIVE.matcher(last.toString()).replaceFirst("");
    }

    static boolean taken(IContainer folder, String name) {
        if (folder == null) {
            return false;
        }
        var path = org.eclipse.core.runtime.Path.forPosix(name + "." + KitFile.EXTENSION);
        return folder.getFile(path).exists()
                || KitFile.objects(folder.getFile(path)).exists();
    }

    /** The name, or with a number behind it when there is a kit of that name. */
    static String free(IContainer folder, String name) {
        String free = name;
        for (int number = 2; taken(folder, free); number++) {
            free = name + "-" + number;
        }
        return free;
    }
}
