package org.karlworkbench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;

/**
 * Where a machine's files are. Links to folders are followed as long as they stay under the root; every other link is
 * refused, so that nothing outside is ever read for the machine's own or written.
 */
final class MachineFiles {
    /** As OpenBSD has them (KARL.md sections D and E); what undoes the randomization, for the owner only. */
    static final String KERNEL_MODE = "rwx------";

    static final String PRIVATE_FOLDER = "rwx------";
    static final String PRIVATE_FILE = "rw-------";
    static final String COMMON_FOLDER = "rwxr-xr-x";
    static final String COMMON_FILE = "rw-r--r--";

    /** A kit's name is the name of a folder, and never one of ours, which begin with a dot. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+][A-Za-z0-9._+-]{0,99}");

    private static final String REFUSED_LINK = "refused-link";

    private final Path root;
    private final Path db;
    private final Path relink;
    private final Path trees;
    private final Path own;
    private final Path ledger;

    private MachineFiles(Path root) throws EngineException {
        this.root = root;
        this.db = inside(List.of("var", "db"));
        this.own = inside(List.of("var", "db", "karl"));
        this.ledger = inside(List.of("var", "db", "karl", "ledger"));
        this.relink = inside(List.of("usr", "share", "relink"));
        this.trees = inside(List.of("usr", "share", "relink", "kernel"));
    }

    /**
     * Looks where a machine's files are, whether or not they are there yet.
     *
     * @throws EngineException code {@code no-machine} if the root is no folder, {@code refused-link} for a link that leads
     *     out of it or stands for a file
     */
    static MachineFiles of(Path root) throws EngineException {
        if (!Files.isDirectory(root)) {
            String problem = SafeDisk.exists(root) ? "is no folder" : "no such folder";
            throw new EngineException("no-machine", root.toString(), null, problem, "name a machine's root");
        }
        try {
            MachineFiles files = new MachineFiles(root.toRealPath());
            files.requirePlainFiles();
            return files;
        } catch (IOException e) {
            throw EngineException.io(root, e);
        }
    }

    private Path inside(List<String> names) throws EngineException {
        Path at = root;
        for (String name : names) {
            Path next = at.resolve(name);
            at = Files.isSymbolicLink(next) ? followed(next) : next;
            if (SafeDisk.exists(at) && !Files.isDirectory(at)) {
                throw new EngineException("no-machine", at.toString(), null, "is no folder", "move it away");
            }
        }
        return at;
    }

    private Path followed(Path link) throws EngineException {
        try {
            Path real = link.toRealPath();
            if (real.startsWith(root)) {
                return real;
            }
            throw refused(link, "is a link that leads out of the root", null);
        } catch (IOException e) {
            throw refused(link, "is a link that leads nowhere", e);
        }
    }

    private static EngineException refused(Path link, String problem, IOException cause) {
        return new EngineException(
                REFUSED_LINK, link.toString(), null, problem, "put what it leads to in its place", cause);
    }

    private void requirePlainFiles() throws EngineException {
        for (Path file : List.of(kernel(), oldKernel(), booted(), checksum(), archive(), state(), intent())) {
            requirePlain(file);
        }
        for (Path file : List.of(timeline(), lock())) {
            requirePlain(file);
        }
    }

    /** Nothing, or a plain file. */
    private static void requirePlain(Path file) throws EngineException {
        if (Files.isSymbolicLink(file)) {
            throw refused(file, "is a link", null);
        }
        if (SafeDisk.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new EngineException("no-machine", file.toString(), null, "is no plain file", "move it away");
        }
    }

    /** Makes all folders that a machine has. */
    void layOut(SafeDisk disk) throws EngineException {
        disk.folder(db.getParent(), COMMON_FOLDER);
        disk.folder(db, COMMON_FOLDER);
        disk.folder(own, PRIVATE_FOLDER);
        disk.folder(ledger(), PRIVATE_FOLDER);
        disk.folder(relink.getParent().getParent(), COMMON_FOLDER);
        disk.folder(relink.getParent(), COMMON_FOLDER);
        disk.folder(relink, COMMON_FOLDER);
        disk.folder(trees, PRIVATE_FOLDER);
    }

    /** Whether a name can be a kit's. */
    static boolean isKitName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The path of a file as the machine itself calls it, for messages. */
    String named(Path file) {
        return file.startsWith(root) ? "/" + root.relativize(file) : file.toString();
    }

    Path root() {
        return root;
    }

    Path kernel() {
        return root.resolve("bsd");
    }

    Path oldKernel() {
        return root.resolve("obsd");
    }

    Path booted() {
        return root.resolve("bsd.booted");
    }

    /** The checksum of the kernel that may be relinked. */
    Path checksum() {
        return db.resolve("kernel.SHA256");
    }

    /** What config(8) changes in a kernel's bytes after each relink of the original's. */
    Path changes() {
        return root.resolve("etc").resolve("bsd.re-config");
    }

    /** The kits of the base set, until the first is unpacked. */
    Path archive() {
        return relink.resolve("kernel.tgz");
    }

    /** The folder of unpacked kits. */
    Path trees() {
        return trees;
    }

    /**
     * An unpacked kit.
     *
     * @throws EngineException if its name is that of a link
     */
    Path tree(String kit) throws EngineException {
        Path tree = trees.resolve(kit);
        if (Files.isSymbolicLink(tree)) {
            throw refused(tree, "is a link", null);
        }
        return tree;
    }

    /**
     * What the relinks of a kit said.
     *
     * @throws EngineException if there is something else than a plain file
     */
    Path log(String kit) throws EngineException {
        Path log = tree(kit).resolve("relink.log");
        requirePlain(log);
        return log;
    }

    /** Our own folder, for its owner only. */
    Path own() {
        return own;
    }

    Path ledger() {
        return ledger;
    }

    Path state() {
        return own.resolve("state.json");
    }

    /** What is about to happen to {@code /bsd}; on the file system of the checksum. */
    Path intent() {
        return own.resolve("intent.json");
    }

    Path timeline() {
        return own.resolve("events.jsonl");
    }

    Path lock() {
        return own.resolve("lock");
    }
}
