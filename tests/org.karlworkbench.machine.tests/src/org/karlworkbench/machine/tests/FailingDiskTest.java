package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Outcome;

/** A disk that is full, worn out or read-only from any operation on, for once or for the rest of the run. */
class FailingDiskTest extends LinkedBefore {
    /** One of so many operations fails; of those on files of a kit, which are many and alike, one of so many more. */
    private static final int SAMPLE = 2;

    private static final int KIT_SAMPLE = 32;
    private static final int FEW = 10;

    /** How a disk fails. */
    enum Fault {
        FULL("No space left on device", "no space left on device"),
        READ_ONLY("Read-only file system", "read-only file system"),
        WORN("Input/output error", "the device reports an input/output error");

        private final String system;
        private final String words;

        Fault(String system, String words) {
            this.system = system;
            this.words = words;
        }

        /** A full disk still renames and removes. */
        boolean hits(Op.Kind kind) {
            return switch (kind) {
                case CREATE, APPEND, FOLDER -> true;
                case REMOVE -> this == READ_ONLY;
                default -> this != FULL;
            };
        }
    }

    /** Fails from an operation on. */
    private static final class FailingDisk implements RecordedDisk.Watch {
        private final Path root;
        private final Fault fault;
        private final boolean once;
        private int left;
        private Op failed;
        private final RecordedDisk disk;

        FailingDisk(Path root, Fault fault, boolean once, int left) {
            this.root = root;
            this.fault = fault;
            this.once = once;
            this.left = left;
            this.disk = new RecordedDisk(root, new QuietDisk(), this);
        }

        @Override
        public void before(Op op) throws EngineException {
            if (left-- > 0 || !fault.hits(op.kind()) || once && failed != null) {
                return;
            }
            failed = failed == null ? op : failed;
            if (fault == Fault.FULL && op.content() != null) {
                leaveHalf(op);
            }
            Path path = root.resolve(op.path());
            throw EngineException.io(path, new FileSystemException(path.toString(), null, fault.system));
        }

        private void leaveHalf(Op op) {
            try {
                byte[] half = Arrays.copyOf(op.content(), op.content().length / 2);
                Files.write(root.resolve(op.path()), half, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesNothing(Scenes scene) throws Exception {
        long seed = new Random().nextLong();
        Random chance = new Random(seed);
        Path before = folder.resolve("before");
        scene.prepare(before, maker);
        List<Op> ops = scene.record(before, folder.resolve("recorded"), new QuietDisk(), maker);
        int faults = 0;
        for (int left = 0; left < ops.size(); left++) {
            int sample = ops.get(left).isOfKitFile() ? KIT_SAMPLE : ops.size() < FEW ? 1 : SAMPLE;
            if (chance.nextInt(sample) < Demo.rounds()) {
                Fault fault = Fault.values()[chance.nextInt(Fault.values().length)];
                boolean once = chance.nextBoolean();
                String where = scene + ", seed " + seed + ": " + fault + (once ? " once" : "") + " after " + left;
                fail(scene, before, new FailingDisk(folder.resolve("failing"), fault, once, left), where);
                faults++;
            }
        }
        System.out.println(scene + ": " + faults + " faults");
        assertTrue(faults > ops.size() / 16, scene + " failed only " + faults + " times");
    }

    private void fail(Scenes scene, Path before, FailingDisk disk, String where) throws Exception {
        Path root = disk.root;
        Scenes.copy(before, root);
        Outcome outcome = run(scene, root, disk, where);
        assertTrue(outcome == null || disk.failed == null, where + ": " + disk.failed);
        new Survivor(scene, maker, root, where).check();
        Scenes.remove(root);
    }

    /** The outcome; null where the disk made it fail, which has to be told in clear words. */
    private Outcome run(Scenes scene, Path root, FailingDisk disk, String where) {
        try {
            return Demo.run(Demo.machine(root, disk.disk, maker), scene.behaviour(maker));
        } catch (EngineException e) {
            assertNotNull(disk.failed, where + ": " + e.line());
            assertEquals("io", e.code(), where);
            assertEquals(disk.fault.words, e.getMessage(), where);
            return null;
        }
    }
}
