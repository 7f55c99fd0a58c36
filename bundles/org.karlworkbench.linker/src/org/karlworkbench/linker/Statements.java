package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.kit.Glob;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.Content;
import org.karlworkbench.linker.script.OutputSection;
import org.karlworkbench.linker.script.Script;
import org.karlworkbench.linker.script.SectionsCommand;

/**
 * The statements of a script that take input sections, numbered, and which one takes a section: the first that matches
 * (GNU ld manual, "Input Section Description"). What none takes is an orphan and gets a statement of its own.
 */
final class Statements {
    private static final int NONE = -2;

    /** A statement; {@code discards} if it leaves out what it takes. */
    private record Statement(
            int output, boolean discards, boolean keep, Glob file, List<Glob> excluded, List<Pattern> patterns) {
        boolean takesFile(String name) {
            return file.matches(name) && !anyMatches(excluded, name);
        }
    }

    private record Pattern(Glob name, List<Glob> excluded, List<Content.Sort> sort) {}

    /** A statement and the pattern of it that a section's name matches. */
    private record Candidate(int statement, int pattern) {}

    private final List<Statement> statements = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final Map<Content.Input, Integer> numbers = new IdentityHashMap<>();
    private final Map<OutputSection, Integer> outputNumbers = new IdentityHashMap<>();
    private final Map<String, List<Candidate>> candidates = new HashMap<>();
    private final Map<String, Integer> orphans = new HashMap<>();

    Statements(Script script) {
        for (Command command : script.commands()) {
            if (command instanceof Command.Sections sections) {
                sections.commands().forEach(this::add);
            }
        }
    }

    private void add(SectionsCommand command) {
        if (command instanceof OutputSection section) {
            int output = outputs.size();
            List<Integer> own = new ArrayList<>();
            for (Content content : section.contents()) {
                if (content instanceof Content.Input input) {
                    numbers.put(input, statements.size());
                    own.add(statements.size());
                    statements.add(statement(output, section.isDiscard(), input));
                }
            }
            outputNumbers.put(section, output);
            outputs.add(new Output(section.name(), section, List.copyOf(own)));
        }
    }

    private static Statement statement(int output, boolean discards, Content.Input input) {
        List<Pattern> patterns = new ArrayList<>();
        for (Content.Pattern each : input.sections()) {
            patterns.add(new Pattern(Glob.of(each.name()), globs(each.excluded()), each.sort()));
        }
        return new Statement(output, discards, input.keep(), Glob.of(input.file()), globs(input.excluded()), patterns);
    }

    private static List<Glob> globs(List<String> patterns) {
        return patterns.stream().map(Glob::of).toList();
    }

    int count() {
        return statements.size();
    }

    /** The number of a statement of the script. */
    int number(Content.Input input) {
        return numbers.get(input);
    }

    /** The number of an output section of the script. */
    int number(OutputSection section) {
        return outputNumbers.get(section);
    }

    List<Output> outputs() {
        return outputs;
    }

    /** The output of a statement. */
    int output(int statement) {
        return statements.get(statement).output();
    }

    /**
     * Gives a piece its statement.
     *
     * @param file the name of its object in the kit
     */
    void place(Pieces pieces, int piece, String file) {
        String section = pieces.name(piece);
        int found = find(file, section);
        if (found == NONE) {
            pieces.place(piece, orphan(section));
        } else if (!statements.get(found).discards()) {
            pieces.place(piece, found);
        }
    }

    private int find(String file, String section) {
        for (Candidate each : candidates.computeIfAbsent(section, this::candidates)) {
            Statement statement = statements.get(each.statement());
            boolean excluded =
                    anyMatches(statement.patterns().get(each.pattern()).excluded(), file);
            if (!excluded && statement.takesFile(file)) {
                return each.statement();
            }
        }
        return NONE;
    }

    /** A loop, since it is asked of every section of a kit: a stream takes several times as long. */
    private static boolean anyMatches(List<Glob> globs, String name) {
        for (Glob each : globs) {
            if (each.matches(name)) {
                return true;
            }
        }
        return false;
    }

    private List<Candidate> candidates(String section) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            List<Pattern> patterns = statements.get(i).patterns();
            for (int pattern = 0; pattern < patterns.size(); pattern++) {
                if (patterns.get(pattern).name().matches(section)) {
                    found.add(new Candidate(i, pattern));
                }
            }
        }
        return found;
    }

    /** An orphan stands behind the last output of the script that is like it, as with other linkers. */
    private int orphan(String section) {
        return orphans.computeIfAbsent(section, name -> {
            int statement = statements.size();
            int output = outputs.size();
            statements.add(new Statement(output, false, false, Glob.of("*"), List.of(), List.of()));
            outputs.add(new Output(name, null, List.of(statement)));
            return statement;
        });
    }

    /**
     * By what a statement sorts a piece, if it does.
     *
     * @return the sorting pattern that matches its name first, or null
     */
    SortKey sortKey(Pieces pieces, int piece) {
        List<Pattern> patterns = statements.get(pieces.statement(piece)).patterns();
        int group = 0;
        for (int i = 0; i < patterns.size(); i++) {
            Pattern pattern = patterns.get(i);
            boolean sorts = !pattern.sort().isEmpty() && pattern.sort().getFirst() != Content.Sort.NONE;
            boolean sortedBefore = i > 0 && !patterns.get(i - 1).sort().isEmpty();
            group += sorts || sortedBefore ? 1 : 0;
            if (pattern.name().matches(pieces.name(piece))) {
                return new SortKey(group, sorts ? pattern.sort() : List.of(), pieces.name(piece), pieces.align(piece));
            }
        }
        return new SortKey(0, List.of(), pieces.name(piece), pieces.align(piece));
    }

    /** Whether any pattern of a statement sorts. */
    boolean sorts(int statement) {
        return statements.get(statement).patterns().stream()
                .anyMatch(pattern -> !pattern.sort().isEmpty() && pattern.sort().getFirst() != Content.Sort.NONE);
    }

    /** Whether a statement is in {@code KEEP}. */
    boolean keeps(int statement) {
        return statements.get(statement).keep();
    }
}
