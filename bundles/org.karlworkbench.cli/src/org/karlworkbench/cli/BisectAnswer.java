package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.karlworkbench.debug.bisect.BisectRequest;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Cause;
import org.karlworkbench.debug.bisect.Found;
import org.karlworkbench.debug.bisect.Range;
import org.karlworkbench.debug.bisect.Suspect;
import org.karlworkbench.debug.bisect.Tally;
import org.karlworkbench.elf.Printable;

/** What a search for a cause came to. */
record BisectAnswer(BisectRequest request, BisectResult result) implements Answer {
    @Override
    public int status() {
        return result.cause() == null ? Karl.NO : Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        json.name("runs").value(result.runs());
        json.name("cause");
        cause(json, result.cause());
        json.name("good").value(request.good().toString());
        json.name("bad").value(request.bad().toString());
        tally(json, "sampled", result.sampled());
        tally(json, "with", result.with());
        tally(json, "without", result.without());
        json.name("others").beginArray();
        for (Found found : others()) {
            json.beginObject();
            json.name("cause");
            cause(json, found.cause());
            tally(json, "with", found.with());
            tally(json, "without", found.without());
            json.endObject();
        }
        json.endArray();
        json.name("suspects").beginArray();
        for (Suspect suspect : result.suspects()) {
            json.beginObject();
            json.name("cause");
            cause(json, suspect.cause());
            json.name("p").value(suspect.p());
            tally(json, "with", suspect.with());
            tally(json, "without", suspect.without());
            json.endObject();
        }
        json.endArray();
        json.name("linker").value(result.linker());
        json.name("reason").value(result.reason());
    }

    private static void cause(JsonWriter json, Cause cause) throws IOException {
        if (cause == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("kind").value(cause.kind().word());
        JsonAnswer.texts(json, "objects", cause.objects());
        json.name("section").value(cause.section());
        json.name("toSection").value(cause.toSection());
        json.name("symbol").value(cause.symbol());
        json.name("gap").value(cause.gap());
        json.name("modulus").value(cause.modulus());
        json.name("residue").value(cause.residue());
        json.name("distances").beginArray();
        for (Range range : cause.distances()) {
            json.beginObject();
            json.name("from").value(range.from());
            json.name("to").value(range.to());
            json.endObject();
        }
        json.endArray();
        json.name("also");
        cause(json, cause.also());
        json.name("sentence").value(cause.sentence());
        json.endObject();
    }

    private static void tally(JsonWriter json, String name, Tally tally) throws IOException {
        json.name(name).beginObject();
        json.name("draws").value(tally.draws());
        json.name("failed").value(tally.failed());
        json.endObject();
    }

    @Override
    public void print(PrintWriter out) {
        Cause cause = result.cause();
        out.println(Printable.of(cause == null ? "no cause: " + result.reason() : cause.sentence()));
        out.println("runs       " + result.runs() + ", linked by " + result.linker());
        out.println("random     " + told(result.sampled()));
        if (cause != null) {
            out.println("with it    " + told(result.with()));
            out.println("without    " + told(result.without()));
        }
        for (Found found : others()) {
            out.println(Printable.of("besides, it " + found.cause().sentence()));
            out.println("with it    " + told(found.with()));
            out.println("without    " + told(found.without()));
        }
    }

    /** What else makes it fail. */
    private List<Found> others() {
        return result.causes()
                .subList(Math.min(1, result.causes().size()), result.causes().size());
    }

    private static String told(Tally tally) {
        return tally.failed() + " of " + tally.draws() + " relinks fail";
    }
}
