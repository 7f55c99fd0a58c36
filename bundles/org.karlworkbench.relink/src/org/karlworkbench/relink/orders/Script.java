package org.karlworkbench.relink.orders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Glob;
import org.karlworkbench.kit.LoadedKit;

/**
 * What a linker script says of placing, statement by statement in its own order. What is not understood is left out; no
 * link depends on it.
 *
 * @param statements in the script's order
 */
record Script(List<Statement> statements) {
    /** The output section whose pieces are thrown away. */
    static final String DISCARD = "/DISCARD/";

    private static final int LONGEST = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_.$][\\w.$]*");

    /** Functions whose value depends on where something lies, or on the place itself. */
    private static final Set<String> MOVING =
            Set.of(".", "ALIGN", "BLOCK", "NEXT", "ADDR", "LOADADDR", "SIZEOF", "DATA_SEGMENT_ALIGN");

    /** One statement. */
    sealed interface Statement {
        /** Its line, from 1. */
        int line();
    }

    /**
     * A symbol, or the place itself, gets a value.
     *
     * @param output the output section in which this stands, or null
     * @param name the symbol, or {@code .}
     * @param value the expression
     * @param line its line
     */
    record Assignment(String output, String name, String value, int line) implements Statement {}

    /**
     * An output section begins.
     *
     * @param name its name
     * @param address the expression of its address, or empty
     * @param line its line
     */
    record Output(String name, String address, int line) implements Statement {}

    /**
     * Input sections that are placed here.
     *
     * @param output the output section
     * @param file a pattern of objects' names
     * @param excluded patterns of objects that are left out
     * @param patterns patterns of input sections; empty for all
     * @param sorted whether the linker sorts them
     * @param line its line
     */
    record Inputs(String output, String file, List<String> excluded, List<String> patterns, boolean sorted, int line)
            implements Statement {
        /** Whether a section of an object is meant; COMMON symbols are the section {@code COMMON}. */
        boolean takes(String object, String section) {
            return Glob.of(file).matches(object)
                    && (patterns.isEmpty()
                            || patterns.stream().anyMatch(each -> Glob.of(each).matches(section)))
                    && excluded.stream().noneMatch(each -> Glob.of(each).matches(object));
        }

        /** As it stands in the script. */
        String words() {
            return file + "(" + String.join(" ", patterns) + ") in " + output;
        }
    }

    /** Reads a kit's script; null where the linker's own is used, or this is none. */
    static Script of(LoadedKit kit) throws EngineException {
        if (kit.script() == null || kit.script().isEmpty()) {
            return null;
        }
        Path file = kit.folder().resolve(kit.script());
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return null;
            }
            Script script = ScriptReader.read(Files.readString(file, StandardCharsets.ISO_8859_1));
            return script.statements().isEmpty() ? null : script;
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /** The first statement that takes a section of an object, as linkers choose it; null if none does. */
    Inputs placing(String object, String section) {
        for (Statement statement : statements) {
            if (statement instanceof Inputs inputs && inputs.takes(object, section)) {
                return inputs;
            }
        }
        return null;
    }

    /**
     * Output sections whose address does not depend on what lies before.
     *
     * @param present whether the kernel has a section
     * @return their names with the line that says so
     */
    Map<String, Integer> fixed(Predicate<String> present) {
        Map<String, Integer> fixed = new LinkedHashMap<>();
        Set<String> moving = new HashSet<>(MOVING);
        int line = 0;
        for (Statement statement : statements) {
            switch (statement) {
                case Assignment it
                when it.output() == null && it.name().equals(".") ->
                    line = moves(it.value(), moving) ? line : it.line();
                case Assignment it when it.output() != null || moves(it.value(), moving) -> moving.add(it.name());
                case Output it -> {
                    boolean own = !it.address().isEmpty();
                    line = !own ? line : moves(it.address(), moving) ? 0 : it.line();
                    if (present.test(it.name())) {
                        note(fixed, it.name(), line);
                        line = 0;
                    }
                }
                default -> {}
            }
        }
        return fixed;
    }

    private static void note(Map<String, Integer> fixed, String output, int line) {
        if (line > 0) {
            fixed.putIfAbsent(output, line);
        }
    }

    private static boolean moves(String expression, Set<String> moving) {
        Matcher names = NAME.matcher(expression);
        while (names.find()) {
            if (moving.contains(names.group())) {
                return true;
            }
        }
        return false;
    }
}
