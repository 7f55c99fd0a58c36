package org.karlworkbench.ui.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.lesson.Lesson.Passage;
import org.karlworkbench.ui.lesson.Lesson.Question;
import org.karlworkbench.ui.lesson.Lesson.Step;

/**
 * Reads lesson files: a small part of Markdown, of which docs/lessons.md tells all. Whatever is not in that part, and every
 * act, check and fact that there is not, is refused with its line.
 */
final class LessonReader {
    private static final int MOST_STEPS = 60;
    private static final int MOST_MINUTES = 240;
    private static final String FENCE = "```";

    private final LessonText text;
    private String kit;
    private int minutes;

    private LessonReader(LessonText text) {
        this.text = text;
    }

    /**
     * Reads a lesson.
     *
     * @param file any file
     * @throws EngineException when it cannot be read or is no lesson; it names the line
     */
    static Lesson read(Path file) throws EngineException {
        if (!Files.isRegularFile(file)) {
            throw new EngineException("io", file.toString(), null, "there is no such file", "choose another lesson");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /**
     * Reads a lesson.
     *
     * @param name what it is called in faults
     * @param in its bytes
     * @throws EngineException as above
     */
    static Lesson read(String name, InputStream in) throws EngineException {
        return new LessonReader(LessonText.of(name, in)).lesson();
    }

    private Lesson lesson() throws EngineException {
        skipEmpty();
        String title = heading("# ", "a lesson begins with `# ` and its title");
        List<Passage> about = new ArrayList<>();
        while (text.hasMore() && !text.peek().startsWith("#")) {
            if (!setting() && passage(about) != null) {
                throw text.fault("a block stands before the first step", "put it into a step, below `## ` and a title");
            }
        }
        if (kit == null) {
            throw text.fault("the lesson has no kit", "add a line such as `Kit: ten-amd64` below the title");
        }
        List<Step> steps = new ArrayList<>();
        while (text.hasMore()) {
            steps.add(step());
            if (steps.size() > MOST_STEPS) {
                throw text.fault("the lesson has more than " + MOST_STEPS + " steps", "make two lessons of it");
            }
        }
        if (steps.isEmpty()) {
            throw text.fault("the lesson has no step", "add `## ` and a title, and what is to be done below it");
        }
        return new Lesson(title, kit, minutes, List.copyOf(about), List.copyOf(steps));
    }

    private void skipEmpty() {
        while (text.hasMore() && text.peek().isEmpty()) {
            text.take();
        }
    }

    private String heading(String mark, String cure) throws EngineException {
        String line = text.hasMore() ? text.take() : "";
        if (!line.startsWith(mark) || line.substring(mark.length()).isBlank()) {
            throw text.fault("a title is missing", cure);
        }
        return line.substring(mark.length()).strip();
    }

    /** Takes a line of the head that sets something. */
    private boolean setting() throws EngineException {
        String line = text.peek();
        if (line.startsWith("Kit:")) {
            text.take();
            kit = line.substring("Kit:".length()).strip();
            if (!kit.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
                throw text.fault("`" + kit + "` is no name of a sample kit", "name one, such as ten-amd64");
            }
            return true;
        }
        if (line.startsWith("Minutes:")) {
            text.take();
            String number = line.substring("Minutes:".length()).strip();
            minutes = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0;
            if (minutes < 1 || minutes > MOST_MINUTES) {
                throw text.fault("`" + number + "` is no number of minutes", "give one from 1 to " + MOST_MINUTES);
            }
            return true;
        }
        return false;
    }

    private Step step() throws EngineException {
        String title = heading("## ", "a step begins with `## ` and its title");
        List<Passage> passages = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        List<Passage> hint = new ArrayList<>();
        Question question = null;
        while (text.hasMore() && !text.peek().startsWith("#")) {
            String block = passage(passages);
            if (block == null) {
                continue;
            }
            List<String> lines = block(block);
            switch (block) {
                case "check" -> checks(lines, checks);
                case "hint" -> hint.addAll(hint(lines));
                case "ask" -> {
                    if (question != null) {
                        throw text.fault("the step asks twice", "make two steps of it");
                    }
                    question = question(lines);
                }
                default ->
                    throw text.fault("there is no block `" + block + "`", "begin it with ```check, ```ask or ```hint");
            }
        }
        return new Step(title, List.copyOf(passages), List.copyOf(checks), question, List.copyOf(hint));
    }

    /** Takes a paragraph, a line of a list or an empty line; or the first line of a block, whose word it gives. */
    private String passage(List<Passage> passages) throws EngineException {
        String line = text.take();
        if (line.startsWith(FENCE)) {
            return line.substring(FENCE.length()).strip();
        }
        if (!line.isEmpty()) {
            boolean isItem = line.startsWith("- ");
            StringBuilder all = new StringBuilder(isItem ? line.substring(2) : line);
            while (text.hasMore() && goesOn(text.peek())) {
                all.append(' ').append(text.take().strip());
            }
            passages.add(passage(all.toString().strip(), isItem));
        }
        return null;
    }

    private static boolean goesOn(String line) {
        return !line.isEmpty()
                && !line.startsWith("- ")
                && !line.startsWith("#")
                && !line.startsWith(FENCE)
                && !line.startsWith("Kit:")
                && !line.startsWith("Minutes:");
    }

    private Passage passage(String paragraph, boolean isItem) throws EngineException {
        try {
            return SpanReader.passage(paragraph, isItem);
        } catch (Words.Unknown e) {
            throw unknown(e);
        }
    }

    private List<String> block(String word) throws EngineException {
        List<String> lines = new ArrayList<>();
        int begin = text.number();
        while (text.hasMore()) {
            String line = text.take();
            if (line.equals(FENCE)) {
                return lines;
            }
            lines.add(line.strip());
        }
        throw text.fault(
                "the block `" + word + "` that begins in line " + begin + " has no end", "end it by a line with ```");
    }

    private void checks(List<String> lines, List<Check> checks) throws EngineException {
        for (String line : lines) {
            try {
                checks.add(CheckWords.read(line));
            } catch (Words.Unknown e) {
                throw unknown(e);
            }
        }
    }

    private Question question(List<String> lines) throws EngineException {
        String last = lines.isEmpty() ? "" : lines.getLast();
        if (lines.size() < 2 || !last.startsWith("=")) {
            throw text.fault("a question has no answer", "let its last line be `= ` and what the answer is");
        }
        try {
            return new Question(
                    String.join(" ", lines.subList(0, lines.size() - 1)),
                    FactWords.read(last.substring(1).strip()));
        } catch (Words.Unknown e) {
            throw unknown(e);
        }
    }

    private List<Passage> hint(List<String> lines) throws EngineException {
        return List.of(passage(String.join(" ", lines), false));
    }

    private EngineException unknown(Words.Unknown problem) {
        return text.fault(problem.getMessage(), "docs/lessons.md lists all words of lessons");
    }
}
