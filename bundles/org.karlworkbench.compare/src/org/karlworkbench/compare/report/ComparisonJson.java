package org.karlworkbench.compare.report;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.KeptPairs;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.PairsInvariant;
import org.karlworkbench.compare.SizeChange;
import org.karlworkbench.compare.SymbolId;
import org.karlworkbench.compare.gadgets.Gadgets;

/** The fields of a comparison, for files and for the command alike. */
public final class ComparisonJson {
    private static final int SCHEMA_VERSION = 1;

    private ComparisonJson() {}

    /**
     * The object that the command writes with {@code --json --rows}.
     *
     * @param comparison the two kernels beside each other
     * @param gadgets what is known of their gadgets, or null where nobody asked
     */
    public static String text(Comparison comparison, Gadgets gadgets) {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.setStrictness(Strictness.STRICT);
        json.setSerializeNulls(true);
        try {
            json.beginObject();
            json.name("schemaVersion").value(SCHEMA_VERSION);
            write(comparison, gadgets, true, json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string does not fail
        }
        return text.append('\n').toString();
    }

    /**
     * Writes the fields of an object, without its braces.
     *
     * @param comparison the two kernels beside each other
     * @param gadgets what is known of their gadgets, or null where nobody asked
     * @param rows whether to write all symbols too
     * @param json where to
     */
    public static void write(Comparison comparison, Gadgets gadgets, boolean rows, JsonWriter json) throws IOException {
        Figures figures = comparison.figures();
        json.name("identical").value(figures.identical());
        json.name("sameContent").value(figures.sameContent());
        json.name("functions").value(figures.functions());
        json.name("functionsAtSameAddress").value(figures.functionsAtSameAddress());
        json.name("symbolsMoved").value(figures.symbolsMoved());
        json.name("symbolsFixed").value(figures.symbolsFixed());
        json.name("symbolsOnlyInA").value(figures.symbolsOnlyInA());
        json.name("symbolsOnlyInB").value(figures.symbolsOnlyInB());
        order(json, figures.order().orElse(null));
        pairs(json, figures.pairsInvariant());
        json.name("fixedBytes").value(boxed(figures.fixedBytes()));
        gaps(json, "gapsA", figures.gapsA());
        gaps(json, "gapsB", figures.gapsB());
        json.name("contentUnknown").value(figures.contentUnknown());
        symbols(json, "contentDiffers", figures.contentDiffers());
        symbols(json, "added", figures.added());
        symbols(json, "removed", figures.removed());
        grown(json, figures.grown());
        if (gadgets != null) {
            GadgetsJson.write(gadgets, json);
        }
        if (rows) {
            rows(json, comparison.symbols());
        }
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }

    /** Figures of the order are null where the objects are not known: a number would mean nothing. */
    private static void order(JsonWriter json, OrderFigures order) throws IOException {
        json.name("sameOrder").value(order == null ? null : Boolean.valueOf(order.same()));
        json.name("adjacenciesKept").value(order == null ? null : order.adjacenciesKept());
        json.name("adjacenciesExpected").value(order == null ? null : order.adjacenciesExpected());
        json.name("longestRun").value(order == null ? null : order.longestRun());
        json.name("longestRunExpected").value(order == null ? null : order.longestRunExpected());
        boolean pairs = order != null && order.objects() > 1;
        json.name("kendallTau").value(pairs ? order.kendallTau() : null);
        json.name("kendallTauDeviation").value(pairs ? order.kendallTauDeviation() : null);
    }

    private static void pairs(JsonWriter json, PairsInvariant invariant) throws IOException {
        json.name("pairsInvariant").beginObject();
        pairs(json, "functionFunction", invariant.functionFunction());
        pairs(json, "functionVariable", invariant.functionVariable());
        pairs(json, "variableVariable", invariant.variableVariable());
        json.endObject();
    }

    private static void pairs(JsonWriter json, String name, KeptPairs pairs) throws IOException {
        json.name(name).beginObject();
        json.name("kept").value(pairs.kept());
        json.name("pairs").value(pairs.pairs());
        GadgetsJson.number(json, "expectedByBlocks", pairs.expectedByBlocks());
        GadgetsJson.number(json, "expectedByChance", pairs.expectedByChance());
        GadgetsJson.number(json, "deviation", pairs.deviation());
        json.endObject();
    }

    private static void grown(JsonWriter json, List<SizeChange> grown) throws IOException {
        json.name("grown").beginArray();
        for (SizeChange each : grown) {
            json.beginObject();
            json.name("object")
                    .value(
                            each.symbol().object().isEmpty()
                                    ? null
                                    : each.symbol().object());
            json.name("name").value(each.symbol().name());
            json.name("kind").value(each.symbol().kind().label());
            json.name("sizeA").value(each.symbol().size());
            json.name("sizeB").value(each.sizeB());
            json.name("change").value(each.change());
            json.endObject();
        }
        json.endArray();
    }

    private static void gaps(JsonWriter json, String name, Map<String, Long> gaps) throws IOException {
        json.name(name).beginObject();
        for (var each : gaps.entrySet()) {
            json.name(each.getKey()).value(each.getValue());
        }
        json.endObject();
    }

    private static void symbols(JsonWriter json, String name, List<SymbolId> symbols) throws IOException {
        json.name(name).beginArray();
        for (SymbolId symbol : symbols) {
            json.beginObject();
            json.name("object").value(symbol.object().isEmpty() ? null : symbol.object());
            json.name("name").value(symbol.name());
            json.name("kind").value(symbol.kind().label());
            json.endObject();
        }
        json.endArray();
    }

    private static void rows(JsonWriter json, Pairs pairs) throws IOException {
        json.name("rows").beginArray();
        for (int pair = 0; pair < pairs.count(); pair++) {
            boolean a = pairs.rowA(pair) >= 0;
            boolean b = pairs.rowB(pair) >= 0;
            json.beginObject();
            json.name("object").value(pairs.object(pair).isEmpty() ? null : pairs.object(pair));
            json.name("name").value(pairs.name(pair));
            json.name("kind").value(pairs.kind(pair).label());
            json.name("section").value(pairs.section(pair).isEmpty() ? null : pairs.section(pair));
            json.name("state").value(ComparisonTable.state(pairs, pair));
            json.name("addressA").value(a ? ComparisonTable.hex(pairs.addressA(pair)) : null);
            json.name("addressB").value(b ? ComparisonTable.hex(pairs.addressB(pair)) : null);
            json.name("distance").value(a && b ? Long.valueOf(pairs.distance(pair)) : null);
            json.name("sizeA").value(a ? Long.valueOf(pairs.size(pair)) : null);
            json.name("sizeB").value(b ? Long.valueOf(pairs.sizeB(pair)) : null);
            json.endObject();
        }
        json.endArray();
    }
}
