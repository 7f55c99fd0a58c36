package org.karlworkbench.ui.kits;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.relink.ledger.Ledgers;
import org.karlworkbench.relink.ledger.Removal;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.items.RelinkItem;

/** The folder beside a kit with its kernels and their ledger entries; open to its owner only. */
public final class RelinkFolder {
    private static final String PREFIX = "bsd-";

    private RelinkFolder() {}

    /**
     * The file name of the next kernel, in a folder that exists from now on.
     *
     * @param kitFile the kit's file
     * @return a kernel that does not exist yet
     * @throws EngineException when the folder cannot be made or read
     */
    public static Path next(IFile kitFile) throws EngineException {
        Path folder = of(kitFile);
        int last = 0;
        for (Path file : files(folder)) {
            last = Math.max(last, number(file.getFileName().toString()));
        }
        return folder.resolve(PREFIX + String.format("%04d", last + 1));
    }

    /** The folder itself, which exists from now on. */
    static Path of(IFile kitFile) throws EngineException {
        Path folder = KitFile.path(KitFile.relinks(kitFile));
        PrivateFiles.folder(folder);
        return folder;
    }

    /**
     * The file name of a kernel that repeats another, beside it.
     *
     * @param kernel the kernel that is repeated
     * @return a kernel that does not exist yet
     */
    public static Path replayed(Path kernel) {
        String name = kernel.getFileName() + "-replayed";
        Path free = kernel.resolveSibling(name);
        for (int i = 2; Files.exists(free); i++) {
            free = kernel.resolveSibling(name + "-" + i);
        }
        return free;
    }

    private static int number(String name) {
        if (!name.startsWith(PREFIX)) {
            return 0;
        }
        int end = PREFIX.length();
        while (end < name.length() && end < PREFIX.length() + 8 && Character.isDigit(name.charAt(end))) {
            end++;
        }
        return end == PREFIX.length() ? 0 : Integer.parseInt(name.substring(PREFIX.length(), end));
    }

    /**
     * All entries of a kit. Those that were made without kernels lie in folders of their own.
     *
     * @param kitFile the kit's file
     * @param progress told how far it is; asked for cancel
     * @return the entries, the oldest first
     * @throws EngineException when a folder cannot be read
     */
    public static List<FiledEntry> ledger(IFile kitFile, Progress progress) throws EngineException {
        List<FiledEntry> ledger = new ArrayList<>();
        for (Path folder : ledgers(kitFile)) {
            ledger.addAll(Ledgers.read(folder, progress));
        }
        ledger.sort(Comparator.comparing(FiledEntry::date).thenComparing(FiledEntry::name));
        return List.copyOf(ledger);
    }

    /**
     * The folders with entries of a kit: that of its relinks, and those in it.
     *
     * @param kitFile the kit's file
     * @return the folders, none where the kit was never relinked or its project has gone meanwhile
     * @throws EngineException when a folder cannot be read
     */
    public static List<Path> ledgers(IFile kitFile) throws EngineException {
        IPath place = KitFile.relinks(kitFile).getLocation();
        if (place == null || !Files.isDirectory(place.toPath())) {
            return List.of();
        }
        Path folder = place.toPath();
        List<Path> folders = new ArrayList<>(List.of(folder));
        for (Path file : files(folder)) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                folders.add(file);
            }
        }
        return folders;
    }

    /** Those of a ledger that have their kernels beside them, the latest first. */
    static List<RelinkItem> relinks(IFile kitFile, List<FiledEntry> ledger) {
        return ledger.stream()
                .filter(each -> each.isReadable() && each.kernelBytes() >= 0)
                .filter(each -> LedgerFiles.beside(each.kernel()).equals(each.file()))
                .map(each -> RelinkItem.of(kitFile, each.kernel(), each.entry()))
                .sorted(Comparator.comparing(RelinkItem::label, RelinkFolder::compare)
                        .reversed())
                .toList();
    }

    /**
     * The kernel that a kit was linked to before another one. Not for the UI thread.
     *
     * @param kitFile the kit's file
     * @param kernel one of its relinks
     * @param progress told how far it is; asked for cancel
     * @return the latest of the earlier relinks whose kernel is still there
     * @throws EngineException when the ledger cannot be read
     */
    public static Optional<Path> before(IFile kitFile, Path kernel, Progress progress) throws EngineException {
        return relinks(kitFile, ledger(kitFile, progress)).stream()
                .map(RelinkItem::kernel)
                .dropWhile(each -> !each.getFileName().equals(kernel.getFileName()))
                .skip(1)
                .findFirst();
    }

    /** By number, then by the number that one of many has behind a full stop, then as words. */
    private static int compare(String a, String b) {
        int byNumber = Integer.compare(number(a), number(b));
        int byPart = byNumber != 0 ? byNumber : Integer.compare(part(a), part(b));
        return byPart != 0 ? byPart : a.compareTo(b);
    }

    private static int part(String name) {
        int stop = name.lastIndexOf('.');
        String digits = stop < 0 ? "" : name.substring(stop + 1);
        return digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : 0;
    }

    private static List<Path> files(Path folder) throws EngineException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
        return files;
    }

    /**
     * Deletes a relink, pinned or not: the kernel, its ledger entry and its places.
     *
     * @param item the relink
     * @throws EngineException when a file cannot be deleted
     */
    public static void delete(RelinkItem item) throws EngineException {
        Removal.of(FiledEntry.read(item.entryFile()), true).run();
        refresh(item.kitFile());
    }

    /**
     * Makes the workspace see what happened in the folder.
     *
     * @param kitFile the kit's file
     */
    public static void refresh(IFile kitFile) {
        refresh(KitFile.relinks(kitFile));
        Kits.get().relinksChanged(kitFile);
    }

    /**
     * Lets the workspace see what was written beside a kit.
     *
     * @param kitFile the kit's file
     */
    public static void refreshBeside(IFile kitFile) {
        refresh(kitFile.getParent());
    }

    private static void refresh(IResource folder) {
        try {
            folder.refreshLocal(IResource.DEPTH_ONE, new NullProgressMonitor());
        } catch (CoreException e) {
            Problems.log(e);
        }
    }
}
