package org.karlworkbench.compare.gadgets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.karlworkbench.code.FlowSet;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Layout;

/** Sets the gadgets of two kernels beside each other: the announcement's claim, measured. */
public final class GadgetComparison {
    private final GadgetSide a;
    private final GadgetSide b;
    private final FlowSet set;
    private final FunctionWalk walk;
    private final Progress progress;

    private GadgetComparison(GadgetSide a, GadgetSide b, FlowSet set, Progress progress) {
        this.a = a;
        this.b = b;
        this.set = set;
        this.progress = progress;
        walk = new FunctionWalk(a, b);
    }

    /**
     * Finds and compares the gadgets of two kernels.
     *
     * @param comparison the kernels, compared
     * @param kitA the kit of the first kernel, or null; it tells what is relocated
     * @param kitB the kit of the second, or null for that of the first
     * @param progress told of phases; asked for cancel
     * @return the figures, or why there are none
     * @throws EngineException code {@code no-disassembler} where the library is missing that reads the instructions; when
     *     a kernel cannot be read any more
     */
    public static Gadgets of(Comparison comparison, LoadedKit kitA, LoadedKit kitB, Progress progress)
            throws EngineException {
        Layout layoutA = comparison.a();
        Layout layoutB = comparison.b();
        if (layoutA.sectionTable().count() == 0 || layoutB.sectionTable().count() == 0) {
            return new Gadgets.Unknown("a kernel has no section headers: nobody can say what is code");
        }
        FlowSet set = FlowSet.of(layoutA.kernel().toString(), layoutA.header()).orElse(null);
        if (set == null) {
            return new Gadgets.Unknown(
                    "gadgets are found on amd64, i386, arm64 and riscv64 only, not on this architecture");
        }
        GadgetSide a = new GadgetSide(layoutA, kitA, GadgetSearch.of(layoutA, set, progress));
        GadgetSide b = new GadgetSide(layoutB, kitB == null ? kitA : kitB, GadgetSearch.of(layoutB, set, progress));
        return new GadgetComparison(a, b, set, progress).compare(comparison);
    }

    private GadgetFigures compare(Comparison comparison) throws EngineException {
        progress.begin("comparing gadgets", 0);
        walk.run(comparison.symbols());
        long grid = Math.min(Long.lowestOneBit(walk.moved), ChanceSurvivors.COARSEST);
        SequenceTable moving = new SequenceTable();
        RegionCount countA = RegionCount.of(a, b, moving, grid, progress);
        RegionCount countB = RegionCount.of(b, null, moving, grid, progress);
        SequenceTable all = content();
        boolean functions = walk.functions > 0;
        long born = walk.changes.stream().filter(GadgetChange::born).count();
        double mean = ChanceSurvivors.mean(moving, a, b, grid);
        return new GadgetFigures(
                set.tool(),
                new Both(a.candidates(), b.candidates()),
                a.intended() < 0 || b.intended() < 0
                        ? Optional.empty()
                        : Optional.of(new Both(a.intended(), b.intended())),
                a.knowsFields() && b.knowsFields()
                        ? Optional.of(new Both(countA.overRelocated, countB.overRelocated))
                        : Optional.empty(),
                some(functions, born),
                some(functions, walk.changes.size() - born),
                some(functions, walk.changed),
                some(functions, a.candidates() - walk.inFunctions),
                Arrays.stream(countA.survivors).sum(),
                some(grid > 0, mean + countA.certain),
                some(grid > 0, deviation(mean, grid)),
                inCommon(all),
                classes(all),
                regions(countA, countB, mean, grid),
                walk.changes);
    }

    private static OptionalLong some(boolean known, long value) {
        return known ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static OptionalDouble some(boolean known, double value) {
        return known ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * Single sequences meet by themselves, and their number spreads as rare events do; the gadgets of functions that move
     * together stay together.
     */
    private double deviation(double mean, long grid) {
        double places = Math.max(1, (double) bytes(a) / Math.max(1, grid));
        double together = Math.min(mean, walk.inFunctions / places);
        double clumps = walk.squares / places;
        return Math.sqrt(mean - together + clumps);
    }

    private static long bytes(GadgetSide side) {
        return side.sections().stream().mapToLong(each -> each.bytes().length).sum();
    }

    private SequenceTable content() {
        SequenceTable all = new SequenceTable();
        for (GadgetSide side : List.of(a, b)) {
            for (GadgetSection section : side.sections()) {
                progress.checkCancelled();
                for (int at = 0; at < section.lengths().length; at++) {
                    if (section.lengths()[at] != 0) {
                        all.add(side == a, section.bytes(), at, section.lengths()[at], 0);
                    }
                }
            }
        }
        return all;
    }

    private double inCommon(SequenceTable all) {
        long common = 0;
        for (int row = 0; row < all.count(); row++) {
            common += Math.min(all.inA(row), all.inB(row));
        }
        return common / (double) Math.max(a.candidates(), b.candidates());
    }

    private List<GadgetClass> classes(SequenceTable all) {
        double places = bytes(a) / (double) set.unit();
        List<GadgetClass> classes = new ArrayList<>(all.count());
        for (int row = 0; row < all.count(); row++) {
            if (all.inA(row) > 0) {
                classes.add(new GadgetClass(all.bytes(row), all.inA(row), all.inB(row), all.inA(row) / places));
            }
        }
        classes.sort(Comparator.comparingInt((GadgetClass each) -> -each.copies())
                .thenComparing(GadgetClass::bytes, Arrays::compareUnsigned));
        return classes;
    }

    private Map<Region, RegionFigures> regions(RegionCount countA, RegionCount countB, double mean, long grid) {
        Map<Region, RegionFigures> regions = new EnumMap<>(Region.class);
        if (a.knowsRegions() && b.knowsRegions()) {
            for (Region region : Region.values()) {
                int i = region.ordinal();
                OptionalDouble chance =
                        switch (region) {
                            case HEAD -> some(grid > 0 && a.knowsFields(), (double) countA.certain);
                            case BODY -> some(grid > 0, mean);
                            default -> OptionalDouble.empty();
                        };
                regions.put(
                        region,
                        new RegionFigures(
                                new Both(countA.candidates[i], countB.candidates[i]), countA.survivors[i], chance));
            }
        }
        return regions;
    }
}
