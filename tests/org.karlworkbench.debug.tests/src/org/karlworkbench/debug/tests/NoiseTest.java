package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.noise.LayoutNoise;
import org.karlworkbench.debug.noise.NoiseRequest;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.tests.Chance;

/** Measurements that depend on the layout, or do not. */
class NoiseTest {
    private static final int COUNT = 40;
    private static final int OBJECTS = 10;
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);

    @TempDir
    Path folder;

    private final Random random = new Random(Chance.seed());

    private NoiseResult measure(Planted planted, String command) throws Exception {
        KernelCommand measure = new KernelCommand(command, Duration.ofSeconds(30));
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        NoiseRequest request = new NoiseRequest(planted.kit, recipe, Chance.seed(random), COUNT, measure);
        return LayoutNoise.run(request, Progress.NONE);
    }

    /** The measurement is the place of an object in the order. */
    @Test
    void whatGoesWithTheNumberIsFound() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Planted planted = Planted.of(folder.resolve("round" + round), OBJECTS, random);
            int one = random.nextInt(OBJECTS);
            NoiseResult noise = measure(
                    planted,
                    "nm -n \"$KERNEL\" | awk '$3 ~ /^f[0-9]/ {n++} $3 == \"f" + one
                            + "\" {print \"took\", n, \"ms\"}'");
            assertEquals(COUNT, noise.measured());
            assertTrue(!noise.timed(), noise.toString());
            List<Double> sorted = noise.values().stream().sorted().toList();
            assertTrue(sorted.getFirst() >= 1 && sorted.getLast() <= OBJECTS, noise.toString());
            double median = (sorted.get(COUNT / 2 - 1) + sorted.get(COUNT / 2)) / 2;
            assertEquals(median, noise.median(), noise.toString());
            assertTrue(noise.spread() >= 2 && noise.spread() <= 8, noise.toString());
            NoiseResult.Feature first = noise.features().getFirst();
            assertEquals("place o" + one + ".o", first.name());
            assertTrue(first.correlation() > 0.999 && first.p() <= 0.001, noise.toString());
        }
    }

    /** Of 40 features none goes with a constant, and with chance only once in twenty. */
    @Test
    void nothingIsSaidToGoWithChance() throws Exception {
        Planted planted = Planted.of(folder.resolve("kit"), OBJECTS, random);
        NoiseResult same = measure(planted, "echo 17.5");
        assertEquals(List.of(17.5, 0.0), List.of(same.median(), same.spread()));
        assertEquals(List.of(), same.features());
        assertTrue(same.tested() > OBJECTS, same.toString());
        int wrong = 0;
        for (int i = 0; i < 4; i++) {
            NoiseResult chance = measure(planted, "od -An -N2 -tu2 /dev/urandom");
            wrong += chance.features().isEmpty() ? 0 : 1;
        }
        assertTrue(wrong < 4, "four times of four");
    }

    @Test
    void aCommandWithoutANumberIsTimed() throws Exception {
        Planted planted = Planted.of(folder.resolve("kit"), 3, random);
        NoiseResult timed = measure(planted, "sleep 0.05");
        assertTrue(timed.timed() && timed.median() >= 50 && timed.median() < 5000, timed.toString());
        assertEquals(
                "test-stopped",
                assertThrows(EngineException.class, () -> measure(planted, "exit 1"))
                        .code());
        assertEquals(
                "test-stopped",
                assertThrows(EngineException.class, () -> measure(planted, "exit 126"))
                        .code());
    }
}
