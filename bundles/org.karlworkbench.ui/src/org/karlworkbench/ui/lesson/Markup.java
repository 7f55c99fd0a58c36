package org.karlworkbench.ui.lesson;

import java.util.List;
import org.karlworkbench.ui.lesson.Lesson.Bold;
import org.karlworkbench.ui.lesson.Lesson.Code;
import org.karlworkbench.ui.lesson.Lesson.Link;
import org.karlworkbench.ui.lesson.Lesson.Paragraph;
import org.karlworkbench.ui.lesson.Lesson.Plain;
import org.karlworkbench.ui.lesson.Lesson.Span;

/** Paragraphs in the markup of the platform's form texts. Nothing of a lesson's own gets through as markup. */
final class Markup {
    /** The font of names and numbers. */
    static final String CODE = "code";

    private Markup() {}

    /**
     * A paragraph's markup.
     *
     * @param paragraph the paragraph
     * @param acts takes what its links do: a link's {@code href} is the place in this list
     */
    static String of(Paragraph paragraph, List<Act> acts) {
        StringBuilder form = new StringBuilder("<form>").append(paragraph.isItem() ? "<li>" : "<p>");
        for (Span span : paragraph.spans()) {
            form.append(of(span, acts));
        }
        return form.append(paragraph.isItem() ? "</li>" : "</p>")
                .append("</form>")
                .toString();
    }

    private static String of(Span span, List<Act> acts) {
        String words = escape(span.words());
        return switch (span) {
            case Plain _ -> words;
            case Bold _ -> "<b>" + words + "</b>";
            case Code _ -> "<span font=\"" + CODE + "\">" + words + "</span>";
            case Link link -> {
                acts.add(link.act());
                yield "<a href=\"" + (acts.size() - 1) + "\">" + words + "</a>";
            }
        };
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
