package org.karlworkbench.compare.lab;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The way back from {@link LabJson}. What is missing or of another kind ends in one of the parser's exceptions. */
final class LabReader {
    private LabReader() {}

    static LabResult read(JsonObject json) {
        return new LabResult(
                text(json, "kit"),
                text(json, "digest"),
                json.get("layouts").getAsInt(),
                json.get("planned").getAsInt(),
                json.get("kept").getAsInt(),
                json.get("grain").getAsLong(),
                json.get("page").getAsLong(),
                json.get("millis").getAsLong(),
                gaps(json.getAsJsonObject("gapEntropyBits")),
                json.get("orderEntropyBits").getAsDouble(),
                json.get("seedBits").getAsInt(),
                json.get("originalCapBits").getAsInt(),
                json.get("cap").getAsDouble(),
                list(json, "blocks", LabReader::block),
                list(json, "symbols", LabReader::symbol),
                list(json, "sections", LabReader::section),
                list(json, "residue", LabReader::residue),
                list(json, "models", LabReader::model),
                list(json, "checks", LabReader::check),
                json.get("attack").isJsonNull() ? null : attack(json.getAsJsonObject("attack")),
                list(json, "growth", LabReader::growth),
                heat(json.getAsJsonObject("heat")));
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> row) {
        List<T> rows = new ArrayList<>();
        for (JsonElement each : json.getAsJsonArray(name)) {
            rows.add(row.apply(each.getAsJsonObject()));
        }
        return List.copyOf(rows);
    }

    /** Empty for null. */
    private static String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value.isJsonNull() ? "" : value.getAsString();
    }

    private static Map<String, Double> gaps(JsonObject json) {
        Map<String, Double> gaps = new LinkedHashMap<>();
        json.asMap().forEach((name, value) -> gaps.put(name, value.getAsDouble()));
        return gaps;
    }

    private static Basis basis(JsonObject json) {
        return Basis.valueOf(text(json, "basis").toUpperCase(Locale.ROOT));
    }

    private static Guessing guessing(JsonObject json) {
        return new Guessing(
                json.get("guess1").getAsDouble(),
                json.get("guesses50").getAsLong(),
                json.get("values").getAsLong());
    }

    private static Spread spread(JsonObject json) {
        return new Spread(
                json.get("shannon").getAsDouble(), json.get("shannonCorrected").getAsDouble());
    }

    private static LabResult.BlockRow block(JsonObject json) {
        return new LabResult.BlockRow(
                json.get("number").getAsInt(),
                text(json, "object"),
                text(json, "section"),
                json.get("size").getAsLong());
    }

    private static LabResult.SymbolFigures symbol(JsonObject json) {
        JsonObject page = json.getAsJsonObject("perPage");
        return new LabResult.SymbolFigures(
                text(json, "name"),
                text(json, "object"),
                text(json, "kind"),
                json.get("block").isJsonNull() ? -1 : json.get("block").getAsInt(),
                basis(json),
                guessing(json),
                spread(json),
                guessing(page),
                spread(page));
    }

    private static LabResult.SectionFigures section(JsonObject json) {
        return new LabResult.SectionFigures(
                text(json, "name"), json.get("contributors").getAsInt(), basis(json), guessing(json));
    }

    private static LabResult.Residue residue(JsonObject json) {
        return new LabResult.Residue(
                text(json, "name"),
                text(json, "object"),
                text(json, "kind"),
                text(json, "reason"),
                basis(json),
                guessing(json));
    }

    private static LabResult.ModelNote model(JsonObject json) {
        return new LabResult.ModelNote(
                text(json, "section"),
                json.get("objects").getAsInt(),
                basis(json),
                json.get("relativeError").getAsDouble(),
                text(json, "why"));
    }

    private static LabResult.Check check(JsonObject json) {
        return new LabResult.Check(
                json.get("cell").getAsLong(),
                json.get("blocks").getAsInt(),
                json.get("least").getAsDouble(),
                json.get("below").getAsDouble());
    }

    private static LabResult.Attack attack(JsonObject json) {
        JsonObject typical = json.getAsJsonObject("typical");
        JsonObject worst = json.getAsJsonObject("worst");
        return new LabResult.Attack(guessing(typical), text(typical, "name"), guessing(worst), text(worst, "name"));
    }

    private static LabResult.Growth growth(JsonObject json) {
        return new LabResult.Growth(
                json.get("layouts").getAsInt(),
                json.get("shannon").getAsDouble(),
                json.get("shannonCorrected").getAsDouble(),
                json.get("cap").getAsDouble());
    }

    private static LabResult.Heat heat(JsonObject json) {
        List<String> rows = list(json, "rows", row -> text(row, "object"));
        List<int[]> counts = list(json, "rows", row -> row.getAsJsonArray("counts").asList().stream()
                .mapToInt(JsonElement::getAsInt)
                .toArray());
        if (counts.stream().mapToInt(row -> row.length).distinct().count() > 1) {
            throw new IllegalArgumentException("rows of several lengths");
        }
        return new LabResult.Heat(
                Long.parseUnsignedLong(text(json, "low").substring(2), 16),
                json.get("cell").getAsLong(),
                rows,
                counts);
    }
}
