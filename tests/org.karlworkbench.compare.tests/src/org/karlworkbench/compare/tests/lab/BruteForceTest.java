package org.karlworkbench.compare.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.compare.lab.Basis;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.SectionOrder;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.relink.Preview;

/** The model against all orders and all gaps of a small kit, each placed. */
class BruteForceTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private static int rounds() {
        return Integer.getInteger("karl.rounds", 1);
    }

    @Test
    void isExactWhereAlignmentDoesTheSameInEveryOrder() throws Exception {
        for (int round = 0; round < 2 * rounds(); round++) {
            Random random = new Random(round);
            int[] aligns = new int[4 + random.nextInt(2)];
            Arrays.fill(aligns, 16);
            compare(folder.resolve("kit" + round), aligns, random, 1e-12);
        }
    }

    /** Where it depends on the order the model counts orders; its error is known. */
    @Test
    void isNearWhereAlignmentDependsOnTheOrder() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Random random = new Random(100 + round);
            compare(folder.resolve("kit" + round), new int[] {16, 64, 4, 32}, random, 0.01);
        }
    }

    private static void compare(Path folder, int[] aligns, Random random, double tolerance) throws Exception {
        AsmKit assembled = new AsmKit(folder, AsmKit.SCRIPT).head("");
        List<String> body = new ArrayList<>();
        for (int i = 0; i < aligns.length; i++) {
            assembled.object("o" + i, AsmKit.function("f" + i, aligns[i], 1 + random.nextInt(300)));
            body.add("o" + i + ".o");
        }
        int high = 15 + 16 * random.nextInt(4) + random.nextInt(16);
        LoadedKit kit = assembled.load();
        Recipe recipe = AsmKit.recipe("gaps.text0=0..5000", "gaps.text1=3.." + high, "gaps.rodata=0..0");
        LabResult result = AsmKit.lab(kit, recipe, 1, 64);
        Map<String, Map<Long, Double>> truth = truth(kit, recipe, body, high);
        boolean exact = tolerance < 1e-9;
        for (int i = 0; i < aligns.length; i++) {
            LabResult.SymbolFigures figures = AsmKit.symbol(result, "f" + i);
            double[] masses = sorted(truth.get("f" + i), 1);
            double[] pages = sorted(truth.get("f" + i), PAGE);
            assertEquals(exact ? Basis.EXACT : Basis.ORDERS, figures.basis());
            assertEquals(1, figures.exact().guess1() / masses[0], tolerance, "guess1 of f" + i);
            assertEquals(1, figures.page().guess1() / pages[0], tolerance, "guess1 of the page of f" + i);
            assertEquals(masses.length, figures.exact().values(), "values of f" + i);
            assertEquals(half(masses), figures.exact().guesses50(), exact ? 0 : 2, "guesses50 of f" + i);
            assertEquals(pages.length, figures.page().values());
        }
        if (exact) {
            double tail = sorted(truth.get("tail_end"), 1)[0];
            assertEquals(tail, AsmKit.symbol(result, "tail_end").exact().guess1(), tolerance);
        }
    }

    /** The probability of each address of each function: all orders equally likely, each gap by how many numbers give it. */
    private static Map<String, Map<Long, Double>> truth(LoadedKit kit, Recipe recipe, List<String> body, int high)
            throws Exception {
        BuiltInLinker linker = Preview.linker(kit, recipe, Progress.NONE);
        Map<Long, Integer> first = new HashMap<>();
        for (int drawn = 0; drawn <= 5000; drawn++) {
            first.merge((long) (4 + drawn + PAGE - 1) / PAGE * PAGE, 1, Integer::sum);
        }
        Map<Long, Integer> second = new HashMap<>();
        for (int drawn = 3; drawn <= high; drawn++) {
            second.merge((long) (drawn + 15) / 16 * 16, 1, Integer::sum);
        }
        Map<String, Map<Long, Double>> truth = new HashMap<>();
        List<List<String>> orders = permutations(body);
        for (var text0 : first.entrySet()) {
            for (var text1 : second.entrySet()) {
                double mass = text0.getValue() / 5001.0 * text1.getValue() / (high - 2) / orders.size();
                Gaps gaps = new Gaps(text0.getKey(), text1.getKey(), 16, 16, 16);
                for (List<String> order : orders) {
                    LinkedLayout layout = linker.layout(kit.linkOrder(order), SectionOrder.NONE, gaps, PAGE);
                    LinkedColumns symbols = layout.symbols();
                    for (int i = 0; i < symbols.count(); i++) {
                        truth.computeIfAbsent(linker.names().symbol(symbols.numbers()[i]), _ -> new HashMap<>())
                                .merge(symbols.addresses()[i], mass, Double::sum);
                    }
                }
            }
        }
        return truth;
    }

    private static List<List<String>> permutations(List<String> names) {
        if (names.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String name : names) {
            List<String> others = new ArrayList<>(names);
            others.remove(name);
            for (List<String> rest : permutations(others)) {
                List<String> order = new ArrayList<>(List.of(name));
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }

    /** The probabilities of cells, the largest first. */
    private static double[] sorted(Map<Long, Double> masses, long cell) {
        Map<Long, Double> cells = new HashMap<>();
        masses.forEach((address, mass) -> cells.merge(Math.floorDiv(address, cell), mass, Double::sum));
        double[] ascending = cells.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double sum = Arrays.stream(ascending).sum();
        assertEquals(1, sum, 1e-9);
        double[] descending = new double[ascending.length];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = ascending[ascending.length - 1 - i];
        }
        return descending;
    }

    private static int half(double[] descending) {
        double sum = 0;
        int guesses = 0;
        while (sum < 0.5 - 1e-12) {
            sum += descending[guesses++];
        }
        assertTrue(guesses > 0);
        return guesses;
    }
}
