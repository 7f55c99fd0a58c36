package org.karlworkbench.cli;

import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import org.karlworkbench.compare.gadgets.Both;
import org.karlworkbench.compare.gadgets.GadgetClass;
import org.karlworkbench.compare.gadgets.GadgetFigures;
import org.karlworkbench.compare.gadgets.Gadgets;

/** The gadgets of two kernels, for people. */
final class GadgetAnswer {
    private GadgetAnswer() {}

    /** Says them in words. */
    static void print(PrintWriter out, Gadgets gadgets) {
        switch (gadgets) {
            case Gadgets.Unknown unknown -> out.println("gadgets    not known: " + unknown.reason());
            case GadgetFigures figures -> print(out, figures);
        }
    }

    private static void print(PrintWriter out, GadgetFigures figures) {
        out.println(
                "gadgets    " + words(figures.candidates()) + ", short sequences that end where an attacker may lead");
        figures.intended()
                .ifPresent(some -> out.println("           " + words(some)
                        + " begin at an instruction of the compiler, "
                        + words(figures.unintended().orElseThrow())
                        + " inside of one"));
        figures.overRelocated()
                .ifPresent(some -> out.println("           " + words(some)
                        + " touch what the linker writes, and so may be others in every relink"));
        if (figures.born().isPresent()) {
            out.println("           at the same place of their function "
                    + figures.born().getAsLong() + " were born, "
                    + figures.lost().getAsLong() + " lost, " + figures.changed().getAsLong() + " changed bytes");
        }
        out.println("           " + figures.survivors() + " are at the same address with the same bytes"
                + chance(figures.survivorsByChance(), figures.survivorsDeviation(), figures.survivorsSigma()));
        if (!Double.isNaN(figures.contentInCommon())) {
            out.printf(
                    Locale.ROOT,
                    "           %.2f %% are in both, wherever: the order hides gadgets, it does not remove them%n",
                    100 * figures.contentInCommon());
        }
        figures.byRegion()
                .forEach((region, each) -> out.println("           " + region.label() + ": "
                        + words(each.candidates()) + ", " + each.survivors() + " at the same address"
                        + chance(each.survivorsByChance(), OptionalDouble.empty(), OptionalDouble.empty())));
        if (!figures.classes().isEmpty()) {
            GadgetClass most = figures.classes().getFirst();
            out.printf(
                    Locale.ROOT,
                    "           most frequent: %s, %d times; a blind guess hits it with a chance of 1 in %.0f%n",
                    HexFormat.of().formatHex(most.bytes()),
                    most.copies(),
                    1 / most.chance());
        }
    }

    private static String words(Both both) {
        return both.a() + " in A and " + both.b() + " in B";
    }

    static String chance(OptionalDouble mean, OptionalDouble deviation, OptionalDouble sigma) {
        if (mean.isEmpty()) {
            return "";
        }
        String words = String.format(Locale.ROOT, " (%.1f by chance", mean.getAsDouble());
        words += deviation.isEmpty() ? "" : String.format(Locale.ROOT, ", sigma %.1f", deviation.getAsDouble());
        words += sigma.isEmpty() ? "" : String.format(Locale.ROOT, ", %.1f sigma away", sigma.getAsDouble());
        return words + ")";
    }
}
