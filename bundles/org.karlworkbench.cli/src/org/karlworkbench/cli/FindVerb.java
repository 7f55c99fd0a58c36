package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** {@code karl find}: what has a name or lies at an address. */
final class FindVerb extends Verb {
    private static final int USUAL = 100;
    private static final int MOST = 1_000_000;

    private final Given<Path> kernel = options.argument("KERNEL", "A kernel, or any ELF file that can be run.");
    private final Given<String> text =
            options.text("TEXT", "A name or a part of it, NAME+OFFSET, an address, or several with spaces between.");
    private final KitOption kit = new KitOption(options);
    private final Given<Integer> most = options.number("N", "How many at most (usually " + USUAL + ").", "--most");

    FindVerb() {
        super(
                "Finds what has a name, or lies at an address.",
                "The best comes first: the name itself, its beginning, a word of it, a part, its letters in this order.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        int limit = most.isThere() ? most.get() : USUAL;
        if (limit < 1 || limit > MOST) {
            throw new UsageException("--most " + limit + " is out of range", "use a number from 1 to " + MOST);
        }
        if (text.get().isBlank()) {
            throw new UsageException("the text is empty", "give a name or an address");
        }
        Interrupt.arm();
        Layout layout = kit.use(progress, loaded -> Layout.read(kernel.get(), loaded, null, progress));
        Finder finder = new Finder(layout);
        List<Hit> hits = finder.find(text.get(), limit, progress::cancelled);
        progress.checkCancelled();
        return new Found(
                layout, hits, finder.beyond(text.get()).orElse("the kernel has nothing of that name or address"));
    }

    private record Found(Layout layout, List<Hit> hits, String none) implements Answer {
        @Override
        public int status() {
            return hits.isEmpty() ? Karl.NO : Karl.DONE;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("hits").beginArray();
            for (Hit hit : hits) {
                Rows rows = hit.table().rows(layout);
                json.beginObject();
                json.name("address").value(JsonAnswer.hex(hit.address()));
                json.name("name").value(rows.name(hit.row()));
                json.name("offset").value(hit.offset());
                json.name("size").value(rows.size(hit.row()));
                json.name("object").value(orNull(rows.object(hit.row())));
                json.name("section").value(orNull(rows.section(hit.row())));
                json.name("kind").value(rows.kind(hit.row()).label());
                json.endObject();
            }
            json.endArray();
            json.name("reason").value(hits.isEmpty() ? none : null);
        }

        private static String orNull(String text) {
            return text.isEmpty() ? null : text;
        }

        @Override
        public void print(PrintWriter out) {
            if (hits.isEmpty()) {
                out.println("# " + Printable.of(none));
            }
            for (Hit hit : hits) {
                Rows rows = hit.table().rows(layout);
                String offset = hit.offset() == 0 ? "" : "+" + JsonAnswer.hex(hit.offset());
                out.printf(
                        "%s  %-9s %-10s %-24s %s%n",
                        JsonAnswer.hex(hit.address()),
                        rows.kind(hit.row()).label(),
                        Printable.of(rows.section(hit.row())),
                        Printable.of(rows.object(hit.row())),
                        Printable.of(rows.name(hit.row())) + offset);
            }
        }
    }
}
