package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Phase;
import org.karlworkbench.kit.model.Translation;
import org.karlworkbench.relink.RelinkResult;

/** What came of a relink. Its seed is in the JSON only, since asking for that is asking for all. */
record RelinkAnswer(RelinkResult result) implements Answer {
    @Override
    public int status() {
        return Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        write(json, result.kernel(), result.entryFile(), result.entry());
    }

    /** The fields of one relink; the kernel may be null. */
    static void write(JsonWriter json, Path kernel, Path entryFile, LedgerEntry entry) throws IOException {
        json.name("kernel").value(kernel == null ? null : kernel.toString());
        json.name("entry").value(entryFile.toString());
        json.name("sha256").value(entry.getSha256());
        json.name("kitDigest").value(entry.getKitDigest());
        json.name("arch").value(entry.getArch());
        json.name("seed").value(entry.getSeed());
        json.name("algorithm").value(entry.getAlgorithm());
        json.name("linker").value(entry.getLinker());
        json.name("linkerVersion").value(entry.getLinkerVersion());
        json.name("linkerPath").value(entry.getLinkerPath());
        json.name("millis").value(entry.getMillis());
        JsonAnswer.numbers(json, "phases", phases(entry));
        JsonAnswer.texts(json, "head", entry.getHead());
        JsonAnswer.texts(json, "order", entry.getOrder());
        JsonAnswer.texts(json, "tail", entry.getTail());
        JsonAnswer.numbers(json, "gaps", LedgerFiles.gaps(entry).byName());
        json.name("endboot").value(entry.getEndboot());
        JsonAnswer.texts(json, "flags", entry.getFlags());
        JsonAnswer.texts(json, "dropped", entry.getDropped());
        json.name("translated").beginArray();
        for (Translation translation : entry.getTranslated()) {
            json.beginObject();
            json.name("from").value(translation.getFrom());
            json.name("to").value(translation.getTo());
            json.endObject();
        }
        json.endArray();
    }

    private static Map<String, Long> phases(LedgerEntry entry) {
        Map<String, Long> phases = new LinkedHashMap<>();
        for (Phase phase : entry.getPhases()) {
            phases.put(phase.getName(), phase.getMillis());
        }
        return phases;
    }

    /** Names and numbers in one line. */
    static String pairs(Map<String, Long> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void print(PrintWriter out) {
        LedgerEntry entry = result.entry();
        Path named = result.kernel() == null ? result.entryFile() : result.kernel();
        out.println(Printable.of(named.toString()));
        out.println("  SHA-256   " + entry.getSha256());
        out.println("  linker    " + Printable.of(entry.getLinkerVersion()));
        out.println("  endboot   " + entry.getEndboot());
        out.println("  gaps      " + pairs(LedgerFiles.gaps(entry).byName()));
        out.println("  ledger    " + Printable.of(result.entryFile().toString()));
        out.println("  time      " + entry.getMillis() + " ms: " + pairs(phases(entry)));
        if (!entry.getDropped().isEmpty()) {
            out.println("  dropped   " + Printable.of(String.join(" ", entry.getDropped())));
        }
        for (Translation each : entry.getTranslated()) {
            out.println("  flag      " + Printable.of(each.getFrom() + " became " + each.getTo()));
        }
    }
}
