package org.karlworkbench.machine.tests;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.Disk;
import org.karlworkbench.machine.disk.RealDisk;

/** The real disk without its slowest part: for machines that nobody stops. */
final class QuietDisk implements Disk {
    private final Disk disk = new RealDisk();

    @Override
    public void makeFolder(Path folder, String mode) throws EngineException {
        disk.makeFolder(folder, mode);
    }

    @Override
    public void create(Path file, Content content, String mode) throws EngineException {
        disk.create(file, content, mode);
    }

    @Override
    public void append(Path file, String text) throws EngineException {
        disk.append(file, text);
    }

    @Override
    public void sync(Path path) {}

    @Override
    public void rename(Path from, Path to) throws EngineException {
        disk.rename(from, to);
    }

    @Override
    public void link(Path file, Path name) throws EngineException {
        disk.link(file, name);
    }

    @Override
    public void remove(Path path) throws EngineException {
        disk.remove(path);
    }

    @Override
    public void changeMode(Path path, String mode) throws EngineException {
        disk.changeMode(path, mode);
    }
}
