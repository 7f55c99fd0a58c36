package org.karlworkbench.compare.lab;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Locale;

/** The fields of a laboratory result, for files and for the command alike. */
public final class LabJson {
    private LabJson() {}

    /** Writes the fields of an object, without its braces. */
    public static void write(LabResult result, JsonWriter json) throws IOException {
        json.name("kit").value(result.kit());
        json.name("digest").value(result.digest());
        json.name("layouts").value(result.layouts());
        json.name("planned").value(result.planned());
        json.name("kept").value(result.kept());
        json.name("grain").value(result.grain());
        json.name("page").value(result.page());
        json.name("millis").value(result.millis());
        json.name("gapEntropyBits").beginObject();
        for (var each : result.gapEntropyBits().entrySet()) {
            json.name(each.getKey()).value(each.getValue());
        }
        json.endObject();
        json.name("orderEntropyBits").value(result.orderEntropyBits());
        json.name("seedBits").value(result.seedBits());
        json.name("originalCapBits").value(result.originalCapBits());
        json.name("cap").value(result.cap());
        blocks(result, json);
        symbols(result, json);
        sections(result, json);
        residue(result, json);
        models(result, json);
        attack(result.attack(), json);
        growth(result, json);
        heat(result.heat(), json);
    }

    private static void guessing(Guessing guessing, JsonWriter json) throws IOException {
        json.name("guess1").value(guessing.guess1());
        json.name("guesses50").value(guessing.guesses50());
        json.name("minEntropy").value(guessing.minEntropy());
        json.name("values").value(guessing.values());
    }

    private static void spread(Spread spread, JsonWriter json) throws IOException {
        json.name("shannon").value(spread.shannon());
        json.name("shannonCorrected").value(spread.corrected());
    }

    private static void blocks(LabResult result, JsonWriter json) throws IOException {
        json.name("blocks").beginArray();
        for (LabResult.BlockRow block : result.blocks()) {
            json.beginObject();
            json.name("number").value(block.number());
            json.name("object").value(block.object());
            json.name("section").value(block.section());
            json.name("size").value(block.size());
            json.endObject();
        }
        json.endArray();
    }

    private static void symbols(LabResult result, JsonWriter json) throws IOException {
        json.name("symbols").beginArray();
        for (LabResult.SymbolFigures symbol : result.symbols()) {
            json.beginObject();
            json.name("name").value(symbol.name());
            json.name("object").value(symbol.object().isEmpty() ? null : symbol.object());
            json.name("kind").value(symbol.kind());
            json.name("block").value(symbol.block() < 0 ? null : symbol.block());
            json.name("basis").value(symbol.basis().label());
            guessing(symbol.exact(), json);
            spread(symbol.spread(), json);
            json.name("perPage").beginObject();
            guessing(symbol.page(), json);
            spread(symbol.pageSpread(), json);
            json.endObject();
            json.endObject();
        }
        json.endArray();
    }

    private static void sections(LabResult result, JsonWriter json) throws IOException {
        json.name("sections").beginArray();
        for (LabResult.SectionFigures section : result.sections()) {
            json.beginObject();
            json.name("name").value(section.name());
            json.name("contributors").value(section.contributors());
            json.name("starts").value(section.start().values());
            json.name("basis").value(section.basis().label());
            guessing(section.start(), json);
            json.endObject();
        }
        json.endArray();
    }

    private static void residue(LabResult result, JsonWriter json) throws IOException {
        json.name("residue").beginArray();
        for (LabResult.Residue each : result.residue()) {
            json.beginObject();
            json.name("name").value(each.name());
            json.name("object").value(each.object().isEmpty() ? null : each.object());
            json.name("kind").value(each.kind());
            json.name("reason").value(each.reason());
            json.name("basis").value(each.basis().label());
            guessing(each.guessing(), json);
            json.endObject();
        }
        json.endArray();
    }

    private static void models(LabResult result, JsonWriter json) throws IOException {
        json.name("models").beginArray();
        for (LabResult.ModelNote note : result.models()) {
            json.beginObject();
            json.name("section").value(note.section());
            json.name("objects").value(note.objects());
            json.name("basis").value(note.basis().label());
            json.name("relativeError").value(note.relativeError());
            json.name("why").value(note.why());
            json.endObject();
        }
        json.endArray();
        json.name("checks").beginArray();
        for (LabResult.Check check : result.checks()) {
            json.beginObject();
            json.name("cell").value(check.cell());
            json.name("blocks").value(check.blocks());
            json.name("least").value(check.least());
            json.name("below").value(check.below());
            json.endObject();
        }
        json.endArray();
    }

    private static void attack(LabResult.Attack attack, JsonWriter json) throws IOException {
        json.name("attack");
        if (attack == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        attacked("typical", attack.typicalName(), attack.typical(), json);
        attacked("worst", attack.worstName(), attack.worst(), json);
        json.endObject();
    }

    private static void attacked(String what, String name, Guessing guessing, JsonWriter json) throws IOException {
        json.name(what).beginObject();
        json.name("name").value(name);
        guessing(guessing, json);
        json.name("bootsForHalf").value(guessing.bootsForHalf());
        json.name("probesForHalf").value(guessing.guesses50());
        json.name("afterBoots").beginObject();
        for (int boots = 1; boots <= 1_000_000; boots *= 10) {
            json.name(String.format(Locale.ROOT, "%d", boots)).value(guessing.afterBoots(boots));
        }
        json.endObject();
        json.endObject();
    }

    private static void growth(LabResult result, JsonWriter json) throws IOException {
        json.name("growth").beginArray();
        for (LabResult.Growth each : result.growth()) {
            json.beginObject();
            json.name("layouts").value(each.layouts());
            json.name("shannon").value(each.shannon());
            json.name("shannonCorrected").value(each.corrected());
            json.name("cap").value(each.cap());
            json.endObject();
        }
        json.endArray();
    }

    private static void heat(LabResult.Heat heat, JsonWriter json) throws IOException {
        json.name("heat").beginObject();
        json.name("low").value("0x" + Long.toHexString(heat.low()));
        json.name("cell").value(heat.cell());
        json.name("rows").beginArray();
        for (int i = 0; i < heat.rows().size(); i++) {
            json.beginObject();
            json.name("object").value(heat.rows().get(i));
            json.name("counts").beginArray();
            for (int count : heat.counts().get(i)) {
                json.value(count);
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
}
