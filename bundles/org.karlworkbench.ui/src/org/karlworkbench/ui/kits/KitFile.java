package org.karlworkbench.ui.kits;

import java.nio.file.Path;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.karlworkbench.ui.items.InKit;

/**
 * Where things of a kit lie in the workspace: {@code NAME.kit}, beside it {@code NAME-objects} with the objects of a kit
 * that came as an archive, and {@code NAME-relinks} with its kernels and their ledger entries.
 */
public final class KitFile {
    /** The ending of a kit's file, without the dot. */
    public static final String EXTENSION = "kit";

    private static final String OBJECTS = "-objects";
    private static final String RELINKS = "-relinks";

    private KitFile() {}

    /**
     * Whether something is the file of a kit.
     *
     * @param file any file or null
     */
    public static boolean isKit(IFile file) {
        return file != null && EXTENSION.equals(file.getFileExtension());
    }

    /**
     * The kit that a selected element is or belongs to.
     *
     * @param element anything, null too
     * @return the kit's file, or null when there is none
     */
    public static IFile of(Object element) {
        if (element instanceof InKit item) {
            return item.kitFile();
        }
        IFile file = Adapters.adapt(element, IFile.class);
        return isKit(file) ? file : null;
    }

    /** The kit's name: its file's name without the ending. */
    public static String name(IFile kitFile) {
        return kitFile.getFullPath().removeFileExtension().lastSegment();
    }

    /**
     * The kit of some name beside another file.
     *
     * @param file of the workspace
     * @param name the kit's name
     * @return its file, whether or not it is there
     */
    public static IFile beside(IFile file, String name) {
        return file.getParent().getFile(org.eclipse.core.runtime.Path.forPosix(name + "." + EXTENSION));
    }

    /** The folder with its unpacked objects, which need not exist. */
    public static IFolder objects(IFile kitFile) {
        return folder(kitFile, OBJECTS);
    }

    /** The folder with its kernels and their ledger, which need not exist. */
    public static IFolder relinks(IFile kitFile) {
        return folder(kitFile, RELINKS);
    }

    private static IFolder folder(IFile kitFile, String suffix) {
        return kitFile.getParent().getFolder(org.eclipse.core.runtime.Path.forPosix(name(kitFile) + suffix));
    }

    /**
     * The kit that a folder was made for.
     *
     * @param folder a folder of the workspace
     * @return the kit's file, or null when the folder is none of a kit's
     */
    public static IFile owner(IContainer folder) {
        String name = folder.getName();
        String suffix = name.endsWith(RELINKS) ? RELINKS : name.endsWith(OBJECTS) ? OBJECTS : null;
        if (suffix == null || folder.getParent() == null) {
            return null;
        }
        String kit = name.substring(0, name.length() - suffix.length()) + "." + EXTENSION;
        IFile file = folder.getParent().getFile(org.eclipse.core.runtime.Path.forPosix(kit));
        return file.exists() ? file : null;
    }

    /**
     * What tells a file from another of its name: the kit of which it is a relink, else its folder.
     *
     * @param file any file
     * @return the name of kit or folder, empty for a file in the root of the file system
     */
    public static String whose(Path file) {
        Path folder = file.toAbsolutePath().getParent().getFileName();
        String name = folder == null ? "" : folder.toString();
        return name.endsWith(RELINKS) ? name.substring(0, name.length() - RELINKS.length()) : name;
    }

    /** Whether a folder of that name may be one that was made for a kit. */
    static boolean isOfKit(String folderName) {
        return folderName.endsWith(RELINKS) || folderName.endsWith(OBJECTS);
    }

    /** The place of a file in the file system. */
    public static Path path(IFile file) {
        return file.getLocation().toPath();
    }

    /** The place of a folder in the file system. */
    public static Path path(IContainer folder) {
        return folder.getLocation().toPath();
    }
}
