package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.compare.SymbolId;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Layout;

/** {@code karl diff}: what moved between two kernels, and whether they hold the same. */
final class DiffVerb extends Verb {
    private final Given<Path> a = options.argument("A", "A kernel.");
    private final Given<Path> b = options.argument("B", "Another kernel.");
    private final KitOption kit = new KitOption(options);
    private final Given<Path> kitB = options.file("KIT", "B's link-kit, where it is not A's.", "--kit-b");

    DiffVerb() {
        super(
                "Compares two kernels.",
                "Exit status 0: the same content, whatever order and gaps; 1: content differs, a symbol is in one "
                        + "only, or it could not be decided.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException {
        Interrupt.arm();
        return kit.use(progress, loaded -> {
            if (!kitB.isThere()) {
                return compare(loaded, loaded, progress);
            }
            return KitOption.use(kitB.get(), kit.name(), progress, other -> compare(loaded, other, progress));
        });
    }

    private Answer compare(LoadedKit loadedA, LoadedKit loadedB, Progress progress) throws EngineException {
        Layout layoutA = Layout.read(a.get(), loadedA, null, progress);
        Layout layoutB = Layout.read(b.get(), loadedB, null, progress);
        return new Compared(Comparison.of(layoutA, layoutB, loadedA, loadedB, progress));
    }

    private record Compared(Comparison comparison) implements Answer {
        private static final int MOST_NAMES = 20;

        @Override
        public int status() {
            Figures figures = comparison.figures();
            boolean same = figures.sameContent()
                    && figures.added().isEmpty()
                    && figures.removed().isEmpty();
            return same ? Karl.DONE : Karl.NO;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            Figures figures = comparison.figures();
            json.name("identical").value(figures.identical());
            json.name("sameContent").value(figures.sameContent());
            json.name("functions").value(figures.functions());
            json.name("functionsAtSameAddress").value(figures.functionsAtSameAddress());
            json.name("symbolsMoved").value(figures.symbolsMoved());
            json.name("symbolsFixed").value(figures.symbolsFixed());
            json.name("symbolsOnlyInA").value(figures.symbolsOnlyInA());
            json.name("symbolsOnlyInB").value(figures.symbolsOnlyInB());
            order(json, figures.order().orElse(null));
            json.name("fixedBytes").value(boxed(figures.fixedBytes()));
            gaps(json, "gapsA", figures.gapsA());
            gaps(json, "gapsB", figures.gapsB());
            json.name("contentUnknown").value(figures.contentUnknown());
            symbols(json, "contentDiffers", figures.contentDiffers());
            symbols(json, "added", figures.added());
            symbols(json, "removed", figures.removed());
        }

        private static Long boxed(OptionalLong value) {
            return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
        }

        /** Figures of the order are null where the objects are not known: a number would mean nothing. */
        private static void order(JsonWriter json, OrderFigures order) throws IOException {
            json.name("sameOrder").value(order == null ? null : Boolean.valueOf(order.same()));
            json.name("adjacenciesKept").value(order == null ? null : order.adjacenciesKept());
            json.name("adjacenciesExpected").value(order == null ? null : order.adjacenciesExpected());
            json.name("longestRun").value(order == null ? null : order.longestRun());
            json.name("longestRunExpected").value(order == null ? null : order.longestRunExpected());
            boolean pairs = order != null && order.objects() > 1;
            json.name("kendallTau").value(pairs ? order.kendallTau() : null);
            json.name("kendallTauDeviation").value(pairs ? order.kendallTauDeviation() : null);
        }

        private static void gaps(JsonWriter json, String name, Map<String, Long> gaps) throws IOException {
            json.name(name).beginObject();
            for (var each : gaps.entrySet()) {
                json.name(each.getKey()).value(each.getValue());
            }
            json.endObject();
        }

        private static void symbols(JsonWriter json, String name, List<SymbolId> symbols) throws IOException {
            json.name(name).beginArray();
            for (SymbolId symbol : symbols) {
                json.beginObject();
                json.name("object").value(symbol.object().isEmpty() ? null : symbol.object());
                json.name("name").value(symbol.name());
                json.name("kind").value(symbol.kind().label());
                json.endObject();
            }
            json.endArray();
        }

        @Override
        public void print(PrintWriter out) {
            Figures figures = comparison.figures();
            out.println("content    " + content(figures));
            out.println("symbols    " + figures.symbolsMoved() + " moved, " + figures.symbolsFixed() + " not moved, "
                    + figures.symbolsOnlyInA() + " only in A, " + figures.symbolsOnlyInB() + " only in B");
            out.println("functions  " + figures.functionsAtSameAddress() + " of " + figures.functions()
                    + " at the same address");
            figures.order().ifPresent(order -> print(out, order));
            out.println("gaps in A  " + figures.gapsA());
            out.println("gaps in B  " + figures.gapsB());
            list(out, "only in A  ", figures.removed());
            list(out, "only in B  ", figures.added());
            list(out, "differs    ", figures.contentDiffers());
        }

        private static String content(Figures figures) {
            if (figures.identical()) {
                return "the same, byte for byte";
            }
            if (figures.sameContent()) {
                return "the same, but for order, gaps and relocated fields";
            }
            return figures.contentDiffers().size() + " differ, " + figures.contentUnknown() + " could not be decided";
        }

        private static void print(PrintWriter out, OrderFigures order) {
            out.printf(
                    Locale.ROOT,
                    "order      %d objects: %d adjacencies kept (%.2f by chance), longest run %d (%.1f by chance), "
                            + "Kendall's tau %.4f (0 by chance, sigma %.4f)%n",
                    order.objects(),
                    order.adjacenciesKept(),
                    order.adjacenciesExpected(),
                    order.longestRun(),
                    order.longestRunExpected(),
                    order.kendallTau(),
                    order.kendallTauDeviation());
        }

        private static void list(PrintWriter out, String label, List<SymbolId> symbols) {
            symbols.stream()
                    .limit(MOST_NAMES)
                    .forEach(symbol -> out.println(label + Printable.of(symbol.name() + "  " + symbol.object())));
            if (symbols.size() > MOST_NAMES) {
                out.println(label + "and " + (symbols.size() - MOST_NAMES) + " more, see --json");
            }
        }
    }
}
