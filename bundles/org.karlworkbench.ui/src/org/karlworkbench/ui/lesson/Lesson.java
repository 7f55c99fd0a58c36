package org.karlworkbench.ui.lesson;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A lesson, as its file tells it. Everything in it was checked when the file was read: an act or a check that the workbench
 * does not know is an error of the file, and nothing in a lesson runs a program of its own.
 *
 * @param title what it is about, in headline capitals
 * @param kit the sample kit on which it works, by the name of its folder
 * @param minutes how long it takes
 * @param about one or two sentences for the list of lessons
 * @param steps the steps, at least one
 */
record Lesson(String title, String kit, int minutes, List<Passage> about, List<Step> steps) {
    /**
     * One step.
     *
     * @param title what is done
     * @param text what is read
     * @param checks what must be so when it is done; empty for a step that is only read or asks a question
     * @param question what is asked, or null
     * @param hint what helps, empty for nothing
     */
    record Step(String title, List<Passage> text, List<Check> checks, Question question, List<Passage> hint) {
        /** Whether there is something to check. */
        boolean isChecked() {
            return !checks.isEmpty() || question != null;
        }
    }

    /**
     * A question whose answer is typed.
     *
     * @param words the question
     * @param fact what the right answer is, as the workbench finds it at that moment
     */
    record Question(String words, Fact fact) {}

    /** What is written in a step, one below the other. */
    sealed interface Passage {}

    /**
     * A paragraph.
     *
     * @param spans its parts
     * @param isItem whether it is one of a list
     */
    record Paragraph(List<Span> spans, boolean isItem) implements Passage {
        /** All that is read. */
        String words() {
            return spans.stream().map(Span::words).collect(Collectors.joining());
        }
    }

    /**
     * A button.
     *
     * @param words what stands on it
     * @param act what it does
     */
    record Button(String words, Act act) implements Passage {}

    /** A part of a paragraph. */
    sealed interface Span {
        /** What is read. */
        String words();
    }

    /** Plain words. */
    record Plain(String words) implements Span {}

    /** Words that stand out. */
    record Bold(String words) implements Span {}

    /** A name, number or command. */
    record Code(String words) implements Span {}

    /** Words that do something when they are clicked. */
    record Link(String words, Act act) implements Span {}
}
