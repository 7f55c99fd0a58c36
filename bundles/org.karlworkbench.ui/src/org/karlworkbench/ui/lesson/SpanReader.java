package org.karlworkbench.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.ui.lesson.Lesson.Bold;
import org.karlworkbench.ui.lesson.Lesson.Button;
import org.karlworkbench.ui.lesson.Lesson.Code;
import org.karlworkbench.ui.lesson.Lesson.Link;
import org.karlworkbench.ui.lesson.Lesson.Paragraph;
import org.karlworkbench.ui.lesson.Lesson.Passage;
import org.karlworkbench.ui.lesson.Lesson.Plain;
import org.karlworkbench.ui.lesson.Lesson.Span;

/** Reads what stands in a paragraph: {@code **bold**}, {@code `code`} and {@code [words](do:act)}. */
final class SpanReader {
    private static final Pattern PART = Pattern.compile(
            "\\*\\*(?<bold>[^*]+)\\*\\*|`(?<code>[^`]+)`|\\[(?<words>[^\\]]*)\\]\\((?<target>[^)]*)\\)");
    private static final String DO = "do:";

    private SpanReader() {}

    /** A paragraph, or a button where there is nothing but a link in it. */
    static Passage passage(String text, boolean isItem) throws Words.Unknown {
        List<Span> spans = spans(text);
        return !isItem && spans.size() == 1 && spans.getFirst() instanceof Link link
                ? new Button(link.words(), link.act())
                : new Paragraph(spans, isItem);
    }

    private static List<Span> spans(String text) throws Words.Unknown {
        List<Span> spans = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find()) {
            plain(text.substring(end, part.start()), spans);
            spans.add(span(part));
            end = part.end();
        }
        plain(text.substring(end), spans);
        return List.copyOf(spans);
    }

    private static void plain(String words, List<Span> spans) {
        if (!words.isEmpty()) {
            spans.add(new Plain(words));
        }
    }

    private static Span span(Matcher part) throws Words.Unknown {
        if (part.group("bold") != null) {
            return new Bold(part.group("bold"));
        }
        return part.group("code") != null
                ? new Code(part.group("code"))
                : link(part.group("words").strip(), part.group("target").strip());
    }

    private static Link link(String words, String target) throws Words.Unknown {
        if (!target.startsWith(DO)) {
            throw new Words.Unknown("a link leads to `" + target + "`; a lesson's links do something in the workbench, "
                    + "such as [Relink](do:relink), and lead nowhere else");
        }
        if (words.isEmpty()) {
            throw new Words.Unknown("a link has no words");
        }
        return new Link(words, ActWords.read(target.substring(DO.length())));
    }
}
