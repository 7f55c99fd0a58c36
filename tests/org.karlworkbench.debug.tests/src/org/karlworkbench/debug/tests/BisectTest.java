package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Cause;
import org.karlworkbench.debug.bisect.Cause.Kind;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.relink.tests.Chance;

/** Causes that were planted, found from random starting pairs. */
class BisectTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);
    private static final int OBJECTS = 20;

    @TempDir
    Path folder;

    private final long seed = Chance.seed();
    private final Random random = new Random(seed);

    private interface Question {
        void ask(Planted planted, int one, int other) throws Exception;
    }

    /** Two different objects of a new kit, in each round. */
    private void rounds(Question question) throws Exception {
        rounds(OBJECTS, question);
    }

    private void rounds(int objects, Question question) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path here = Files.createDirectory(folder.resolve("round" + round));
            int one = random.nextInt(objects);
            int other = (one + 1 + random.nextInt(objects - 1)) % objects;
            question.ask(Planted.of(here, objects, random), one, other);
        }
    }

    private Cause confirmed(BisectResult result) {
        String told = "seed " + seed + " " + result;
        assertTrue(result.cause() != null, told);
        assertTrue(
                result.with().draws() >= 10
                        && result.with().failed() == result.with().draws(),
                told);
        assertTrue(result.without().draws() >= 10 && result.without().failed() == 0, told);
        return result.cause();
    }

    private static List<String> objects(int one, int other) {
        return List.of("o" + one + ".o", "o" + other + ".o");
    }

    @Test
    void neighbours() throws Exception {
        rounds((planted, one, other) -> {
            Cause cause = confirmed(planted.bisect(Planted.adjacent(one, other)));
            assertEquals(Kind.ADJACENT, cause.kind(), "seed " + seed + " " + cause);
            assertEquals(objects(one, other), cause.objects(), "seed " + seed);
        });
    }

    @Test
    void oneBeforeTheOther() throws Exception {
        rounds((planted, one, other) -> {
            Cause cause = confirmed(planted.bisect(Planted.before(one, other)));
            assertEquals(Kind.BEFORE, cause.kind(), "seed " + seed + " " + cause);
            assertEquals(objects(one, other), cause.objects(), "seed " + seed);
        });
    }

    @Test
    void aGapsResidue() throws Exception {
        rounds((planted, _, _) -> {
            int modulus = 32 << random.nextInt(5);
            int residue = 16 * random.nextInt(modulus / 16);
            Cause cause = confirmed(planted.bisect(Planted.gap(modulus, residue)));
            String told = "seed " + seed + " " + cause;
            assertEquals(List.of(Kind.GAP, "text1"), List.of(cause.kind(), cause.gap()), told);
            assertEquals(List.of((long) modulus, (long) residue), List.of(cause.modulus(), cause.residue()), told);
        });
    }

    @Test
    void aSymbolThatCrossesAPage() throws Exception {
        rounds((planted, one, _) -> {
            Cause cause = confirmed(planted.bisect(Planted.page(one)));
            String told = "seed " + seed + " " + cause;
            assertEquals(Kind.PAGE, cause.kind(), told);
            assertEquals(List.of("f" + one, List.of("o" + one + ".o")), List.of(cause.symbol(), cause.objects()), told);
            assertEquals(4096, cause.modulus(), told);
        });
    }

    @Test
    void startupCodeThatReachesTooFar() throws Exception {
        rounds((planted, _, _) -> {
            int pages = 3 + random.nextInt(2);
            Cause cause = confirmed(planted.bisect(Planted.startup(pages)));
            assertEquals(List.of(Kind.STARTUP, "text0"), List.of(cause.kind(), cause.gap()), "seed " + seed + cause);
            assertEquals((pages - 1) * 4096L, cause.residue(), "seed " + seed + cause);
        });
    }

    /** A large sample names the cause before anything is narrowed. */
    @Test
    void aSampleNamesARareCause() throws Exception {
        rounds((planted, one, other) -> {
            BisectResult result = planted.sampled(Planted.adjacent(one, other), 200);
            Cause cause = confirmed(result);
            String told = "seed " + seed + " " + result;
            assertEquals(Kind.ADJACENT, cause.kind(), told);
            assertEquals(objects(one, other), cause.objects(), told);
            assertEquals(cause, result.suspects().getFirst().cause(), told);
            int fails = result.sampled().failed();
            assertEquals(fails, result.suspects().getFirst().with().failed(), told);
            assertTrue(result.runs() < 260 || fails < 4, told);
        });
    }

    /** An order that matters only with some gaps: neither is enough. */
    @Test
    void twoThingsThatMatterTogether() throws Exception {
        rounds((planted, one, other) -> {
            int residue = 16 * random.nextInt(2);
            Cause cause = confirmed(planted.bisect(Planted.both(Planted.before(one, other), Planted.gap(32, residue))));
            assertEquals(
                    List.of(Kind.BEFORE, objects(one, other)), List.of(cause.kind(), cause.objects()), told(cause));
            assertEquals(
                    List.of(Kind.GAP, "text1"),
                    List.of(cause.also().kind(), cause.also().gap()),
                    told(cause));
            assertEquals(
                    List.of(32L, (long) residue),
                    List.of(cause.also().modulus(), cause.also().residue()));
        });
    }

    /** Two bugs at once: the search ends with both, and says of each what it does alone. The sample has draws of either. */
    @Test
    void twoThingsOfWhichEachIsEnough() throws Exception {
        rounds((planted, one, other) -> {
            long residue = 16 * random.nextInt(4);
            String test = Planted.either(Planted.before(one, other), Planted.gap(64, (int) residue));
            requireBoth(planted.sampled(test, 64), one, other, residue);
        });
    }

    /** No residue of it to a smaller modulus is enough, and its order explains nothing. */
    @Test
    void aSmallGapWhereAnOrderIsEnoughToo() throws Exception {
        rounds((planted, _, _) -> {
            Seed bad = Chance.seed(random);
            while (planted.draw(bad).gaps().text1() != 16) {
                bad = Chance.seed(random);
            }
            List<Integer> order = numbers(planted, bad);
            int one = order.getLast();
            int other = order.getFirst();
            String test = Planted.either(Planted.before(one, other), Planted.gap(64, 16));
            requireBoth(planted.bisect(test, 64, bad), one, other, 16);
        });
    }

    private void requireBoth(BisectResult result, int one, int other, long residue) {
        String told = "seed " + seed + " " + result;
        assertEquals(2, result.causes().size(), told);
        Map<Kind, Cause> causes = new EnumMap<>(Kind.class);
        result.causes().forEach(found -> causes.put(found.cause().kind(), found.cause()));
        assertEquals(Set.of(Kind.BEFORE, Kind.GAP), causes.keySet(), told);
        assertEquals(objects(one, other), causes.get(Kind.BEFORE).objects(), told);
        assertEquals("text1", causes.get(Kind.GAP).gap(), told);
        assertEquals(64, causes.get(Kind.GAP).modulus(), told);
        assertEquals(residue, causes.get(Kind.GAP).residue(), told);
    }

    private static List<Integer> numbers(Planted planted, Seed seed) throws Exception {
        return planted.draw(seed).order().stream()
                .map(object -> Integer.parseInt(object.replaceAll("\\D", "")))
                .toList();
    }

    /** As where a branch does not reach. */
    @Test
    void twoObjectsTooFarApart() throws Exception {
        rounds((planted, one, other) -> {
            int bytes = 2000 + random.nextInt(2000);
            distance(planted, one, other, "${d#-} -lt " + bytes, List.of(-bytes, bytes));
        });
    }

    /** Nearly all fail: what the rare good relink has is looked for, not what all the bad ones have. */
    @Test
    void twoObjectsThatHaveToBeClose() throws Exception {
        rounds(3 * OBJECTS, (planted, one, other) -> {
            int bytes = 850 + random.nextInt(300);
            distance(planted, one, other, "${d#-} -lt " + bytes, List.of(-bytes, bytes));
        });
    }

    @Test
    void oneTooFarBehindTheOther() throws Exception {
        rounds((planted, one, other) -> {
            int bytes = 2000 + random.nextInt(2000);
            distance(planted, one, other, "$d -lt " + bytes, List.of(bytes));
        });
    }

    @Test
    void twoObjectsTooNear() throws Exception {
        rounds((planted, one, other) -> {
            int bytes = 1500 + random.nextInt(2500);
            distance(planted, one, other, "${d#-} -gt " + bytes, List.of(-bytes, bytes));
        });
    }

    @Test
    void anObjectTooFarBehindTheBeginning() throws Exception {
        rounds((planted, one, _) -> {
            int bytes = 12_000 + random.nextInt(6000);
            Cause cause = confirmed(planted.bisect(Planted.place(one, "$d -lt " + bytes)));
            assertEquals(List.of(Kind.DISTANCE, ".text"), List.of(cause.kind(), cause.section()), told(cause));
            assertEquals(List.of("o" + one + ".o"), cause.objects(), told(cause));
            assertEquals(1, cause.distances().size(), told(cause));
            assertEquals(bytes, cause.distances().getFirst().from(), 200, told(cause));
        });
    }

    /** As where an address is made from that of the instruction. */
    @Test
    void aVariableTooFarFromAFunction() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path here = Files.createDirectory(folder.resolve("round" + round));
            int function = random.nextInt(OBJECTS);
            int variable = random.nextInt(OBJECTS);
            int bytes = 14_000 + random.nextInt(6000);
            Cause cause = confirmed(Planted.withVariables(here, OBJECTS, random)
                    .bisect(Planted.toVariable(function, variable, "$d -lt " + bytes)));
            assertEquals(
                    List.of(Kind.DISTANCE, ".text", ".data"),
                    List.of(cause.kind(), cause.section(), cause.toSection()),
                    told(cause));
            assertEquals(List.of("o" + function + ".o", "v" + variable + ".o"), cause.objects(), told(cause));
            assertEquals(1, cause.distances().size(), told(cause));
            assertEquals(bytes, cause.distances().getFirst().from(), 200, told(cause));
        }
    }

    private void distance(Planted planted, int one, int other, String works, List<Integer> bounds) throws Exception {
        Cause cause = confirmed(planted.bisect(Planted.distance(one, other, works)));
        assertEquals(List.of(Kind.DISTANCE, ".text"), List.of(cause.kind(), cause.section()), told(cause));
        assertEquals(Set.copyOf(objects(one, other)), Set.copyOf(cause.objects()), told(cause));
        boolean turned = !cause.objects().equals(objects(one, other));
        List<Long> found = cause.distances().stream()
                .flatMap(range -> Stream.of(range.from(), range.to()))
                .filter(Objects::nonNull)
                .map(bound -> turned ? -bound : bound)
                .sorted()
                .toList();
        assertEquals(bounds.size(), found.size(), told(cause));
        for (int i = 0; i < bounds.size(); i++) {
            assertEquals(bounds.get(i), found.get(i), 200, told(cause));
        }
    }

    /** No pair explains it: the order is narrowed and thinned. */
    @Test
    void fourObjectsInTheirOrder() throws Exception {
        rounds((planted, _, _) -> {
            List<Integer> four =
                    random.ints(0, OBJECTS).distinct().limit(4).boxed().toList();
            requireOrder(planted.bisect(inOrder(four)), four);
        });
    }

    /** Where the first and the last of them begin and end the order, nothing has room between them and others. */
    @Test
    void fourObjectsOfWhichTwoStandAtTheEnds() throws Exception {
        rounds((planted, _, _) -> {
            Seed bad = Chance.seed(random);
            List<Integer> order = numbers(planted, bad);
            List<Integer> four = List.of(order.getFirst(), order.get(5), order.get(12), order.getLast());
            requireOrder(planted.bisect(inOrder(four), 0, bad), four);
        });
    }

    private static String inOrder(List<Integer> four) {
        String one = Planted.before(four.get(0), four.get(1));
        String two = Planted.before(four.get(1), four.get(2));
        String three = Planted.before(four.get(2), four.get(3));
        return Planted.both(Planted.both(one, two), three);
    }

    private void requireOrder(BisectResult result, List<Integer> four) {
        Cause cause = confirmed(result);
        assertEquals(Kind.BEFORE, cause.kind(), told(cause));
        List<String> objects = four.stream().map(i -> "o" + i + ".o").toList();
        assertEquals(objects, cause.objects(), told(cause));
    }

    private String told(Cause cause) {
        return "seed " + seed + " " + cause;
    }
}
