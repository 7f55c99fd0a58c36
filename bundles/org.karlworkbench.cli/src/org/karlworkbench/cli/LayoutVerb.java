package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.karlworkbench.elf.Csv;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.StartupRange;
import org.karlworkbench.layout.KeySort;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** {@code karl layout}: where everything of a kernel lies. */
final class LayoutVerb extends Verb {
    enum By {
        SECTION,
        OBJECT,
        SYMBOL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Sort {
        ADDRESS,
        SIZE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Given<Path> kernel = options.argument("KERNEL", "A kernel, or any ELF file that can be run.");
    private final KitOption kit = new KitOption(options);
    private final Given<String> by = options.word(
            "WHAT", "section, object or symbol (default: ${DEFAULT-VALUE}).", "--by", By.SYMBOL.toString());
    private final Given<String> sort =
            options.word("WHAT", "address or size (default: ${DEFAULT-VALUE}).", "--sort", Sort.ADDRESS.toString());
    private final Given<Boolean> csv = options.flag("Write comma-separated values.", "--csv");

    LayoutVerb() {
        super(
                "Shows where everything of a kernel lies, sorted by address or by size.",
                "Objects are known from the ledger entry beside the kernel, or from --kit and the kernel's symbols.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        if (json.get() && csv.get()) {
            throw new UsageException("--json and --csv are two forms of one answer", "use one of them");
        }
        By chosen = by();
        boolean bySize = sort() == Sort.SIZE;
        Interrupt.arm();
        Layout layout = kit.use(progress, loaded -> Layout.read(kernel.get(), loaded, null, progress));
        Rows rows = rows(layout, chosen);
        return new Table(layout, rows, bySize ? bySize(rows) : rows.stream().toArray(), bySize, csv.get());
    }

    private Sort sort() throws UsageException {
        for (Sort each : Sort.values()) {
            if (each.toString().equals(sort.get())) {
                return each;
            }
        }
        throw new UsageException("--sort " + sort.get() + " is unknown", "use address or size");
    }

    /** The largest first; of equal ones the lower address. */
    private static int[] bySize(Rows rows) {
        long[] keys = rows.stream().mapToLong(row -> ~rows.size(row)).toArray();
        return KeySort.order(keys, keys.length);
    }

    private By by() throws UsageException {
        for (By each : By.values()) {
            if (each.toString().equals(by.get())) {
                return each;
            }
        }
        throw new UsageException("--by " + by.get() + " is unknown", "use section, object or symbol");
    }

    private static Rows rows(Layout layout, By by) {
        return switch (by) {
            case SECTION -> layout.sections();
            case OBJECT -> layout.objects();
            case SYMBOL -> layout.symbolsAndGaps();
        };
    }

    private record Table(Layout layout, Rows rows, int[] order, boolean bySize, boolean csv) implements Answer {
        @Override
        public int status() {
            return Karl.DONE;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("kernel").value(layout.kernel().toString());
            json.name("endboot").value(layout.endboot() == -1 ? null : JsonAnswer.hex(layout.endboot()));
            json.name("startup");
            startup(json, layout.startup().orElse(null));
            JsonAnswer.texts(json, "problems", layout.problems());
            double whole = Math.max(
                    1,
                    layout.sections().stream()
                            .mapToDouble(layout.sections()::size)
                            .sum());
            json.name("rows").beginArray();
            for (int row : order) {
                json.beginObject();
                json.name("address").value(JsonAnswer.hex(rows.address(row)));
                json.name("size").value(rows.size(row));
                json.name("section").value(orNull(rows.section(row)));
                json.name("object").value(orNull(rows.object(row)));
                json.name("name").value(rows.name(row));
                json.name("kind").value(rows.kind(row).label());
                if (bySize) {
                    json.name("share").value(rows.size(row) / whole);
                }
                json.endObject();
            }
            json.endArray();
        }

        /** The pages from kernel_text to endboot, and what becomes of them after boot. */
        private static void startup(JsonWriter json, StartupRange range) throws IOException {
            if (range == null) {
                json.nullValue();
                return;
            }
            json.beginObject();
            json.name("policy").value(range.policy().label());
            json.name("first").value(JsonAnswer.hex(range.first()));
            json.name("pages").value(range.pages());
            json.name("page").value(range.page());
            json.endObject();
        }

        private static String orNull(String text) {
            return text == null || text.isEmpty() ? null : text;
        }

        @Override
        public void print(PrintWriter out) {
            if (csv) {
                printCsv(out);
            } else {
                printTable(out);
            }
        }

        private void printCsv(PrintWriter out) {
            out.print("address,size,section,object,name,kind\r\n");
            for (int row : order) {
                out.print(JsonAnswer.hex(rows.address(row)) + "," + rows.size(row) + "," + Csv.text(rows.section(row))
                        + "," + Csv.text(rows.object(row)) + "," + Csv.text(rows.name(row)) + ","
                        + rows.kind(row).label() + "\r\n");
            }
        }

        private void printTable(PrintWriter out) {
            layout.problems().forEach(problem -> out.println("# " + Printable.of(problem)));
            String form =
                    layout.header().is64() ? "0x%016x %10d %-10s %-9s %-28s %s%n" : "0x%08x %10d %-10s %-9s %-28s %s%n";
            for (int row : order) {
                out.printf(
                        form,
                        rows.address(row),
                        rows.size(row),
                        Printable.of(String.valueOf(rows.section(row))),
                        rows.kind(row).label(),
                        Printable.of(String.valueOf(rows.object(row))),
                        Printable.of(rows.name(row)));
            }
        }
    }
}
