package org.karlworkbench.compare.lab;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Svg;

/**
 * A laboratory result as one self-contained page with pictures, readable without this tool. The JDK's XML writer escapes what
 * comes from kits. All rows are in the saved result and the table; the page has the first of them.
 */
public final class LabReport {
    private static final int MOST_ROWS = 500;
    private static final String STYLE = "body{font:14px sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
            + "table{border-collapse:collapse}td,th{padding:2px 10px;text-align:left;border-bottom:1px solid #ddd}";

    private final LabResult result;
    private final LabPictures pictures;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private LabReport(LabResult result) throws XMLStreamException {
        this.result = result;
        pictures = new LabPictures(result, MapStyle.LIGHT);
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
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
        try {
            return new LabReport(result).page();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
    }

    private String page() throws XMLStreamException {
        xml.writeDTD("<!DOCTYPE html>");
        xml.writeStartElement("html");
        xml.writeAttribute("lang", "en");
        xml.writeStartElement("head");
        xml.writeEmptyElement("meta");
        xml.writeAttribute("charset", "UTF-8");
        element("title", "What the randomness of " + result.kit() + " is worth");
        element("style", STYLE);
        xml.writeEndElement();
        xml.writeStartElement("body");
        body();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.flush();
        return text.toString();
    }

    private void body() throws XMLStreamException {
        element("h1", "What the randomness of " + result.kit() + " is worth");
        element(
                "p",
                result.layouts() + " layouts of " + result.planned() + " that were asked for; page " + result.page()
                        + " bytes.");
        attack();
        element("h2", "How hard functions are to guess");
        element("p", "Functions by min-entropy, the negative logarithm of the best guess's probability.");
        picture(pictures.guessing(), "functions by min-entropy");
        element("h2", "Where the largest blocks of code lay");
        picture(pictures.places(), "places of blocks");
        element("h2", "How the estimate of the spread grows");
        element(
                "p",
                "Shannon's entropy describes and promises nothing. A plug-in estimate cannot exceed log2 of the "
                        + "number of layouts, so that few layouts say little of addresses.");
        picture(pictures.growth(), "growth of the estimate with the number of layouts");
        element("h2", "Possible gaps and orders, which no attack has to guess");
        gaps();
        element("h2", "How the probabilities were found");
        models();
        element("h2", "Sections");
        sections();
        element(
                "h2",
                "What one best guess hits once in 1024 or more often: "
                        + result.residue().size());
        residue();
    }

    private void attack() throws XMLStreamException {
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

    private void attacked(String what, String name, Guessing guessing) throws XMLStreamException {
        element(
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

    private void gaps() throws XMLStreamException {
        head("what", "bits");
        for (var each : result.gapEntropyBits().entrySet()) {
            row("gap " + each.getKey(), bits(each.getValue()));
        }
        row("order", bits(result.orderEntropyBits()));
        row("a seed here", String.valueOf(result.seedBits()));
        row("the original's shuffle", String.valueOf(result.originalCapBits()));
        xml.writeEndElement();
    }

    private void models() throws XMLStreamException {
        head("section", "objects", "basis", "standard error", "why not exact");
        for (LabResult.ModelNote each : result.models()) {
            row(
                    each.section(),
                    String.valueOf(each.objects()),
                    each.basis().label(),
                    String.format(Locale.ROOT, "%.2f %%", 100 * each.relativeError()),
                    each.why());
        }
        xml.writeEndElement();
        for (LabResult.Check each : result.checks()) {
            element(
                    "p",
                    String.format(
                            Locale.ROOT,
                            "Draws against the model by %d bytes: %d blocks, %.1f %% of them below 0.05.",
                            each.cell(),
                            each.blocks(),
                            100 * each.below()));
        }
    }

    private void sections() throws XMLStreamException {
        head("section", "contributors", "starts", "best guess");
        for (LabResult.SectionFigures each : result.sections()) {
            row(
                    each.name(),
                    String.valueOf(each.contributors()),
                    String.valueOf(each.start().values()),
                    share(each.start().guess1()));
        }
        xml.writeEndElement();
    }

    private void residue() throws XMLStreamException {
        head("name", "object", "best guess", "values", "reason");
        for (LabResult.Residue each :
                result.residue().subList(0, Math.min(MOST_ROWS, result.residue().size()))) {
            row(
                    each.name(),
                    each.object(),
                    share(each.guessing().guess1()),
                    String.valueOf(each.guessing().values()),
                    each.reason());
        }
        xml.writeEndElement();
    }

    private static String share(double probability) {
        return String.format(Locale.ROOT, "%.6f", probability);
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%.3f", bits);
    }

    private void head(String... cells) throws XMLStreamException {
        xml.writeStartElement("table");
        cells("th", cells);
    }

    private void row(String... cells) throws XMLStreamException {
        cells("td", cells);
    }

    private void cells(String kind, String... cells) throws XMLStreamException {
        xml.writeStartElement("tr");
        for (String cell : cells) {
            element(kind, cell);
        }
        xml.writeEndElement();
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(Printable.of(content));
        xml.writeEndElement();
    }

    /** A picture is markup already. */
    private void picture(Picture picture, String title) throws XMLStreamException {
        xml.writeCharacters("");
        xml.flush();
        String svg = Svg.of(picture, title);
        text.write(svg.substring(svg.indexOf("<svg")));
    }
}
