package org.karlworkbench.relink.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.model.LedgerEntry;

/**
 * An entry of a ledger as it lies on the disk. Its content may be anybody's: a name in it is looked at, and never
 * trusted.
 *
 * @param file the entry's file
 * @param entry what it says, apart from the order, which is too long to keep of thousands of entries; null where it
 *     cannot be read
 * @param problem why it cannot be read, null where it can
 * @param date when the relink began, or, where that is not told, when the file was written
 * @param kernel the kernel beside it, else the one that it names; null where it has none
 * @param kernelBytes the size of the kernel; -1 where it is not there
 * @param ledgerBytes the size of entry and places together
 */
public record FiledEntry(
        Path file,
        LedgerEntry entry,
        EngineException problem,
        Instant date,
        Path kernel,
        long kernelBytes,
        long ledgerBytes) {
    private static final String LEDGER_CODE = "bad-ledger";

    /**
     * Reads an entry. What is wrong with it is in the result.
     *
     * @param file a file whose name ends as an entry's does
     * @return the entry, or the reason why it is none
     */
    public static FiledEntry read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(absolute, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? read(absolute, attributes) : unreadable(absolute, noFile(absolute));
        } catch (IOException e) {
            return unreadable(absolute, EngineException.io(absolute, e));
        }
    }

    private static FiledEntry read(Path file, BasicFileAttributes attributes) {
        try {
            LedgerEntry entry = LedgerFiles.read(file);
            entry.getOrder().clear();
            Path kernel = kernel(file, entry);
            Path places = places(file, entry);
            long ledgerBytes = attributes.size() + Math.max(0, size(places));
            return new FiledEntry(file, entry, null, date(entry, attributes), kernel, size(kernel), ledgerBytes);
        } catch (EngineException e) {
            Instant written = attributes.lastModifiedTime().toInstant();
            return new FiledEntry(file, null, e, written, null, -1, attributes.size());
        }
    }

    private static FiledEntry unreadable(Path file, EngineException problem) {
        return new FiledEntry(file, null, problem, Instant.EPOCH, null, -1, 0);
    }

    private static EngineException noFile(Path file) {
        return new EngineException(
                LEDGER_CODE, file.toString(), null, "is a link or another special file", "put the entry itself there");
    }

    private static Instant date(LedgerEntry entry, BasicFileAttributes attributes) {
        try {
            return Instant.parse(entry.getStarted() == null ? "" : entry.getStarted());
        } catch (DateTimeException e) {
            return attributes.lastModifiedTime().toInstant();
        }
    }

    /** The kernel under whose name the entry lies: both may have been renamed since; else the one that is named. */
    private static Path kernel(Path file, LedgerEntry entry) {
        Path beside = LedgerFiles.kernelOf(file);
        return isFile(beside) ? beside : sibling(file, entry.getKernel());
    }

    private static Path places(Path file, LedgerEntry entry) {
        Path places = sibling(file, entry.getPlaces());
        return places != null && file.getParent().equals(places.getParent()) ? places : null;
    }

    private static Path sibling(Path file, String name) {
        try {
            return name == null || name.isEmpty()
                    ? null
                    : file.resolveSibling(name).normalize();
        } catch (InvalidPathException e) {
            return null; // nothing can have this name
        }
    }

    private static long size(Path file) {
        try {
            return file != null && Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            return -1; // it has just gone
        }
    }

    /** A plain file, and no link to one. */
    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The places file that the entry names, if that is a name of a file beside it; else null. */
    Path places() {
        return entry == null ? null : places(file, entry);
    }

    /** Whether the entry can be read. */
    public boolean isReadable() {
        return entry != null;
    }

    /** Whether no clean-up takes it. */
    public boolean isPinned() {
        return entry != null && entry.isPinned();
    }

    /** The name under which people know it: the entry's file name without what all of them end in. */
    public String name() {
        return LedgerFiles.kernelOf(file).getFileName().toString();
    }
}
