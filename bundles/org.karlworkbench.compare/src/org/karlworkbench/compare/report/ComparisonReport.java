package org.karlworkbench.compare.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.State;
import org.karlworkbench.compare.SymbolId;
import org.karlworkbench.compare.gadgets.GadgetClass;
import org.karlworkbench.compare.gadgets.GadgetFigures;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.layout.Kind;

/** A comparison as one HTML file: the figures beside what chance gives, the two maps, and what differs. */
public final class ComparisonReport {
    private static final int CLASSES = 30;

    private final Comparison comparison;
    private final HtmlPage page;

    private ComparisonReport(Comparison comparison, String title) {
        this.comparison = comparison;
        page = new HtmlPage(title);
    }

    /**
     * Writes the report to a file that only its owner may read: it tells where everything lies.
     *
     * @param comparison what is reported
     * @param gadgets what is known of the gadgets, or null
     * @param file where to; an older one is replaced
     * @throws EngineException if it cannot be written
     */
    public static void write(Comparison comparison, Gadgets gadgets, Path file) throws EngineException {
        PrivateFiles.replace(file, html(comparison, gadgets).getBytes(StandardCharsets.UTF_8));
    }

    /** The report as text, a well-formed page. */
    public static String html(Comparison comparison, Gadgets gadgets) {
        String a = comparison.a().kernel().getFileName().toString();
        String b = comparison.b().kernel().getFileName().toString();
        return new ComparisonReport(comparison, a + " and " + b).html(gadgets);
    }

    private String html(Gadgets gadgets) {
        Figures figures = comparison.figures();
        page.element("p", verdict(figures));
        page.element("h2", "Where things lie");
        page.element(
                "p",
                "Kernel A above, kernel B below, over one axis of addresses. A ribbon joins the two places of the same"
                        + " object; the warmer its colour, the farther it moved.");
        page.picture(ComparisonMap.of(comparison), "Maps of both kernels with ribbons between them");
        page.element("h2", "Figures");
        page.table(
                FigureRow.HEADS,
                FigureRows.of(figures).stream().map(FigureRow::cells).toList());
        gadgets(gadgets);
        symbols("Content differs", figures.contentDiffers());
        symbols("Only in A", figures.removed());
        symbols("Only in B", figures.added());
        grown(figures);
        pieces();
        return page.end();
    }

    private static String verdict(Figures figures) {
        if (figures.identical()) {
            return "The two files are the same, byte for byte.";
        }
        if (figures.sameContent()) {
            return "Both hold the same content; they differ in order, in gaps and in what the linker writes.";
        }
        return figures.contentDiffers().size() + " symbols or pieces differ in content, " + figures.contentUnknown()
                + " could not be decided, " + figures.removed().size() + " are in A only, "
                + figures.added().size() + " in B only.";
    }

    private void gadgets(Gadgets gadgets) {
        switch (gadgets) {
            case null -> {}
            case Gadgets.Unknown unknown -> {
                page.element("h2", "Gadgets");
                page.element("p", "Not known: " + unknown.reason() + ".");
            }
            case GadgetFigures figures -> {
                page.element("h2", "Gadgets");
                page.table(
                        FigureRow.HEADS,
                        FigureRows.of(figures).stream().map(FigureRow::cells).toList());
                page.element(
                        "p", "The most frequent sequences, and how likely one blind guess hits one of the copies:");
                page.table(
                        List.of("bytes", "copies in A", "copies in B", "chance"),
                        figures.classes().stream()
                                .limit(CLASSES)
                                .map(ComparisonReport::cells)
                                .toList());
            }
        }
    }

    private static List<String> cells(GadgetClass each) {
        return List.of(
                HexFormat.of().formatHex(each.bytes()),
                String.valueOf(each.copies()),
                String.valueOf(each.copiesB()),
                FigureRow.number(each.chance()));
    }

    private void symbols(String title, List<SymbolId> symbols) {
        if (!symbols.isEmpty()) {
            page.element("h2", title);
            page.table(
                    List.of("name", "object", "kind", "bytes"),
                    symbols.stream()
                            .map(each -> List.of(
                                    each.name(), each.object(), each.kind().label(), String.valueOf(each.size())))
                            .toList());
        }
    }

    private void grown(Figures figures) {
        if (!figures.grown().isEmpty()) {
            page.element("h2", "Other sizes");
            page.table(
                    List.of("name", "object", "bytes in A", "bytes in B", "change"),
                    figures.grown().stream()
                            .map(each -> List.of(
                                    each.symbol().name(),
                                    each.symbol().object(),
                                    String.valueOf(each.symbol().size()),
                                    String.valueOf(each.sizeB()),
                                    String.valueOf(each.change())))
                            .toList());
        }
    }

    private void pieces() {
        Pairs pairs = comparison.objects();
        IntPredicate shown = pair -> pairs.kind(pair) != Kind.FILL;
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, pairs.count()).filter(shown).forEach(pair -> rows.add(piece(pairs, pair)));
        if (!rows.isEmpty()) {
            page.element("h2", "Pieces of objects");
            page.table(List.of("object", "section", "bytes", "in A", "in B", "moved by"), rows);
        }
    }

    private static List<String> piece(Pairs pairs, int pair) {
        State state = pairs.state(pair);
        return List.of(
                pairs.name(pair),
                pairs.section(pair),
                String.valueOf(pairs.size(pair)),
                state == State.ONLY_B ? "" : "0x" + Long.toHexString(pairs.addressA(pair)),
                state == State.ONLY_A ? "" : "0x" + Long.toHexString(pairs.addressB(pair)),
                String.valueOf(pairs.distance(pair)));
    }
}
