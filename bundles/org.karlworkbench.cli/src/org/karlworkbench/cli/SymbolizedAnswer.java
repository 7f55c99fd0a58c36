package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.debug.Spot;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolized.Rejected;
import org.karlworkbench.debug.Symbolized.Verdict;
import org.karlworkbench.debug.trace.Crash;
import org.karlworkbench.elf.Printable;

/**
 * What a trace means.
 *
 * @param symbolized the trace
 * @param compared the trace with which it is compared, or null
 * @param kernelEntry the ledger entry beside the one kernel that was named, or null
 */
record SymbolizedAnswer(Symbolized symbolized, Symbolized compared, Path kernelEntry) implements Answer {
    /** So many of a long list are shown to people; JSON has all. */
    private static final int SHOWN = 10;

    @Override
    public int status() {
        Verdict verdict = symbolized.verdict();
        return verdict == Verdict.NONE || verdict == Verdict.WRONG_KIT ? Karl.NO : Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        json.name("verdict").value(symbolized.verdict().word());
        json.name("entry").value(entry());
        JsonAnswer.texts(json, "candidates", symbolized.candidates());
        JsonAnswer.texts(json, "evidence", symbolized.evidence());
        json.name("rejected").beginArray();
        for (Rejected each : symbolized.rejected()) {
            json.beginObject();
            json.name("entry").value(each.entry());
            json.name("reason").value(each.reason());
            json.endObject();
        }
        json.endArray();
        frames(json, "frames", symbolized.frames());
        frames(json, "arguments", symbolized.arguments());
        crash(json, symbolized.crash());
        json.name("leftOut").value(symbolized.leftOut());
        json.name("cut").value(symbolized.cut());
        json.name("sameCrash").value(sameCrash());
    }

    private static void crash(JsonWriter json, Crash crash) throws IOException {
        json.name("crash");
        if (crash == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("line").value(crash.line());
        json.name("panic").value(crash.panic());
        json.name("number").value(crash.number());
        json.name("count").value(crash.count());
        json.endObject();
    }

    private String entry() {
        boolean beside = symbolized.verdict() == Verdict.IDENTIFIED && kernelEntry != null;
        return beside ? kernelEntry.toString() : symbolized.entry();
    }

    private Boolean sameCrash() {
        return compared == null ? null : symbolized.isSameCrash(compared);
    }

    private static void frames(JsonWriter json, String name, List<Frame> frames) throws IOException {
        json.name(name).beginArray();
        for (Frame each : frames) {
            Spot spot = each.spot();
            json.beginObject();
            json.name("text").value(each.mention().text());
            json.name("address").value(each.address() == 0 ? null : JsonAnswer.hex(each.address()));
            json.name("object").value(spot == null ? null : spot.object());
            json.name("symbol").value(spot == null ? null : spot.symbol());
            json.name("offset").value(spot == null || spot.symbol() == null ? null : spot.offset());
            json.name("file").value(each.source() == null ? null : each.source().file());
            json.name("line").value(each.source() == null ? null : each.source().line());
            json.name("certainty").value(each.certainty().word());
            json.name("startup").value(each.isStartup());
            json.name("traceLine").value(each.mention().line());
            json.endObject();
        }
        json.endArray();
    }

    @Override
    public void print(PrintWriter out) {
        out.println(symbolized.verdict().word() + (entry() == null ? "" : " " + Printable.of(entry())));
        if (symbolized.candidates().size() > 1) {
            shown(out, "  candidate  ", symbolized.candidates());
        }
        symbolized.evidence().forEach(each -> out.println("  evidence   " + Printable.of(each)));
        shown(
                out,
                "  rejected   ",
                symbolized.rejected().stream()
                        .map(each -> each.entry() + ": " + each.reason())
                        .toList());
        symbolized.frames().forEach(each -> print(out, each));
        symbolized.arguments().forEach(each -> print(out, each));
        if (symbolized.leftOut() > 0) {
            out.println("  " + symbolized.leftOut() + " places more are left out");
        }
        if (symbolized.cut()) {
            out.println("  the trace is longer than 64 MiB; of a file the end was read, of other input the beginning");
        }
        if (compared != null) {
            Boolean same = sameCrash();
            out.println(
                    same == null
                            ? "cannot tell whether it is the same crash"
                            : same ? "the same crash" : "another crash");
        }
    }

    private static void shown(PrintWriter out, String label, List<String> lines) {
        lines.stream().limit(SHOWN).forEach(each -> out.println(label + Printable.of(each)));
        if (lines.size() > SHOWN) {
            out.println(label + "and " + (lines.size() - SHOWN) + " more");
        }
    }

    private static void print(PrintWriter out, Frame frame) {
        StringBuilder line = new StringBuilder();
        line.append(frame.address() == 0 ? "-" : JsonAnswer.hex(frame.address()));
        Spot spot = frame.spot();
        line.append("  ").append(spot == null ? "?" : spot.name());
        line.append(spot == null || spot.object() == null ? "" : "  " + spot.object());
        if (frame.source() != null) {
            line.append("  ")
                    .append(frame.source().file())
                    .append(':')
                    .append(frame.source().line());
        }
        line.append(frame.isStartup() ? "  (startup code, unmapped after boot)" : "");
        line.append(
                switch (frame.certainty()) {
                    case EXACT -> "";
                    case AMBIGUOUS -> "  (not certain)";
                    case NONE -> "  (unknown)";
                });
        out.println("  " + Printable.of(line.toString()) + "  <- "
                + Printable.of(frame.mention().text()));
    }
}
