package org.karlworkbench.compare.report;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Svg;

/**
 * One HTML page that needs nothing else: no script, no link, no font. What stands in it is escaped by the JDK's writer of
 * XML, after control characters and marks that turn the direction of writing were made visible; so it is well-formed XML.
 */
public final class HtmlPage {
    private static final String STYLE = "body{font:15px/1.5 sans-serif;max-width:1280px;margin:2em auto;padding:0 1em;"
            + "color:#1f2328;background:#fff}table{border-collapse:collapse;margin:1em 0}"
            + "td,th{padding:.2em .7em;border-bottom:1px solid #d0d7de;text-align:left;vertical-align:top}"
            + "td.n{text-align:right;font-variant-numeric:tabular-nums}code{font:13px monospace}svg{max-width:100%}";

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    /**
     * Begins a page.
     *
     * @param title its title, and its first heading
     */
    public HtmlPage(String title) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // to memory nothing fails
        }
        out.write("<!DOCTYPE html>\n");
        open("html");
        attribute("lang", "en");
        open("head");
        open("meta");
        attribute("charset", "utf-8");
        close();
        element("title", title);
        element("style", STYLE);
        close();
        open("body");
        element("h1", title);
    }

    /** Something that is written between. */
    private interface Body {
        void write() throws XMLStreamException;
    }

    private static void unchecked(Body body) {
        try {
            body.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // to memory nothing fails
        }
    }

    private void open(String tag) {
        unchecked(() -> xml.writeStartElement(tag));
    }

    private void attribute(String name, String value) {
        unchecked(() -> xml.writeAttribute(name, value));
    }

    private void close() {
        unchecked(xml::writeEndElement);
    }

    /**
     * Adds an element with text.
     *
     * @param tag of the element, such as {@code p}
     * @param text what stands in it, of whatever characters
     */
    public void element(String tag, String text) {
        open(tag);
        unchecked(() -> xml.writeCharacters(Printable.of(text)));
        close();
        unchecked(() -> xml.writeCharacters("\n"));
    }

    /**
     * Adds a table; cells of numbers begin with a digit or a sign and stand at the right.
     *
     * @param heads the columns' names
     * @param rows the cells of each row
     */
    public void table(List<String> heads, List<List<String>> rows) {
        open("table");
        open("thead");
        row("th", heads);
        close();
        open("tbody");
        rows.forEach(row -> row("td", row));
        close();
        close();
    }

    private void row(String tag, List<String> cells) {
        open("tr");
        for (String cell : cells) {
            open(tag);
            if (cell.matches("[-+]?\\d[\\d.,]*( %)?")) {
                attribute("class", "n");
            }
            unchecked(() -> xml.writeCharacters(Printable.of(cell)));
            close();
        }
        close();
        unchecked(() -> xml.writeCharacters("\n"));
    }

    /**
     * Adds a picture, as part of the page.
     *
     * @param picture what is drawn
     * @param title for those who do not see it
     */
    public void picture(Picture picture, String title) {
        unchecked(() -> {
            xml.writeCharacters("\n"); // ends the tag before
            xml.flush();
        });
        String svg = Svg.of(picture, title);
        out.write(svg.substring(svg.indexOf("<svg")));
    }

    /** Ends the page, and gives the whole of it. */
    public String end() {
        unchecked(() -> {
            xml.writeEndDocument();
            xml.close();
        });
        return out.toString();
    }
}
