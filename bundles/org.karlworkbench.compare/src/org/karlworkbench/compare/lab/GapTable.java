package org.karlworkbench.compare.lab;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;

/** The exact probabilities of the sizes of the five gaps, which are independent of each other (KARL.md table A2). */
final class GapTable {
    /** Gaps of more sizes than this are no table. */
    static final int MOST = 1 << 20;

    private final Map<GapName, Pmf> gaps = new EnumMap<>(GapName.class);
    private final Map<GapName, Double> entropies = new EnumMap<>(GapName.class);

    /**
     * The gaps of a kit and a recipe.
     *
     * @param kit the kit; on an architecture without gaps all are 0
     * @param recipe the recipe, which was checked
     */
    static GapTable of(LoadedKit kit, Recipe recipe) {
        return kit.architecture().randomized() ? new GapTable(recipe, Draws.page(kit.plan(), recipe)) : new GapTable();
    }

    private GapTable() {
        for (GapName name : GapName.values()) {
            gaps.put(name, Pmf.point(0));
            entropies.put(name, 0.0);
        }
    }

    /** The gaps of a recipe with a page size in bytes. */
    GapTable(Recipe recipe, long page) {
        for (GapName name : GapName.values()) {
            add(name, recipe, page);
        }
    }

    private void add(GapName name, Recipe recipe, long page) {
        long low = name.low(recipe);
        long high = name.high(recipe, page);
        long first = name.rounded(low, page, recipe);
        long last = name.rounded(high, page, recipe);
        long unit = unit(name, recipe, page);
        double count = high - low + 1.0;
        long steps = (last - first) / unit;
        entropies.put(name, entropy(name, recipe, page, low, high));
        if (steps >= MOST) {
            return;
        }
        double[] mass = new double[(int) steps + 1];
        long padding = name.rounded(0, page, recipe) == 0 ? 0 : Integer.BYTES; // the pad word
        for (int i = 0; i < mass.length; i++) {
            long size = first + i * unit;
            long from = Math.max(low, size - unit + 1 - padding);
            mass[i] = (Math.min(high, size - padding) - from + 1) / count;
        }
        gaps.put(name, new Pmf(first, unit, mass));
    }

    private static long unit(GapName name, Recipe recipe, long page) {
        long own = name.alignment(recipe);
        return name == GapName.TEXT0 ? page : own > 0 ? own : GapName.ALIGNMENT;
    }

    /** In bits, without a table: all sizes but the first and the last are equally likely. */
    private static double entropy(GapName name, Recipe recipe, long page, long low, long high) {
        long first = name.rounded(low, page, recipe);
        long last = name.rounded(high, page, recipe);
        if (first == last) {
            return 0;
        }
        long unit = unit(name, recipe, page);
        long padding = name.rounded(0, page, recipe) == 0 ? 0 : Integer.BYTES;
        double count = high - low + 1.0;
        double atFirst = (first - padding - low + 1) / count;
        double atLast = (high - (last - unit - padding)) / count;
        double between = (last - first) / unit - 1.0;
        return term(atFirst) + term(atLast) + between * term(unit / count);
    }

    private static double term(double p) {
        return p <= 0 ? 0 : -p * Math.log(p) / Math.log(2);
    }

    /** The probabilities of a gap's size in bytes; null where it has more than {@link #MOST}. */
    Pmf of(GapName name) {
        return gaps.get(name);
    }

    /** The entropies in bits by the names of the gaps, and their sum as {@code total}. */
    Map<String, Double> entropies() {
        Map<String, Double> all = new LinkedHashMap<>();
        double total = 0;
        for (GapName name : GapName.values()) {
            all.put(name.label(), entropies.get(name));
            total += entropies.get(name);
        }
        all.put("total", total);
        return all;
    }

    /** The smallest size of each gap. */
    Gaps smallest(Recipe recipe, long page) {
        return Gaps.of(name -> {
            Pmf table = gaps.get(name);
            return table == null ? name.rounded(name.low(recipe), page, recipe) : table.origin();
        });
    }
}
