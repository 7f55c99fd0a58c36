package org.karlworkbench.kit.makefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;

/**
 * A Makefile in BSD make's language, read without running anything: its variables, which are expanded when asked for,
 * and its rules. Lines that make no sense are collected as problems and do not stop the reading.
 */
public final class Makefile {
    /** The largest file that is read, in bytes; a kernel's Makefile has some hundred thousand. */
    public static final int LARGEST = 8 << 20;

    private final String text;
    private final Variables variables;
    private final Expander expander;
    private final Problems problems = new Problems();
    private final List<MakefileRule> rules;

    private Makefile(String text, Map<String, String> predefined) {
        this.text = text;
        this.variables = new Variables(predefined);
        this.expander = new Expander(variables, problems);
        if (text.indexOf('\0') >= 0) {
            problems.bad(lineOf(text, text.indexOf('\0')), "not a text file: it holds a NUL character");
            this.rules = List.of();
        } else {
            MakefileParser parser = new MakefileParser(variables, expander, problems);
            this.rules = parser.parse(LogicalLine.split(text, problems));
        }
    }

    /**
     * Reads a file.
     *
     * @param file the Makefile
     * @param predefined variables that are set before the first line, as a command's arguments to make would
     * @return the Makefile with its problems
     * @throws EngineException code {@code bad-makefile} if it is no file or has more than {@link #LARGEST} bytes, code
     *     {@code io} if it cannot be read
     */
    public static Makefile read(Path file, Map<String, String> predefined) throws EngineException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            throw new EngineException(
                    "bad-makefile", file.toString(), null, "the Makefile is not a regular file", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new EngineException(
                        "bad-makefile",
                        file.toString(),
                        null,
                        "the Makefile has more than " + LARGEST + " bytes",
                        null);
            }
            return parse(new String(bytes, StandardCharsets.UTF_8), predefined);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /**
     * Reads a text.
     *
     * @param text the whole Makefile
     * @param predefined variables that are set before the first line
     * @return the Makefile with its problems
     */
    public static Makefile parse(String text, Map<String, String> predefined) {
        return new Makefile(text, predefined);
    }

    private static int lineOf(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /**
     * The file as it is.
     *
     * @return the whole text
     */
    public String text() {
        return text;
    }

    /**
     * Whether a variable has a value at the end of the file, be it empty.
     *
     * @param variable its name
     * @return true if it has
     */
    public boolean isDefined(String variable) {
        return variables.isDefined(variable);
    }

    /**
     * The value of a variable as it is written.
     *
     * @param variable its name
     * @return the unexpanded value, or null
     */
    public String raw(String variable) {
        return variables.get(variable);
    }

    /**
     * The value of a variable, all references replaced.
     *
     * @param variable its name
     * @return the value; empty if there is no such variable
     */
    public String expand(String variable) {
        String value = variables.get(variable);
        return value == null ? "" : expander.expand(value, 0);
    }

    /**
     * The words of a variable's expanded value, split at white space; quotes have no meaning here.
     *
     * @param variable its name
     * @return the words, none of them empty
     */
    public List<String> words(String variable) {
        return Modifiers.words(expand(variable));
    }

    /**
     * The lines on which the words of a variable stand, quotes taken off; where no line sets the variable, those of all
     * words.
     *
     * @param variable its name
     * @return each word, expanded, to the last line that gives it; the empty word to the last line that sets the variable
     */
    public Map<String, Integer> wordLines(String variable) {
        return new WordLines(text, expander).of(variable);
    }

    /**
     * Any text with all references replaced by what the variables hold at the end of the file.
     *
     * @param unexpanded a text, such as a line of a recipe
     * @return the expanded text; {@code $@} and its like stay as they are
     */
    public String expandText(String unexpanded) {
        return expander.expand(unexpanded, 0);
    }

    /**
     * All rules in the order of the file.
     *
     * @return the rules
     */
    public List<MakefileRule> rules() {
        return rules;
    }

    /**
     * The first rule for a target that has a recipe, or else the first without one.
     *
     * @param target the target's name
     * @return the rule, if there is one
     */
    public Optional<MakefileRule> rule(String target) {
        Optional<MakefileRule> any = Optional.empty();
        for (MakefileRule rule : rules) {
            if (rule.targets().contains(target)) {
                if (!rule.recipe().isEmpty()) {
                    return Optional.of(rule);
                }
                any = any.isPresent() ? any : Optional.of(rule);
            }
        }
        return any;
    }

    /**
     * What was not understood so far. Expanding may add to it.
     *
     * @return the problems in the order in which they were met; at most about a hundred
     */
    public List<MakefileProblem> problems() {
        return problems.list();
    }
}
