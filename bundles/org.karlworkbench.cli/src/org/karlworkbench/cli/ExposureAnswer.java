package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.karlworkbench.compare.exposure.Disclosure;
import org.karlworkbench.compare.exposure.Exposure;
import org.karlworkbench.compare.exposure.Knowledge;
import org.karlworkbench.compare.exposure.ObjectShare;
import org.karlworkbench.compare.exposure.Share;
import org.karlworkbench.elf.Printable;

/** What a leak tells; {@code knowledge} is null where none was asked about. */
record ExposureAnswer(Exposure exposure, Knowledge knowledge) implements Answer {
    private static final int MOST = 20;

    @Override
    public int status() {
        return Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        json.name("defence").value(exposure.defence().label());
        json.name("functions").value(exposure.functions());
        json.name("bodyFunctions").value(exposure.shares().total());
        json.name("entryPoints").value(exposure.entryPoints());
        json.name("blocks").value(exposure.blocks());
        share(json, exposure.shares());
        json.name("byBytes").beginObject();
        json.name("bytes").value(exposure.byBytes().total());
        share(json, exposure.byBytes());
        json.endObject();
        json.name("objects").beginArray();
        for (ObjectShare each : exposure.objects()) {
            json.beginObject();
            json.name("object").value(each.object());
            json.name("functions").value(each.functions());
            json.name("bytes").value(each.bytes());
            json.name("exposed").value(each.exposed());
            json.endObject();
        }
        json.endArray();
        discloses(json);
        if (knowledge != null) {
            knowledge(json);
        }
    }

    private static void share(JsonWriter json, Share share) throws IOException {
        json.name("meanExposure").value(share.mean());
        json.name("effectiveObjects").value(share.effective());
    }

    private void discloses(JsonWriter json) throws IOException {
        json.name("headDiscloses").beginArray();
        for (Disclosure each : exposure.headDiscloses()) {
            json.beginObject();
            json.name("object").value(each.object());
            json.name("section").value(each.section());
            json.name("offset").value(each.offset());
            json.name("kind").value(each.kind());
            json.name("target").value(each.target());
            json.name("targetObject").value(each.targetObject());
            json.endObject();
        }
        json.endArray();
    }

    private void knowledge(JsonWriter json) throws IOException {
        json.name("known").beginArray();
        for (Knowledge.Known each : knowledge.known()) {
            json.beginObject();
            json.name("name").value(each.name());
            json.name("object").value(each.object());
            json.name("section").value(each.section());
            json.name("distance").value(each.distance());
            json.name("address").value(each.address() == null ? null : JsonAnswer.hex(each.address()));
            json.name("because").value(each.because());
            json.endObject();
        }
        json.endArray();
        json.name("bounded").beginArray();
        for (Knowledge.Bounded each : knowledge.bounded()) {
            json.beginObject();
            json.name("object").value(each.object());
            json.name("section").value(each.section());
            json.name("low").value(JsonAnswer.hex(each.low()));
            json.name("high").value(JsonAnswer.hex(each.high()));
            json.endObject();
        }
        json.endArray();
        json.name("candidates").beginArray();
        for (Knowledge.Candidate each : knowledge.candidates()) {
            json.beginObject();
            json.name("name").value(each.name());
            json.name("object").value(each.object());
            json.name("probability").value(each.probability());
            json.endObject();
        }
        json.endArray();
        JsonAnswer.texts(json, "notes", knowledge.notes());
    }

    @Override
    public void print(PrintWriter out) {
        Share share = exposure.shares();
        out.println("functions  " + exposure.functions() + ", " + share.total() + " of them shuffled; "
                + exposure.entryPoints() + " more entry points");
        out.printf(
                Locale.ROOT,
                "exposure   a leaked pointer to a function tells of %.1f functions on average; %d blocks do as much as "
                        + "%.1f equal ones (by bytes %.1f)%n",
                share.mean(),
                exposure.blocks(),
                share.effective(),
                exposure.byBytes().effective());
        int disclosed = exposure.headDiscloses().size();
        out.println("head       gives away " + disclosed + (disclosed == 1 ? " place" : " places") + " of the body");
        if (knowledge != null) {
            printKnowledge(out);
            return;
        }
        TextTable table = new TextTable("object", "functions", "bytes", "exposed");
        exposure.objects().stream()
                .limit(MOST)
                .forEach(each -> table.row(
                        each.object(),
                        each.functions(),
                        each.bytes(),
                        String.format(Locale.ROOT, "%.1f", each.exposed())));
        table.print(out);
    }

    private void printKnowledge(PrintWriter out) {
        out.println("known      " + knowledge.known().size() + " symbols exactly, "
                + knowledge.bounded().size() + " blocks within bounds");
        knowledge.notes().forEach(note -> out.println("note       " + note));
        TextTable table = new TextTable("known", "object", "distance", "because");
        knowledge.known().stream()
                .filter(each -> !each.because().equals("fixed"))
                .limit(MOST)
                .forEach(each -> table.row(each.name(), each.object(), each.distance(), each.because()));
        table.print(out);
        if (!knowledge.candidates().isEmpty()) {
            out.println("candidates " + knowledge.candidates().size());
            knowledge.candidates().stream()
                    .limit(MOST)
                    .forEach(each -> out.println(Printable.of("  " + each.name() + "  " + each.object())));
        }
    }
}
