package org.karlworkbench.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.Disk;
import org.karlworkbench.machine.disk.SafeDisk;

/** Keeps two runs from changing one machine at once. It goes with the process that holds it, however that ends. */
final class MachineLock implements AutoCloseable {
    private final FileChannel channel;

    private MachineLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws EngineException code {@code busy} if another run has it, {@code io} if it cannot be made
     */
    static MachineLock take(MachineFiles files, Disk disk) throws EngineException {
        Path file = files.lock();
        make(file, disk);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (isTaken(channel)) {
                channel.close();
                throw new EngineException(
                        "busy",
                        files.root().toString(),
                        null,
                        "another run is changing this machine",
                        "try again when it has ended");
            }
            return new MachineLock(channel);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static void make(Path file, Disk disk) throws EngineException {
        try {
            if (!SafeDisk.exists(file)) {
                disk.create(file, Content.of(""), MachineFiles.PRIVATE_FILE);
            }
        } catch (EngineException e) {
            if (!(e.getCause() instanceof FileAlreadyExistsException)) { // the other run was quicker
                throw e;
            }
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true; // by this process
        }
    }

    @Override
    public void close() throws EngineException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EngineException("io", null, null, "the machine's lock cannot be given back", null, e);
        }
    }
}
