package org.karlworkbench.guide;

import java.util.List;
import org.commonmark.node.Heading;

/**
 * The table of contents in the form that the workbench's help reads.
 *
 * @param pages all pages in their order
 */
record Contents(List<Page> pages) {
    /** The file's text. Others join their own books at the anchor {@code lessons}. */
    String xml() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <?NLS TYPE="org.eclipse.help.toc"?>
                <toc label="KARL Workbench" topic="guide/%s">
                <anchor id="lessons"/>
                """.formatted(pages.getFirst().file()));
        for (Page page : pages.subList(1, pages.size())) {
            xml.append(topic(page.title(), page.file(), ">\n"));
            for (Heading chapter : page.chapters()) {
                xml.append(topic(
                        Page.words(chapter), page.file() + "#" + page.headings().get(chapter), "/>\n"));
            }
            xml.append("</topic>\n");
        }
        return xml.append("</toc>\n").toString();
    }

    private static String topic(String label, String href, String end) {
        return "<topic label=\"" + escape(label) + "\" href=\"guide/" + href + "\"" + end;
    }

    /** Text as it may stand in XML and HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
