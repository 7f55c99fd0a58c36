package org.karlworkbench.relink.ledger;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;

/** Ledgers on the disk: a folder of entries, or one with kernels and their entries beside them. */
public final class Ledgers {
    private Ledgers() {}

    /**
     * Reads all entries of a folder; those of folders in it are not its own.
     *
     * @param folder the folder
     * @param progress told of a step for each entry; asked for cancel
     * @return the entries, the oldest first; those that cannot be read are among them
     * @throws EngineException when the folder cannot be read
     */
    public static List<FiledEntry> read(Path folder, Progress progress) throws EngineException {
        List<Path> files = files(folder);
        progress.begin("reading the ledger", files.size());
        List<FiledEntry> ledger = new ArrayList<>(files.size());
        for (Path file : files) {
            progress.checkCancelled();
            ledger.add(FiledEntry.read(file));
            progress.worked(1);
        }
        ledger.sort(Comparator.comparing(FiledEntry::date).thenComparing(FiledEntry::name));
        return List.copyOf(ledger);
    }

    /**
     * The entries' files of a folder, unread and in no order.
     *
     * @param folder the folder
     * @return the files
     * @throws EngineException when the folder cannot be read
     */
    public static List<Path> files(Path folder) throws EngineException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, Ledgers::isEntry)) {
            stream.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw EngineException.io(folder, e.getCause());
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
        return files;
    }

    /** Hidden files are what an interrupted write leaves. */
    private static boolean isEntry(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(LedgerFiles.SUFFIX) && !name.startsWith(".");
    }

    /**
     * Finds several entries of a folder.
     *
     * @param folder the folder
     * @param words as for the other; one that is named twice is found once
     * @return the entries in the order of the words
     * @throws EngineException {@code no-entry} where the folder has none of one of these names
     */
    public static List<FiledEntry> find(Path folder, List<Path> words) throws EngineException {
        Map<Path, FiledEntry> found = new LinkedHashMap<>();
        for (Path word : words) {
            FiledEntry entry = find(folder, word);
            found.put(entry.file(), entry);
        }
        return List.copyOf(found.values());
    }

    /**
     * Finds one entry of a folder.
     *
     * @param folder the folder
     * @param word its file in the folder, with or without the folder before it, or what {@link FiledEntry#name} says
     * @return the entry
     * @throws EngineException {@code no-entry} where the folder has none of this name
     */
    public static FiledEntry find(Path folder, Path word) throws EngineException {
        Path shelf = folder.toAbsolutePath().normalize();
        String name = String.valueOf(word.getFileName());
        Path file = shelf.resolve(name.endsWith(LedgerFiles.SUFFIX) ? name : name + LedgerFiles.SUFFIX);
        boolean here = word.getNameCount() == 1 && !word.isAbsolute()
                || shelf.equals(word.toAbsolutePath().normalize().getParent());
        if (!here || !isEntry(file) || !FiledEntry.isFile(file)) {
            String problem = "has no entry named " + word;
            throw new EngineException("no-entry", folder.toString(), null, problem, "see karl ledger list " + folder);
        }
        return FiledEntry.read(file);
    }
}
