package org.karlworkbench.relink.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LedgerEdits;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.relink.KernelFile;

/**
 * What goes when a relink is taken away: kernel, places and entry, in this order, so that an entry is there as long as
 * there is something of which it tells. Nothing but plain files in the entry's own folder ever goes, and none that has an
 * entry of its own.
 *
 * @param filed the entry
 * @param files the files that go
 * @param bytes their sizes together
 * @param entryStays whether only the kernel goes
 * @param kept why the kernel stays; null where it goes, or where there is none
 */
public record Removal(FiledEntry filed, List<Path> files, long bytes, boolean entryStays, String kept) {
    /** Copies the files. */
    public Removal {
        files = List.copyOf(files);
    }

    /**
     * Finds out what would go.
     *
     * @param filed the entry
     * @param force whether a pinned one goes too, one that cannot be read, and a kernel beside it that has changed
     * @return what would go
     * @throws EngineException {@code pinned} or {@code bad-ledger} where it may not go without force; {@code io} when the
     *     kernel cannot be read
     */
    public static Removal of(FiledEntry filed, boolean force) throws EngineException {
        if (!force && !filed.isReadable()) {
            throw filed.problem();
        }
        if (!force && filed.isPinned()) {
            String cure = "unpin it, or use --force";
            throw new EngineException("pinned", filed.file().toString(), null, "is pinned", cure);
        }
        String kept = kernelStays(filed, force);
        List<Path> files = new ArrayList<>();
        if (kept == null && hasKernel(filed)) {
            files.add(filed.kernel());
        }
        Path places = filed.isReadable() ? filed.places() : LedgerFiles.placesOf(filed.file());
        if (places != null && FiledEntry.isFile(places) && isOwnPlaces(filed, places)) {
            files.add(places);
        }
        files.add(filed.file());
        return new Removal(filed, files, bytes(files), false, kept);
    }

    /**
     * Finds out whether the kernel alone could go, to be made again by a replay when it is wanted.
     *
     * @param filed an entry that can be read
     * @return what would go, nothing where the kernel stays
     * @throws EngineException as for {@link #of}
     */
    static Removal ofKernel(FiledEntry filed) throws EngineException {
        String kept = kernelStays(filed, false);
        List<Path> files = kept == null && hasKernel(filed) ? List.of(filed.kernel()) : List.of();
        return new Removal(filed, files, bytes(files), true, kept);
    }

    private static boolean hasKernel(FiledEntry filed) {
        return filed.kernel() != null && filed.kernelBytes() >= 0;
    }

    private static String kernelStays(FiledEntry filed, boolean force) throws EngineException {
        if (!hasKernel(filed)) {
            return null;
        }
        Path kernel = filed.kernel();
        boolean beside = kernel.equals(LedgerFiles.kernelOf(filed.file()));
        if (!filed.file().getParent().equals(kernel.getParent()) || !FiledEntry.isFile(kernel)) {
            return "it is no file in the ledger's own folder";
        }
        if (isOfLedger(kernel) || !beside && Files.exists(LedgerFiles.beside(kernel))) {
            return "it belongs to another entry";
        }
        boolean changed = !KernelFile.sha256(kernel).equals(filed.entry().getSha256());
        return changed && !(beside && force) ? "it is no longer the kernel of the entry" : null;
    }

    private static boolean isOfLedger(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(LedgerFiles.SUFFIX) || name.endsWith(LedgerFiles.PLACES);
    }

    /** An entry may name any file: one that does not look like places, or is another entry's, stays. */
    private static boolean isOwnPlaces(FiledEntry filed, Path places) {
        String name = places.getFileName().toString();
        if (!name.endsWith(LedgerFiles.PLACES)) {
            return false;
        }
        String stem = name.substring(0, name.length() - LedgerFiles.PLACES.length());
        Path owner = places.resolveSibling(stem + LedgerFiles.SUFFIX);
        return owner.equals(filed.file()) || !Files.exists(owner);
    }

    private static long bytes(List<Path> files) throws EngineException {
        long bytes = 0;
        for (Path file : files) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw EngineException.io(file, e);
            }
        }
        return bytes;
    }

    /**
     * Takes the files away. When it is stopped in between it can be done again.
     *
     * @throws EngineException when one cannot be deleted; those before it have gone
     */
    public void run() throws EngineException {
        if (files.isEmpty()) {
            return;
        }
        if (entryStays) {
            LedgerEdits.withoutKernel(filed.file());
        }
        for (Path file : files) {
            delete(file);
        }
        Path folder = filed.file().getParent();
        try {
            PrivateFiles.sync(folder);
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }

    private static void delete(Path file) throws EngineException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
