package org.karlworkbench.machine.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.disk.Disk;

/** The machines to which things happen, and what happens to them. */
enum Scenes {
    INSTALL,
    UPGRADE,
    FIRST_BOOT,
    NEXT_BOOT,
    BOOT_WITH_ARCHIVE,
    MAKE_INSTALL,
    MAKE_INSTALL_OF_OTHER_KIT,
    COPY,
    REENGAGE;

    /** Makes the machine as it is before. */
    void prepare(Path root, PooledMaker maker) throws Exception {
        Files.createDirectories(root);
        if (this == INSTALL) {
            return;
        }
        Machine machine = Demo.machine(root, new QuietDisk(), maker);
        Demo.run(machine, Demo.install(Demo.OLD));
        if (this == FIRST_BOOT) {
            return;
        }
        Demo.run(machine, new Behaviour.Boot());
        if (this == UPGRADE || this == MAKE_INSTALL_OF_OTHER_KIT) {
            Demo.run(machine, Demo.makeInstall(Demo.OLD)); // so that there is an /obsd
            Demo.run(machine, new Behaviour.Boot());
        }
        if (this == BOOT_WITH_ARCHIVE) {
            pack(root);
        }
        if (this == REENGAGE) {
            Demo.run(machine, new Behaviour.CopyKernel(maker.spare(Demo.OLD)));
        }
    }

    /** As on a system of which nobody has booted the new base set yet. */
    private static void pack(Path root) throws Exception {
        Path relink = root.resolve("usr/share/relink");
        Process tar = new ProcessBuilder(
                        "tar", "-C", relink.resolve("kernel").toString(), "-czf", relink + "/kernel.tgz", Demo.OLD)
                .redirectErrorStream(true)
                .start();
        String words = new String(tar.getInputStream().readAllBytes());
        if (tar.waitFor() != 0) {
            throw new AssertionError(words);
        }
    }

    Behaviour behaviour(PooledMaker maker) {
        return switch (this) {
            case INSTALL -> Demo.install(Demo.OLD, Demo.NEW);
            case UPGRADE -> Demo.upgrade(Demo.NEW, Demo.OLD);
            case FIRST_BOOT, NEXT_BOOT, BOOT_WITH_ARCHIVE -> new Behaviour.Boot();
            case MAKE_INSTALL -> Demo.makeInstall(Demo.OLD);
            case MAKE_INSTALL_OF_OTHER_KIT -> Demo.makeInstall(Demo.NEW);
            case COPY -> new Behaviour.CopyKernel(maker.spare(Demo.OLD));
            case REENGAGE -> new Behaviour.Reengage();
        };
    }

    /** Whether the machine is engaged at any moment once there is a kernel: it was before, and is afterwards. */
    boolean staysEngaged() {
        return this != COPY && this != REENGAGE;
    }

    /** What the disk undergoes when it happens to a copy of a machine that was prepared. */
    List<Op> record(Path before, Path root, Disk disk, PooledMaker maker) throws Exception {
        copy(before, root);
        RecordedDisk recorded = new RecordedDisk(root, disk);
        Demo.run(Demo.machine(root, recorded, maker), behaviour(maker));
        return recorded.ops();
    }

    /** A copy with its hard links. */
    static void copy(Path from, Path to) throws IOException {
        new Wreck(from).build(Files.createDirectories(to), Wreck.Loss.NONE, 0);
    }

    /** Removes a machine that is of no more use. */
    static void remove(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> paths = all.toList();
            for (Path path : paths.reversed()) {
                Files.delete(path);
            }
        }
    }
}
