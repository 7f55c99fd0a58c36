package org.karlworkbench.machine.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/** The disk itself. */
public final class RealDisk implements Disk {
    private static final int BUFFER = 1 << 17;
    private static final Set<OpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> BEHIND =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

    /** What the JDK does, and how it fails. */
    private interface Work {
        void run() throws IOException;
    }

    private static void run(Path path, Work work) throws EngineException {
        try {
            work.run();
        } catch (IOException e) {
            throw EngineException.io(path, e);
        }
    }

    @Override
    public void makeFolder(Path folder, String mode) throws EngineException {
        run(folder, () -> {
            Files.createDirectory(folder, attribute(mode));
            correctMode(folder, mode);
        });
    }

    @Override
    public void create(Path file, Content content, String mode) throws EngineException {
        run(file, () -> {
            try (InputStream in = content.open();
                    FileChannel out = FileChannel.open(file, FRESH, attribute(mode))) {
                byte[] buffer = new byte[BUFFER];
                for (int got = in.readNBytes(buffer, 0, BUFFER); got > 0; got = in.readNBytes(buffer, 0, BUFFER)) {
                    write(out, ByteBuffer.wrap(buffer, 0, got));
                }
            }
            correctMode(file, mode);
        });
    }

    @Override
    public void append(Path file, String text) throws EngineException {
        run(file, () -> {
            try (FileChannel out = FileChannel.open(file, BEHIND)) {
                write(out, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
        });
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void sync(Path path) throws EngineException {
        run(path, () -> {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                channel.force(true);
            }
        });
    }

    @Override
    public void rename(Path from, Path to) throws EngineException {
        run(to, () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    }

    @Override
    public void link(Path file, Path name) throws EngineException {
        run(name, () -> Files.createLink(name, file));
    }

    @Override
    public void remove(Path path) throws EngineException {
        run(path, () -> Files.delete(path));
    }

    @Override
    public void changeMode(Path path, String mode) throws EngineException {
        run(path, () -> Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode)));
    }

    private static FileAttribute<Set<PosixFilePermission>> attribute(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    /** The process's mask may have taken something away. */
    private static void correctMode(Path path, String mode) throws IOException {
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(mode);
        if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
            Files.setPosixFilePermissions(path, wanted);
        }
    }
}
