package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.relink.Likeness;
import org.karlworkbench.relink.Likeness.Moved;

/** What came of a relink like an earlier one, and what had to move; {@code moved} is null where that is not known. */
record LikeAnswer(RelinkAnswer relink, Likeness likeness, List<Moved> moved) implements Answer {
    /** So many are shown to people; JSON has all. */
    private static final int SHOWN = 10;

    @Override
    public int status() {
        return relink.status();
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        relink.json(json);
        JsonAnswer.texts(json, "added", likeness.added());
        JsonAnswer.texts(json, "removed", likeness.removed());
        json.name("moved");
        if (moved == null) {
            json.nullValue();
            return;
        }
        json.beginArray();
        for (Moved each : moved) {
            json.beginObject();
            json.name("object").value(each.object());
            json.name("section").value(each.section());
            json.name("from").value(JsonAnswer.hex(each.from()));
            json.name("to").value(JsonAnswer.hex(each.to()));
            json.endObject();
        }
        json.endArray();
    }

    @Override
    public void print(PrintWriter out) {
        relink.print(out);
        likeness.added().forEach(each -> out.println("  added     " + Printable.of(each)));
        likeness.removed().forEach(each -> out.println("  removed   " + Printable.of(each)));
        if (moved == null) {
            out.println("  moved     unknown: the entry has no places any more");
            return;
        }
        moved.stream()
                .limit(SHOWN)
                .forEach(each -> out.println("  moved     " + Printable.of(each.object() + " " + each.section())
                        + " by " + (each.to() - each.from()) + " bytes to " + JsonAnswer.hex(each.to())));
        if (moved.size() > SHOWN) {
            out.println("  moved     and " + (moved.size() - SHOWN) + " sections more");
        }
        if (moved.isEmpty()) {
            out.println("  moved     nothing");
        }
    }
}
