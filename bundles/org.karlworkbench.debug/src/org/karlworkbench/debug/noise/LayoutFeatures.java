package org.karlworkbench.debug.noise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedColumns;

/** What there is to tell of each layout: the gaps, each object's place in the order, where functions lie in a cache line. */
final class LayoutFeatures {
    private static final int LINE = 64;

    /** Of kernels with very many functions the features of the first ones are enough for memory and eyes. */
    private static final int MOST_FUNCTIONS = 20_000;

    /** Of very many relinks the features of fewer: no more numbers than these are kept of functions, eight bytes each. */
    private static final int MOST_NUMBERS = 20_000_000;

    private final LoadedKit kit;
    private final BuiltInLinker placer;
    private final long page;
    private final int count;
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    /** By the functions' numbers; null for what is no function. */
    private final double[][] lines;

    /**
     * Features of so many layouts.
     *
     * @param placer places draws; null where the built-in linker does not link the kit
     */
    LayoutFeatures(LoadedKit kit, Recipe recipe, BuiltInLinker placer, int count) {
        this.kit = kit;
        this.placer = placer;
        this.page = kit.architecture().randomized() ? Draws.page(kit.plan(), recipe) : 1;
        this.count = count;
        int most = Math.min(MOST_FUNCTIONS, MOST_NUMBERS / count);
        this.lines =
                new double[placer == null ? 0 : Math.min(most, placer.names().symbolLimit())][];
    }

    /** The next layout's. */
    void add(int layout, Draw draw) throws EngineException {
        for (GapName gap : GapName.values()) {
            column("gap " + gap.label())[layout] = draw.gaps().of(gap);
        }
        for (int place = 0; place < draw.order().size(); place++) {
            column("place " + draw.order().get(place))[layout] = place;
        }
        if (placer != null) {
            addFunctions(layout, draw);
        }
    }

    private void addFunctions(int layout, Draw draw) throws EngineException {
        LinkedColumns symbols = placer.layout(kit.linkOrder(draw.order()), draw.sections(), draw.gaps(), page)
                .symbols();
        for (int i = 0; i < symbols.count(); i++) {
            int number = symbols.numbers()[i];
            if (number < lines.length && placer.names().isFunction(number)) {
                lines[number] = lines[number] == null ? new double[count] : lines[number];
                lines[number][layout] = symbols.addresses()[i] & (LINE - 1);
            }
        }
    }

    private double[] column(String name) {
        return columns.computeIfAbsent(name, _ -> new double[count]);
    }

    /** All that are not the same in all layouts, for some of the layouts. */
    Map<String, double[]> of(int[] layouts) {
        Map<String, double[]> some = new LinkedHashMap<>();
        columns.forEach((name, column) -> add(some, name, column, layouts));
        Map<String, Integer> namesakes = new HashMap<>();
        for (int number = 0; number < lines.length; number++) {
            if (lines[number] != null) {
                namesakes.merge(placer.names().symbol(number), 1, Integer::sum);
            }
        }
        for (int number = 0; number < lines.length; number++) {
            if (lines[number] != null) {
                String name = placer.names().symbol(number);
                boolean alone = namesakes.get(name) == 1;
                String owner = alone ? "" : " of " + placer.names().objectOf(number);
                add(some, "line " + name + owner, lines[number], layouts);
            }
        }
        return some;
    }

    private static void add(Map<String, double[]> some, String name, double[] column, int[] layouts) {
        double[] chosen = Arrays.stream(layouts).mapToDouble(i -> column[i]).toArray();
        if (Arrays.stream(chosen).distinct().count() > 1) {
            some.put(name, chosen);
        }
    }
}
