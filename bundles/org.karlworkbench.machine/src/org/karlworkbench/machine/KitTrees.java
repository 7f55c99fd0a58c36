package org.karlworkbench.machine;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.AmbiguousKitException;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.source.FolderFiles;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.SafeDisk;

/**
 * The kits of a machine: an archive of a base set, and trees that were unpacked from it or that a developer installed.
 * A tree is made beside its place, whole and durable, before it takes the place of an older one.
 */
final class KitTrees {
    private static final String PENDING = ".karl";
    private static final String OLD = ".karl-old";

    private final MachineFiles files;
    private final SafeDisk disk;

    KitTrees(MachineFiles files, SafeDisk disk) {
        this.files = files;
        this.disk = disk;
    }

    /** Whether there is any kit at all. */
    static boolean any(MachineFiles files) throws EngineException {
        return SafeDisk.exists(files.archive()) || !names(files).isEmpty();
    }

    /** Whether the next boot has something to relink from. */
    static boolean ready(MachineFiles files) throws EngineException {
        String running = running(files);
        return SafeDisk.exists(files.archive()) || running != null && hasObjects(files.tree(running));
    }

    /** The names of unpacked kits. */
    static List<String> names(MachineFiles files) throws EngineException {
        List<String> names = new ArrayList<>();
        for (Path tree : SafeDisk.entries(files.trees())) {
            String name = tree.getFileName().toString();
            if (MachineFiles.isKitName(name) && hasObjects(tree)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The names of kits, those too of which only the log of relinks was kept. */
    static List<String> withLogs(MachineFiles files) throws EngineException {
        return SafeDisk.entries(files.trees()).stream()
                .map(tree -> tree.getFileName().toString())
                .filter(MachineFiles::isKitName)
                .toList();
    }

    private static boolean hasObjects(Path tree) throws EngineException {
        return Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)
                && SafeDisk.entries(tree).stream()
                        .anyMatch(
                                file -> FolderFiles.isObject(file.getFileName().toString()));
    }

    /** The kit that runs: the one that was installed; of a machine that others installed, its only one; else null. */
    static String running(MachineFiles files) throws EngineException {
        String known = MachineState.read(files).kit();
        if (known != null) {
            return known;
        }
        List<String> names = names(files);
        return names.size() == 1 ? names.getFirst() : null;
    }

    /** Writes a kit beside its place. */
    void stage(String name, KitSource kit, Progress progress) throws EngineException {
        Path pending = SafeDisk.beside(files.tree(name));
        disk.removeTree(pending);
        List<String> members = kit.fileNames();
        progress.begin("writing the kit " + name, members.size());
        disk.disk().makeFolder(pending, MachineFiles.PRIVATE_FOLDER);
        for (String member : members) {
            progress.checkCancelled();
            Path file = pending.resolve(member);
            disk.disk().create(file, Content.of(kit.folder().resolve(member)), MachineFiles.COMMON_FILE);
            disk.disk().sync(file);
            progress.worked(1);
        }
        disk.disk().sync(pending);
        disk.disk().sync(files.trees());
    }

    /** Puts a kit that stands beside its place there; does nothing if none stands there. */
    void swapIn(String name) throws EngineException {
        Path tree = files.tree(name);
        Path pending = SafeDisk.beside(tree);
        if (!SafeDisk.exists(pending)) {
            return;
        }
        Path old = files.trees().resolve("." + name + OLD);
        if (SafeDisk.exists(tree)) {
            disk.removeTree(old);
            disk.disk().rename(tree, old);
        }
        disk.disk().rename(pending, tree);
        disk.disk().sync(files.trees());
        removeOld(name);
    }

    /** What the relinks said stays with the kit of the same name. */
    private void removeOld(String name) throws EngineException {
        Path old = files.trees().resolve("." + name + OLD);
        Path log = files.log(name);
        Path oldLog = old.resolve(log.getFileName());
        if (SafeDisk.exists(oldLog) && !SafeDisk.exists(log)) {
            disk.disk().rename(oldLog, log);
            disk.disk().sync(log.getParent());
        }
        disk.removeTree(old);
        disk.disk().sync(files.trees());
    }

    /**
     * Unpacks one kit of the base set's archive, which takes the place of all kits there were, and removes the archive.
     *
     * @param name which; null for the only one
     * @return its name
     */
    String unpack(String name, Progress progress) throws EngineException {
        String unpacked;
        try (KitSource kit = KitSource.open(files.archive(), name, progress)) {
            unpacked = name == null ? kit.name() : name;
            BaseSet.requireName(files.archive(), unpacked);
            stage(unpacked, kit, progress);
        } catch (AmbiguousKitException e) {
            throw new EngineException("no-kit", e.file(), null, e.getMessage(), "upgrade the machine", e);
        }
        swapIn(unpacked);
        removeOthers(unpacked);
        disk.removeForGood(files.archive());
        return unpacked;
    }

    /** Kits of an older base set are of no more use; what their relinks said is. */
    private void removeOthers(String name) throws EngineException {
        for (Path tree : SafeDisk.entries(files.trees())) {
            String other = tree.getFileName().toString();
            if (!other.equals(name) && MachineFiles.isKitName(other)) {
                removeButLog(tree, files.log(other));
            }
        }
    }

    private void removeButLog(Path tree, Path log) throws EngineException {
        for (Path entry : SafeDisk.entries(tree)) {
            if (!entry.equals(log)) {
                disk.removeTree(entry);
            }
        }
        if (!SafeDisk.exists(log)) {
            disk.removeTree(tree);
        }
    }

    /** Removes what runs left that did not come to their end, and brings back a tree that had to go too early. */
    void tidy() throws EngineException {
        for (Path entry : SafeDisk.entries(files.trees())) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".") && name.endsWith(PENDING)) {
                disk.removeTree(entry);
            } else if (name.startsWith(".") && name.endsWith(OLD)) {
                settleOld(entry, name.substring(1, name.length() - OLD.length()));
            }
        }
    }

    private void settleOld(Path old, String name) throws EngineException {
        if (SafeDisk.exists(files.tree(name))) {
            removeOld(name);
        } else {
            disk.disk().rename(old, files.tree(name));
            disk.disk().sync(files.trees());
        }
    }
}
