package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.source.Archive;
import org.karlworkbench.kit.source.FolderFiles;
import org.karlworkbench.kit.source.KitFolders;
import org.karlworkbench.kit.source.TempFolder;
import org.karlworkbench.kit.source.Unpacked;

/**
 * A link-kit's files on the disk, wherever they came from: a folder, or an archive that was unpacked into a private
 * folder. Closing removes what was unpacked and nothing else.
 */
public final class KitSource implements AutoCloseable {
    private final Path origin;
    private final Path folder;
    private final String name;
    private final List<String> fileNames;
    private final TempFolder temp;

    private KitSource(Path origin, Path folder, String name, TempFolder temp, Progress progress)
            throws EngineException {
        this.origin = origin;
        this.folder = folder;
        this.name = name;
        this.temp = temp;
        this.fileNames = FolderFiles.files(folder, progress);
    }

    /**
     * Opens a kit. An archive is told from its content: tar, plain or packed by gzip or xz.
     *
     * @param kit a folder with objects, a folder of such folders, an archive of either, or a file that the workbench
     *     saved
     * @param name the kit's name where there are several; null otherwise
     * @param progress told how far the unpacking is, and asked whether to go on
     * @return the kit's files; to be closed
     * @throws AmbiguousKitException if there are several kits and no name, or none of that name
     * @throws EngineException code {@code no-kit} or {@code empty-kit} if no kit is there, {@code bad-archive} if the
     *     archive is damaged, {@code refused-archive}, {@code refused-link}, {@code refused-file} or
     *     {@code duplicate-member} if it holds what must not be used, {@code io} if reading or writing fails; nothing
     *     that was unpacked is left then
     * @throws java.util.concurrent.CancellationException if the user stopped it; nothing is left then either
     */
    public static KitSource open(Path kit, String name, Progress progress) throws EngineException {
        Path origin = kit.toAbsolutePath().normalize();
        if (Files.isDirectory(kit)) {
            return openFolder(kit, origin, name, progress);
        }
        if (!Files.isRegularFile(kit)) {
            throw noFile(kit);
        }
        if (KitFiles.isKitFile(kit)) {
            return ofFolder(KitFiles.sourceOf(kit), progress);
        }
        Archive archive = Archive.of(kit, progress);
        if (archive == null) {
            throw noKit(kit, "neither a folder nor an archive (tar, tar.gz, tar.xz) nor a .kit file");
        }
        return openArchive(archive, kit, origin, name, progress);
    }

    /**
     * Takes exactly this folder as a kit, whatever its subfolders are.
     *
     * @param folder the kit's folder
     * @param progress asked whether to go on
     * @return the kit's files; closing it does nothing
     * @throws EngineException as {@link #open}
     */
    public static KitSource ofFolder(Path folder, Progress progress) throws EngineException {
        Path real = realPath(folder);
        return new KitSource(folder.toAbsolutePath().normalize(), real, nameOf(real), null, progress);
    }

    private static EngineException noFile(Path kit) {
        try {
            Files.readAttributes(kit, BasicFileAttributes.class);
            return noKit(kit, "neither a folder nor a file");
        } catch (NoSuchFileException e) {
            return noKit(kit, "no such file or folder");
        } catch (IOException e) {
            return EngineException.io(kit, e);
        }
    }

    private static EngineException noKit(Path kit, String problem) {
        return new EngineException("no-kit", kit.toString(), null, problem, "name a link-kit's folder or archive");
    }

    private static KitSource openFolder(Path kit, Path origin, String name, Progress progress) throws EngineException {
        KitFolders found = KitFolders.find(realPath(kit), name);
        if (found.chosen() == null) {
            throw ambiguous(kit, name, found.names());
        }
        return new KitSource(origin, found.chosen(), nameOf(found.chosen()), null, progress);
    }

    private static KitSource openArchive(Archive archive, Path kit, Path origin, String name, Progress progress)
            throws EngineException {
        TempFolder temp = TempFolder.create();
        boolean opened = false;
        try {
            Unpacked unpacked = archive.unpack(name, temp);
            if (unpacked.folder() == null) {
                throw ambiguous(kit, name, unpacked.names());
            }
            KitSource source = new KitSource(origin, unpacked.folder(), unpacked.name(), temp, progress);
            opened = true;
            return source;
        } finally {
            if (!opened) {
                temp.close();
            }
        }
    }

    private static AmbiguousKitException ambiguous(Path kit, String name, List<String> names) {
        return name == null
                ? new AmbiguousKitException("ambiguous-kit", kit.toString(), "holds several kits", names)
                : new AmbiguousKitException("unknown-kit", kit.toString(), "holds no kit " + name + "; it has", names);
    }

    private static Path realPath(Path folder) throws EngineException {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }

    private static String nameOf(Path folder) {
        return folder.getFileName() == null ? "/" : folder.getFileName().toString();
    }

    /**
     * Where the kit's files are.
     *
     * @return an absolute path without links
     */
    public Path folder() {
        return folder;
    }

    /**
     * The kit's name, such as {@code GENERIC.MP}.
     *
     * @return the name of its folder; for an archive without folders, the archive's name without its ending
     */
    public String name() {
        return name;
    }

    /**
     * What the user named.
     *
     * @return the absolute path of the folder or archive
     */
    public Path origin() {
        return origin;
    }

    /**
     * Whether the files were unpacked and go away when this is closed.
     *
     * @return true for an archive
     */
    public boolean temporary() {
        return temp != null;
    }

    /**
     * The objects that lie in the folder, gap.o and gapdummy.o among them.
     *
     * @return their file names, sorted; empty if only a Makefile or a script is there
     */
    public List<String> objectNames() {
        return fileNames.stream().filter(FolderFiles::isObject).toList();
    }

    /**
     * All files of the kit: objects, libraries, scripts and Makefile; nothing that an earlier relink left, such as
     * {@code lorder}.
     *
     * @return their names in the folder, sorted
     */
    public List<String> fileNames() {
        return fileNames;
    }

    /** Removes what was unpacked. */
    @Override
    public void close() {
        if (temp != null) {
            temp.close();
        }
    }
}
