package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Seed;

/**
 * What {@code karl relink --unlinked} drew and wrote.
 *
 * @param folder holds gap.o and lorder
 * @param seed from which they were drawn
 * @param draw what was drawn
 */
record UnlinkedAnswer(Path folder, Seed seed, Draw draw) implements Answer {
    @Override
    public int status() {
        return Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        json.name("folder").value(folder.toString());
        json.name("seed").value(seed.hex());
        json.name("algorithm").value(draw.algorithm());
        JsonAnswer.texts(json, "order", draw.order());
        JsonAnswer.numbers(json, "gaps", draw.gaps().byName());
    }

    @Override
    public void print(PrintWriter out) {
        out.println(Printable.of(folder.toString()) + ": gap.o and lorder");
        out.println("  gaps      " + RelinkAnswer.pairs(draw.gaps().byName()));
    }
}
