package org.karlworkbench.machine.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/**
 * What is made of a {@link Disk}'s operations so that a machine that stops at any moment leaves the old or the new, and
 * never a part of either. New files stand beside their places under a name of their own until they are whole.
 */
public final class SafeDisk {
    private static final String BESIDE = ".karl";

    private final Disk disk;

    /**
     * Safe ways to use a disk.
     *
     * @param disk the disk
     */
    public SafeDisk(Disk disk) {
        this.disk = disk;
    }

    /**
     * The disk itself.
     *
     * @return the disk
     */
    public Disk disk() {
        return disk;
    }

    /**
     * The name under which something new stands beside its place.
     *
     * @param place where it will be
     * @return a hidden name in the same folder, and so on the same file system
     */
    public static Path beside(Path place) {
        return place.resolveSibling("." + place.getFileName() + BESIDE);
    }

    /**
     * Whether anything is there, be it a link that leads nowhere.
     *
     * @param path any path
     * @return whether it is taken
     */
    public static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The names in a folder.
     *
     * @param folder a folder; it may be missing
     * @return its entries, sorted
     * @throws EngineException code {@code io} if it cannot be read
     */
    public static List<Path> entries(Path folder) throws EngineException {
        List<Path> entries = new ArrayList<>();
        if (exists(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            } catch (DirectoryIteratorException e) {
                throw EngineException.io(folder, e.getCause());
            } catch (IOException e) {
                throw EngineException.io(folder, e);
            }
        }
        entries.sort(null);
        return entries;
    }

    /**
     * Makes a folder durable where there is none.
     *
     * @param folder a folder whose parent is there
     * @param mode the mode of a new one
     * @throws EngineException code {@code io} if it cannot be made
     */
    public void folder(Path folder, String mode) throws EngineException {
        if (!Files.isDirectory(folder)) {
            makeFolder(folder, mode);
            disk.sync(folder.getParent());
        }
    }

    private void makeFolder(Path folder, String mode) throws EngineException {
        try {
            disk.makeFolder(folder, mode);
        } catch (EngineException e) {
            if (!Files.isDirectory(folder)) { // another run may have been quicker
                throw e;
            }
        }
    }

    /**
     * Writes a file beside its place, durable but for its name.
     *
     * @param place where it will be
     * @param content all of its bytes
     * @param mode its mode
     * @return where it is
     * @throws EngineException code {@code io} if it cannot be written whole; nothing stays then, if that can be removed
     */
    public Path stage(Path place, Content content, String mode) throws EngineException {
        Path beside = beside(place);
        removeIfThere(beside);
        try {
            disk.create(beside, content, mode);
            disk.sync(beside);
            return beside;
        } catch (EngineException e) {
            tryToRemove(beside);
            String cure = "free some space, or make it writable; what was there is untouched";
            throw new EngineException(e.code(), place.toString(), e.place(), e.getMessage(), cure, e);
        }
    }

    private void tryToRemove(Path path) {
        try {
            removeIfThere(path);
        } catch (EngineException e) {
            return; // the first failure is the one to tell; the next run removes it
        }
    }

    /**
     * Puts what stands beside a place there.
     *
     * @param place where it will be
     * @throws EngineException code {@code io} if it cannot be put there
     */
    public void settle(Path place) throws EngineException {
        disk.rename(beside(place), place);
        disk.sync(place.getParent());
    }

    /**
     * Writes a file in place of an older one: either the old or the new is there at any moment.
     *
     * @param place where it will be
     * @param content all of its bytes
     * @param mode its mode
     * @throws EngineException code {@code io} if it cannot be written; the older one is untouched then
     */
    public void put(Path place, Content content, String mode) throws EngineException {
        stage(place, content, mode);
        settle(place);
    }

    /**
     * Gives a file one more name, in place of another file of that name.
     *
     * @param file the file
     * @param name its further name
     * @throws EngineException code {@code io} if it cannot be linked; the other file is untouched then
     */
    public void link(Path file, Path name) throws EngineException {
        if (isSame(file, name)) {
            return; // and renaming one name of a file to another does nothing
        }
        Path beside = beside(name);
        removeIfThere(beside);
        disk.link(file, beside);
        settle(name);
    }

    /**
     * Whether two names are those of one file.
     *
     * @param a a name
     * @param b another
     * @return true if both are there and the same
     * @throws EngineException code {@code io} if they cannot be looked at
     */
    public static boolean isSame(Path a, Path b) throws EngineException {
        try {
            return exists(a) && exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            throw EngineException.io(a, e);
        }
    }

    /**
     * Removes a file, where it is there.
     *
     * @param file the file
     * @throws EngineException code {@code io} if it cannot be removed
     */
    public void removeIfThere(Path file) throws EngineException {
        if (exists(file)) {
            disk.remove(file);
        }
    }

    /**
     * Removes a file, where it is there, and makes that durable.
     *
     * @param file the file
     * @throws EngineException code {@code io} if it cannot be removed
     */
    public void removeForGood(Path file) throws EngineException {
        if (exists(file)) {
            disk.remove(file);
            disk.sync(file.getParent());
        }
    }

    /**
     * Removes a file or a folder with all that is in it; follows no link.
     *
     * @param path the file or folder; it may be missing
     * @throws EngineException code {@code io} if something cannot be removed
     */
    public void removeTree(Path path) throws EngineException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : entries(path)) {
                removeTree(entry);
            }
        }
        removeIfThere(path);
    }
}
