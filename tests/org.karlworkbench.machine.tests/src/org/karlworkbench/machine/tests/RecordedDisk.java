package org.karlworkbench.machine.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.Disk;

/** A disk that remembers all that was done to it. */
final class RecordedDisk implements Disk {
    private final Path root;
    private final Disk disk;
    private final Watch watch;
    private final List<Op> ops = new ArrayList<>();

    RecordedDisk(Path root, Disk disk) {
        this(root, disk, _ -> {});
    }

    RecordedDisk(Path root, Disk disk, Watch watch) {
        this.root = root;
        this.disk = disk;
        this.watch = watch;
    }

    List<Op> ops() {
        return List.copyOf(ops);
    }

    /** What else happens before an operation is done; it may throw instead. */
    interface Watch {
        void before(Op op) throws EngineException;
    }

    private void note(Op.Kind kind, Path path, Path other, byte[] content, String mode) throws EngineException {
        Op op = new Op(kind, root.relativize(path), other == null ? null : root.relativize(other), content, mode);
        watch.before(op);
        ops.add(op);
    }

    private static byte[] bytes(Content content) {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void makeFolder(Path folder, String mode) throws EngineException {
        note(Op.Kind.FOLDER, folder, null, null, mode);
        disk.makeFolder(folder, mode);
    }

    @Override
    public void create(Path file, Content content, String mode) throws EngineException {
        note(Op.Kind.CREATE, file, null, bytes(content), mode);
        disk.create(file, content, mode);
    }

    @Override
    public void append(Path file, String text) throws EngineException {
        note(Op.Kind.APPEND, file, null, text.getBytes(StandardCharsets.UTF_8), null);
        disk.append(file, text);
    }

    @Override
    public void sync(Path path) throws EngineException {
        note(Op.Kind.SYNC, path, null, null, null);
        disk.sync(path);
    }

    @Override
    public void rename(Path from, Path to) throws EngineException {
        note(Op.Kind.RENAME, from, to, null, null);
        disk.rename(from, to);
    }

    @Override
    public void link(Path file, Path name) throws EngineException {
        note(Op.Kind.LINK, file, name, null, null);
        disk.link(file, name);
    }

    @Override
    public void remove(Path path) throws EngineException {
        note(Op.Kind.REMOVE, path, null, null, null);
        disk.remove(path);
    }

    @Override
    public void changeMode(Path path, String mode) throws EngineException {
        note(Op.Kind.MODE, path, null, null, mode);
        disk.changeMode(path, mode);
    }
}
