package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.karlworkbench.code.Code;
import org.karlworkbench.code.CodeLine;
import org.karlworkbench.code.CodeRange;
import org.karlworkbench.code.CodeReader;
import org.karlworkbench.code.CodeSearch;
import org.karlworkbench.code.Tool;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;

/** {@code karl code}: a function, disassembled. */
final class CodeVerb extends Verb {
    private final Given<Path> kernel = options.argument("KERNEL", "A kernel, or any ELF file that can be run.");
    private final Given<String> symbol = options.text("SYMBOL", "A name, NAME+OFFSET or an address.");
    private final KitOption kit = new KitOption(options);

    CodeVerb() {
        super(
                "Disassembles a function, with the names of what it calls and uses.",
                "An address or offset shows the whole function and marks the place. Of several functions of one name the "
                        + "first is shown, and the others are named.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        if (symbol.get().isBlank()) {
            throw new UsageException("the symbol is empty", "give a name or an address");
        }
        Interrupt.arm();
        Layout layout = kit.use(progress, loaded -> Layout.read(kernel.get(), loaded, null, progress));
        progress.begin("code", 0);
        List<Hit> hits = CodeSearch.find(layout, symbol.get(), progress::cancelled);
        progress.checkCancelled();
        if (hits.isEmpty()) {
            return new Absent(
                    new Finder(layout).beyond(symbol.get()).orElse("the kernel has no symbol " + symbol.get()));
        }
        Hit first = hits.getFirst();
        CodeRange range = CodeRange.of(layout, first);
        Code code = CodeReader.read(layout, range, EnumSet.allOf(Tool.class), progress::cancelled);
        String object = first.table().rows(layout).object(first.row());
        boolean label = first.table() == Hit.Table.SYMBOLS && layout.symbols().size(first.row()) == 0;
        return new Listing(code, object, label, hits);
    }

    private record Absent(String reason) implements Answer {
        @Override
        public int status() {
            return Karl.NO;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("lines").beginArray().endArray();
            json.name("reason").value(reason);
        }

        @Override
        public void print(PrintWriter out) {
            out.println(Printable.of(reason));
        }
    }

    private record Listing(Code code, String object, boolean label, List<Hit> hits) implements Answer {
        private static final HexFormat BYTES = HexFormat.of();
        private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");
        private static final int USUAL_BYTES = 8;

        @Override
        public int status() {
            return Karl.DONE;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("name").value(code.range().name());
            json.name("object").value(object.isEmpty() ? null : object);
            json.name("address").value(JsonAnswer.hex(code.range().address()));
            json.name("size").value(code.range().size());
            json.name("asked").value(JsonAnswer.hex(asked()));
            json.name("disassembler").value(code.tool());
            json.name("leftOut").value(code.leftOut());
            JsonAnswer.texts(json, "others", others());
            json.name("lines").beginArray();
            for (CodeLine line : code.lines()) {
                json.beginObject();
                json.name("address").value(JsonAnswer.hex(line.address()));
                json.name("bytes").value(BYTES.formatHex(line.bytes()));
                json.name("text").value(line.text());
                json.name("target")
                        .value(
                                line.target().isPresent()
                                        ? JsonAnswer.hex(line.target().getAsLong())
                                        : null);
                json.name("symbol").value(line.symbol());
                json.endObject();
            }
            json.endArray();
        }

        private long asked() {
            return hits.getFirst().address();
        }

        /** The addresses of other symbols that have the name, too. */
        private List<String> others() {
            return hits.stream()
                    .skip(1)
                    .map(hit -> JsonAnswer.hex(hit.address()))
                    .toList();
        }

        @Override
        public void print(PrintWriter out) {
            out.println("# " + Printable.of(code.range().name()) + (object.isEmpty() ? "" : ", " + Printable.of(object))
                    + (label ? ", a label, with what follows it, " : ", ")
                    + code.range().size() + " bytes, by "
                    + code.tool());
            if (hits.size() > 1) {
                out.println("# the name is also at " + String.join(", ", others()));
            }
            int widest = code.lines().stream()
                    .mapToInt(line -> Math.min(line.bytes().length, USUAL_BYTES))
                    .max()
                    .orElse(0);
            for (CodeLine line : code.lines()) {
                out.println(text(line, 3 * widest));
            }
            if (code.leftOut() > 0) {
                out.println("# " + code.leftOut() + " bytes more are not shown");
            }
        }

        private String text(CodeLine line, int width) {
            boolean marked = asked() != code.range().address() && line.holds(asked());
            String bytes = SPACED.formatHex(line.bytes());
            String symbol = line.symbol() == null ? "" : "  <" + Printable.of(line.symbol()) + ">";
            return (marked ? "> " : "  ") + JsonAnswer.hex(line.address()) + "  " + bytes
                    + " ".repeat(Math.max(1, width - bytes.length())) + Printable.of(line.text()) + symbol;
        }
    }
}
