package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.relink.ledger.CleanUp;
import org.karlworkbench.relink.ledger.Removal;

/**
 * What has gone from a ledger, or would go.
 *
 * @param cleanUp the entries and their files
 * @param dry whether nothing has gone
 */
record CleanUpAnswer(CleanUp cleanUp, boolean dry) implements Answer {
    @Override
    public int status() {
        return Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        json.name("dryRun").value(dry);
        json.name("bytes").value(cleanUp.bytes());
        json.name("entries").beginArray();
        for (Removal removal : cleanUp.removals()) {
            json.beginObject();
            LedgerAnswer.write(json, removal.filed());
            json.name("bytes").value(removal.bytes());
            JsonAnswer.texts(
                    json,
                    "removed",
                    removal.files().stream().map(Path::toString).toList());
            json.name("kernelKept").value(removal.kept());
            json.endObject();
        }
        json.endArray();
    }

    @Override
    public void print(PrintWriter out) {
        for (Removal removal : cleanUp.removals()) {
            for (Path file : removal.files()) {
                out.println((dry ? "would delete " : "deleted ") + Printable.of(file.toString()));
            }
            if (removal.kept() != null) {
                out.println("kept " + Printable.of(removal.filed().kernel() + ": " + removal.kept()));
            }
        }
        out.println(cleanUp.bytes() + (dry ? " bytes would be freed" : " bytes freed"));
    }
}
