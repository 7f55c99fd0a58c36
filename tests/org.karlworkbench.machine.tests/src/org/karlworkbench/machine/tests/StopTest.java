package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A machine that stops at any moment of any behaviour, with more or less of what was not synced lost: there is a whole
 * kernel that somebody linked, the state is true, and the next two boots work.
 */
class StopTest extends LinkedBefore {
    /** Of the operations on files of a kit that is unpacked, which are many and alike, one of so many is a stop. */
    private static final int SAMPLE = 16;

    @ParameterizedTest
    @EnumSource
    void losesNothing(Scenes scene) throws Exception {
        long seed = new Random().nextLong();
        Random chance = new Random(seed);
        Path before = folder.resolve("before");
        scene.prepare(before, maker);
        List<Op> ops = scene.record(before, folder.resolve("recorded"), new QuietDisk(), maker);
        ops.forEach(StopTest::requireOneFileSystem);
        Wreck wreck = new Wreck(before);
        Set<String> seen = new HashSet<>();
        int stops = 0;
        for (int done = 0; done <= ops.size(); done++) {
            if (done == ops.size() || !ops.get(done).isOfKitFile() || chance.nextInt(SAMPLE) < Demo.rounds()) {
                for (Wreck.Loss loss : Wreck.Loss.values()) {
                    String next = done == ops.size() ? "the end" : ops.get(done).line();
                    String where = scene + ", seed " + seed + ", " + loss + " lost before " + done + ": " + next;
                    stops++;
                    stop(scene, wreck, seen, loss, chance, where);
                }
            }
            if (done < ops.size()) {
                wreck.apply(ops.get(done));
            }
        }
        System.out.println(scene + ": " + ops.size() + " operations, " + stops + " stops, " + seen.size() + " states");
        assertTrue(stops >= 4 * 6, scene + " was stopped only " + stops + " times");
    }

    /** The root, var and usr may be file systems of their own, between which nothing is renamed or linked. */
    private static void requireOneFileSystem(Op op) {
        if (op.other() != null) {
            assertEquals(fileSystem(op.path()), fileSystem(op.other()), op.line());
        }
    }

    private static String fileSystem(Path path) {
        String first = path.getName(0).toString();
        return first.equals("var") || first.equals("usr") ? first : "";
    }

    private void stop(Scenes scene, Wreck wreck, Set<String> seen, Wreck.Loss loss, Random chance, String where)
            throws Exception {
        long cut = chance.nextLong();
        if (seen.add(wreck.tale(loss, cut))) {
            Path root = Files.createDirectory(folder.resolve("stopped"));
            wreck.build(root, loss, cut);
            new Survivor(scene, maker, root, where).check();
            Scenes.remove(root);
        }
    }

    /** The test of this test: without syncs, a machine that stops loses something. */
    @Test
    void aDiskThatIsNeverSyncedIsFoundOut() throws Exception {
        Path before = folder.resolve("before");
        Scenes.NEXT_BOOT.prepare(before, maker);
        Path recorded = folder.resolve("recorded");
        List<Op> ops = Scenes.NEXT_BOOT.record(before, recorded, new QuietDisk(), maker);
        Wreck wreck = new Wreck(before);
        ops.stream().filter(op -> op.kind() != Op.Kind.SYNC).forEach(wreck::apply);
        Path root = folder.resolve("stopped");
        wreck.build(root, Wreck.Loss.CONTENTS, 0);
        Survivor survivor = new Survivor(Scenes.NEXT_BOOT, maker, root, "never synced");
        assertThrows(AssertionError.class, survivor::check);
    }
}
