package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.model.LedgerEntry;

/**
 * What came of many relinks. Entries are read again when they are told: all of them together could be more than memory
 * holds.
 *
 * @param entries the files of the entries
 * @param millis how long all took together
 */
record ManyAnswer(List<Path> entries, long millis) implements Answer {
    @Override
    public int status() {
        return Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        json.name("relinks").beginArray();
        for (Path file : entries) {
            LedgerEntry entry = read(file);
            json.beginObject();
            Path kernel = entry.getKernel() == null ? null : file.resolveSibling(entry.getKernel());
            RelinkAnswer.write(json, kernel, file, entry);
            json.endObject();
        }
        json.endArray();
        json.name("millis").value(millis);
    }

    private static LedgerEntry read(Path file) throws IOException {
        try {
            return LedgerFiles.read(file);
        } catch (EngineException e) {
            throw new IOException(e.line(), e); // somebody else's hand: it has just been written
        }
    }

    @Override
    public void print(PrintWriter out) {
        entries.forEach(file -> out.println(Printable.of(file.toString())));
        out.println("  relinks   " + entries.size());
        out.println("  time      " + millis + " ms");
    }
}
