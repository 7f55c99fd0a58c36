package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.karlworkbench.compare.gadgets.Both;
import org.karlworkbench.compare.gadgets.GadgetChange;
import org.karlworkbench.compare.gadgets.GadgetClass;
import org.karlworkbench.compare.gadgets.GadgetFigures;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.compare.gadgets.Region;
import org.karlworkbench.compare.gadgets.RegionFigures;

/** The gadgets of two kernels, for programs and for people. */
final class GadgetAnswer {
    private GadgetAnswer() {}

    /** Writes {@code gadgets}, null with {@code gadgetsReason} where there are none to tell of. */
    static void json(JsonWriter json, Gadgets gadgets) throws IOException {
        switch (gadgets) {
            case Gadgets.Unknown unknown -> {
                json.name("gadgets").nullValue();
                json.name("gadgetsReason").value(unknown.reason());
            }
            case GadgetFigures figures -> {
                json.name("gadgets").beginObject();
                figures(json, figures);
                json.endObject();
            }
        }
    }

    private static void figures(JsonWriter json, GadgetFigures figures) throws IOException {
        json.name("disassembler").value(figures.tool());
        both(json, "candidates", Optional.of(figures.candidates()));
        both(json, "intended", figures.intended());
        both(json, "unintended", figures.unintended());
        json.name("overRelocated").value(figures.overRelocated().map(Both::a).orElse(null));
        json.name("overRelocatedB").value(figures.overRelocated().map(Both::b).orElse(null));
        number(json, "born", figures.born());
        number(json, "lost", figures.lost());
        number(json, "changed", figures.changed());
        number(json, "outsideFunctions", figures.outsideFunctions());
        json.name("survivors").value(figures.survivors());
        JsonAnswer.number(json, "survivorsByChance", figures.survivorsByChance());
        JsonAnswer.number(json, "survivorsDeviation", figures.survivorsDeviation());
        json.name("contentInCommon").value(Double.isNaN(figures.contentInCommon()) ? null : figures.contentInCommon());
        classes(json, figures.classes());
        regions(json, figures.byRegion());
        changes(json, figures.changes());
    }

    private static void both(JsonWriter json, String name, Optional<Both> both) throws IOException {
        json.name(name);
        if (both.isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("a").value(both.get().a());
        json.name("b").value(both.get().b());
        json.endObject();
    }

    private static void number(JsonWriter json, String name, OptionalLong number) throws IOException {
        json.name(name).value(number.isPresent() ? Long.valueOf(number.getAsLong()) : null);
    }

    private static void classes(JsonWriter json, List<GadgetClass> classes) throws IOException {
        json.name("classes").beginArray();
        for (GadgetClass each : classes) {
            json.beginObject();
            json.name("bytes").value(hex(each.bytes()));
            json.name("copies").value(each.copies());
            json.name("copiesB").value(each.copiesB());
            json.name("chance").value(each.chance());
            json.endObject();
        }
        json.endArray();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void regions(JsonWriter json, Map<Region, RegionFigures> regions) throws IOException {
        json.name("byRegion");
        if (regions.isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        for (var each : regions.entrySet()) {
            json.name(each.getKey().label()).beginObject();
            both(json, "candidates", Optional.of(each.getValue().candidates()));
            json.name("survivors").value(each.getValue().survivors());
            JsonAnswer.number(json, "survivorsByChance", each.getValue().survivorsByChance());
            json.endObject();
        }
        json.endObject();
    }

    private static void changes(JsonWriter json, List<GadgetChange> changes) throws IOException {
        json.name("changes").beginArray();
        for (GadgetChange each : changes) {
            json.beginObject();
            json.name("what").value(each.born() ? "born" : "lost");
            json.name("object").value(each.object().isEmpty() ? null : each.object());
            json.name("function").value(each.function());
            json.name("offset").value(each.offset());
            json.name("bytes").value(hex(each.bytes()));
            json.name("cause").value(each.cause().label());
            json.name("target").value(each.target().isEmpty() ? null : each.target());
            json.endObject();
        }
        json.endArray();
    }

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
                    hex(most.bytes()),
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
