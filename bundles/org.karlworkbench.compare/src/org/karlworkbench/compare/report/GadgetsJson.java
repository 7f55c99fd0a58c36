package org.karlworkbench.compare.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
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

/** The fields of the gadgets of two kernels. */
final class GadgetsJson {
    private GadgetsJson() {}

    /** Writes {@code gadgets}, null with {@code gadgetsReason} where there are none to tell of. */
    static void write(Gadgets gadgets, JsonWriter json) throws IOException {
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
        number(json, "survivorsByChance", figures.survivorsByChance());
        number(json, "survivorsDeviation", figures.survivorsDeviation());
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
            number(json, "survivorsByChance", each.getValue().survivorsByChance());
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

    /** Writes a number that may be unknown. */
    static void number(JsonWriter json, String name, OptionalDouble number) throws IOException {
        json.name(name).value(number.isPresent() ? Double.valueOf(number.getAsDouble()) : null);
    }
}
