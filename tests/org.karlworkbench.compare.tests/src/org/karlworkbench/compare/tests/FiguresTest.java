package org.karlworkbench.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.KeptPairs;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.tests.support.Tools;
import org.karlworkbench.relink.tests.Chance;

/** Figures of two relinks beside plain counting over what readelf and the linker's map say, for several machines. */
class FiguresTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);
    private static final int OBJECTS = 12;
    private static final int FUNCTIONS = 4;

    @TempDir
    Path folder;

    /** A symbol at both its addresses. */
    private record Place(long a, long b) {
        boolean keeps(Place other) {
            return a - other.a == b - other.b;
        }
    }

    @ParameterizedTest
    @EnumSource(RandomKit.Machine.class)
    void figuresAreThoseOfPlainCounting(RandomKit.Machine machine) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Chance.seed();
            String what = machine + ", seed " + seed;
            RandomKit kit = new RandomKit(folder.resolve("kit" + round), machine, seed);
            Layout a = kit.relink("a", seed, true);
            Layout b = kit.relink("b", seed + 1, true);
            Figures figures = Comparison.of(a, b, kit.kit, null, Progress.NONE).figures();
            assertTrue(figures.sameContent(), what);
            assertEquals(List.of(), figures.grown(), what);
            List<Place> functions = places(a, b, "FUNC");
            List<Place> variables = places(a, b, "OBJECT");
            assertEquals(OBJECTS * FUNCTIONS, functions.size(), what);
            assertEquals(OBJECTS, variables.size(), what);
            within(functions, figures.pairsInvariant().functionFunction(), what);
            within(variables, figures.pairsInvariant().variableVariable(), what);
            between(functions, variables, figures.pairsInvariant().functionVariable(), what);
            assertEquals(
                    OBJECTS * FUNCTIONS * (FUNCTIONS - 1) / 2.0,
                    figures.pairsInvariant()
                            .functionFunction()
                            .expectedByBlocks()
                            .getAsDouble(),
                    what);
            assertEquals(fixedBytes(a, b), figures.fixedBytes().getAsLong(), what);
            withoutKit(kit, machine, seed, what);
        }
    }

    private static void within(List<Place> places, KeptPairs pairs, String what) {
        long kept = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                kept += places.get(i).keeps(places.get(j)) ? 1 : 0;
            }
        }
        assertEquals(kept, pairs.kept(), what);
        assertEquals(places.size() * (places.size() - 1L) / 2, pairs.pairs(), what);
    }

    private static void between(List<Place> some, List<Place> others, KeptPairs pairs, String what) {
        long kept = 0;
        for (Place one : some) {
            kept += others.stream().filter(one::keeps).count();
        }
        assertEquals(kept, pairs.kept(), what);
        assertEquals((long) some.size() * others.size(), pairs.pairs(), what);
        assertEquals(0, pairs.expectedByBlocks().getAsDouble(), what);
    }

    private List<Place> places(Layout a, Layout b, String type) throws Exception {
        Map<String, Long> inA = symbols(a, type);
        Map<String, Long> inB = symbols(b, type);
        assertEquals(inA.keySet(), inB.keySet());
        List<Place> places = new ArrayList<>();
        inA.forEach((name, address) -> places.add(new Place(address, inB.get(name))));
        return places;
    }

    private Map<String, Long> symbols(Layout layout, String type) throws Exception {
        Map<String, Long> symbols = new HashMap<>();
        for (String line : Tools.run(folder, "readelf", "-sW", layout.kernel().toString())
                .lines()
                .toList()) {
            String[] words = line.trim().split("\\s+");
            if (words.length >= 8 && words[3].equals(type) && !words[2].equals("0")) {
                symbols.put(words[words.length - 1], Long.parseUnsignedLong(words[1], 16));
            }
        }
        return symbols;
    }

    private static long fixedBytes(Layout a, Layout b) {
        Map<String, Long> inA = new HashMap<>();
        Places places = a.places();
        for (int i = 0; i < places.count(); i++) {
            inA.put(places.object(i) + ":" + places.section(i), places.address(i));
        }
        long bytes = 0;
        Places other = b.places();
        for (int i = 0; i < other.count(); i++) {
            boolean object = !other.object(i).isEmpty() && !other.object(i).equals(Places.GAP);
            Long before = inA.get(other.object(i) + ":" + other.section(i));
            bytes += object && before != null && before == other.address(i) ? other.size(i) : 0;
        }
        return bytes;
    }

    /**
     * What differs in code are addresses only; those that riscv64 makes of two halves cannot be judged, and of those of
     * arm64 lld makes one instruction.
     */
    private static void withoutKit(RandomKit kit, RandomKit.Machine machine, long seed, String what) throws Exception {
        Layout a = kit.relink("bare-a", seed, false);
        Layout b = kit.relink("bare-b", seed + 1, false);
        Figures figures = Comparison.of(a, b, null, null, Progress.NONE).figures();
        assertEquals(List.of(), figures.contentDiffers(), what);
        boolean halves = machine == RandomKit.Machine.RISCV64;
        assertEquals(halves, figures.contentUnknown() > 0, what + ": " + figures.contentUnknown());
        assertTrue(
                figures.pairsInvariant().functionFunction().expectedByBlocks().isEmpty(), what);
        assertTrue(
                figures.pairsInvariant().functionFunction().expectedByChance().isEmpty(), what);
        assertTrue(figures.order().isEmpty(), what);
    }

    /** A changed constant is no address, with or without a kit. */
    @Test
    void withoutAKitOtherCodeIsNotTheSame() throws Exception {
        RandomKit kit = new RandomKit(folder.resolve("kit"), RandomKit.Machine.AMD64, 5);
        RandomKit other = new RandomKit(folder.resolve("other"), RandomKit.Machine.AMD64, 6);
        Layout a = kit.relink("a", 1, false);
        Layout b = other.relink("b", 2, false);
        Figures figures = Comparison.of(a, b, null, null, Progress.NONE).figures();
        assertFalse(figures.contentDiffers().isEmpty());
        assertFalse(figures.sameContent());
    }

    /** The mean over many relinks of the pairs that are kept is what blocks and chance say. */
    @Test
    void expectedPairsAreTheMeanOfManyRelinks() throws Exception {
        RandomKit kit = new RandomKit(folder.resolve("kit"), RandomKit.Machine.AMD64, 9);
        Layout first = kit.relink("first", 1, true);
        int relinks = 30;
        double kept = 0;
        double expected = 0;
        double variance = 0;
        for (int i = 0; i < relinks; i++) {
            KeptPairs pairs = Comparison.of(first, kit.relink("next", 100 + i, true), kit.kit, null, Progress.NONE)
                    .figures()
                    .pairsInvariant()
                    .functionFunction();
            kept += pairs.kept();
            expected += pairs.expectedByBlocks().getAsDouble()
                    + pairs.expectedByChance().getAsDouble();
            variance += Math.pow(pairs.deviation().getAsDouble(), 2);
        }
        assertEquals(expected, kept, 5 * Math.sqrt(variance));
    }
}
