package org.karlworkbench.compare.lab;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.karlworkbench.compare.report.HtmlPage;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.picture.MapStyle;

/**
 * A laboratory result as one self-contained page with pictures, readable without this tool. All rows are in the saved
 * result and the table; the page has the first of them.
 */
public final class LabReport {
    private static final int MOST_ROWS = 500;

    private final LabResult result;
    private final LabPictures pictures;
    private final HtmlPage page;

    private LabReport(LabResult result) {
        this.result = result;
        pictures = new LabPictures(result, MapStyle.LIGHT);
        page = new HtmlPage("What the randomness of " + result.kit() + " is worth");
    }

    /**
     * Writes the page.
     *
     * @throws EngineException if the file cannot be written
     */
    public static void write(LabResult result, Path file) throws EngineException {
        PrivateFiles.replace(file, html(result).getBytes(StandardCharsets.UTF_8));
    }

    /** The page as text. */
    public static String html(LabResult result) {
        return new LabReport(result).page();
    }

    private String page() {
        page.element(
                "p",
                result.layouts() + " layouts of " + result.planned() + " that were asked for; page " + result.page()
                        + " bytes.");
        attack();
        page.element("h2", "How hard functions are to guess");
        page.element("p", "Functions by min-entropy, the negative logarithm of the best guess's probability.");
        page.picture(pictures.guessing(), "functions by min-entropy");
        page.element("h2", "Where the largest blocks of code lay");
        page.picture(pictures.places(), "places of blocks");
        page.element("h2", "How the estimate of the spread grows");
        page.element(
                "p",
                "Shannon's entropy describes and promises nothing. A plug-in estimate cannot exceed log2 of the "
                        + "number of layouts, so that few layouts say little of addresses.");
        page.picture(pictures.growth(), "growth of the estimate with the number of layouts");
        page.element("h2", "Possible gaps and orders, which no attack has to guess");
        gaps();
        page.element("h2", "How the probabilities were found");
        models();
        page.element("h2", "Sections");
        sections();
        page.element(
                "h2",
                "What one best guess hits once in 1024 or more often: "
                        + result.residue().size());
        residue();
        return page.end();
    }

    private void attack() {
        if (result.attack() == null) {
            return;
        }
        attacked(
                "A function in the middle, ",
                result.attack().typicalName(),
                result.attack().typical());
        attacked(
                "The one that is guessed most easily, ",
                result.attack().worstName(),
                result.attack().worst());
    }

    private void attacked(String what, String name, Guessing guessing) {
        page.element(
                "p",
                what
                        + name
                        + String.format(
                                Locale.ROOT,
                                ": the best guess is right once in %.0f (%.2f bits). With one guess a boot, a wrong one "
                                        + "ending it, one half of all attackers need %.0f boots; with probes that do not "
                                        + "crash, %d probes.",
                                1 / guessing.guess1(),
                                guessing.minEntropy(),
                                guessing.bootsForHalf(),
                                guessing.guesses50()));
    }

    private void gaps() {
        List<List<String>> rows = new ArrayList<>();
        result.gapEntropyBits().forEach((name, bits) -> rows.add(List.of("gap " + name, bits(bits))));
        rows.add(List.of("order", bits(result.orderEntropyBits())));
        rows.add(List.of("a seed here", String.valueOf(result.seedBits())));
        rows.add(List.of("the original's shuffle", String.valueOf(result.originalCapBits())));
        page.table(List.of("what", "bits"), rows);
    }

    private void models() {
        page.table(
                List.of("section", "objects", "basis", "standard error", "why not exact"),
                result.models().stream()
                        .map(each -> List.of(
                                each.section(),
                                String.valueOf(each.objects()),
                                each.basis().label(),
                                String.format(Locale.ROOT, "%.2f %%", 100 * each.relativeError()),
                                each.why()))
                        .toList());
        for (LabResult.Check each : result.checks()) {
            page.element(
                    "p",
                    String.format(
                            Locale.ROOT,
                            "Draws against the model by %d bytes: %d blocks, %.1f %% of them below 0.05.",
                            each.cell(),
                            each.blocks(),
                            100 * each.below()));
        }
    }

    private void sections() {
        page.table(
                List.of("section", "contributors", "starts", "best guess"),
                result.sections().stream()
                        .map(each -> List.of(
                                each.name(),
                                String.valueOf(each.contributors()),
                                String.valueOf(each.start().values()),
                                share(each.start().guess1())))
                        .toList());
    }

    private void residue() {
        page.table(
                List.of("name", "object", "best guess", "values", "reason"),
                result.residue().stream()
                        .limit(MOST_ROWS)
                        .map(each -> List.of(
                                each.name(),
                                each.object(),
                                share(each.guessing().guess1()),
                                String.valueOf(each.guessing().values()),
                                each.reason()))
                        .toList());
    }

    private static String share(double probability) {
        return String.format(Locale.ROOT, "%.6f", probability);
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%.3f", bits);
    }
}
