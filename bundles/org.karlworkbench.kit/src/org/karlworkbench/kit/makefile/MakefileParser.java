package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Walks through the lines of a Makefile: conditionals, assignments, rules. */
final class MakefileParser {
    private static final int MOST_RULES = 200_000;
    private static final Set<String> CONDITIONALS =
            Set.of("if", "ifdef", "ifndef", "ifmake", "ifnmake", "elif", "elifdef", "elifndef", "else", "endif");
    private static final Set<String> DIRECTIVES =
            Set.of("include", "sinclude", "for", "endfor", "undef", "error", "warning", "info", "poison", "export");

    private final Variables variables;
    private final Expander expander;
    private final Problems problems;
    private final Branches branches = new Branches();
    private final Loops loops = new Loops();
    private final List<MakefileRule> rules = new ArrayList<>();
    /** The commands of the rule that is open at this place, or null. */
    private List<String> recipe;

    MakefileParser(Variables variables, Expander expander, Problems problems) {
        this.variables = variables;
        this.expander = expander;
        this.problems = problems;
    }

    List<MakefileRule> parse(List<LogicalLine> lines) {
        run(lines);
        if (branches.openLine() > 0) {
            problems.bad(branches.openLine(), ".if without .endif");
        }
        List<MakefileRule> all = new ArrayList<>(rules.size());
        for (MakefileRule rule : rules) {
            all.add(new MakefileRule(
                    rule.line(), rule.targets(), rule.prerequisites(), Collections.unmodifiableList(rule.recipe())));
        }
        return List.copyOf(all);
    }

    private void run(List<LogicalLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            LogicalLine line = lines.get(i);
            String directive = directive(line.text());
            if (CONDITIONALS.contains(directive)) {
                conditional(line, directive);
            } else if (branches.active()) {
                if (directive.equals("for")) {
                    i = loop(lines, i);
                } else {
                    line(line, directive);
                }
            }
        }
    }

    /** The word behind the dot of a directive; empty if the line is none. */
    private static String directive(String text) {
        String line = text.startsWith(" ") ? text.strip() : text;
        if (!line.startsWith(".") && !line.startsWith("-include ") && !line.startsWith("include ")) {
            return "";
        }
        int from = line.startsWith(".") || line.startsWith("-") ? 1 : 0;
        while (from < line.length() && (line.charAt(from) == ' ' || line.charAt(from) == '-')) {
            from++;
        }
        int end = from;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        String word = line.substring(from, end);
        return CONDITIONALS.contains(word) || DIRECTIVES.contains(word) ? word : "";
    }

    private static String argument(LogicalLine line, String directive) {
        String text = line.withoutComment();
        int at = text.indexOf(directive);
        return at < 0 ? "" : text.substring(at + directive.length()).strip();
    }

    private void conditional(LogicalLine line, String directive) {
        boolean fits =
                switch (directive) {
                    case "endif" -> branches.end();
                    case "else" -> branches.next(true, true);
                    case "elif", "elifdef", "elifndef" ->
                        branches.next(branches.undecided() && decide(line, directive), false);
                    default -> begin(line, directive);
                };
        if (!fits) {
            problems.bad(line.number(), "." + directive + " does not belong here");
        }
    }

    private boolean begin(LogicalLine line, String directive) {
        return branches.begin(line.number(), branches.active() && decide(line, directive));
    }

    private boolean decide(LogicalLine line, String directive) {
        String text = argument(line, directive);
        if (directive.endsWith("make")) {
            return directive.equals("ifnmake");
        }
        boolean names = directive.endsWith("def");
        Condition.Bare bare = names ? Condition.Bare.NAME : Condition.Bare.VALUE;
        try {
            return new Condition(line, text, bare, variables, expander).holds() != directive.endsWith("ndef");
        } catch (Condition.Unreadable e) {
            problems.bad(line.number(), "." + directive + ": " + e.getMessage());
            return false;
        }
    }

    private int loop(List<LogicalLine> lines, int first) {
        int last = loops.end(lines, first);
        if (last < 0) {
            problems.bad(lines.get(first).number(), ".for without .endfor");
            return first;
        }
        LogicalLine head = lines.get(first);
        String list = expander.expand(argument(head, "for"), head.number());
        if (!loops.run(list, lines.subList(first + 1, last), variables, this::run)) {
            problems.bad(head.number(), ".for that cannot be read or repeats too often");
        }
        return last;
    }

    private void line(LogicalLine line, String directive) {
        if (line.text().startsWith("\t") && recipe != null) {
            recipe.add(line.text().strip());
        } else if (!directive.isEmpty()) {
            other(line, directive);
        } else {
            String text = line.withoutComment();
            if (!text.isBlank()) {
                assignmentOrRule(line.number(), text);
            }
        }
    }

    private void other(LogicalLine line, String directive) {
        String argument = argument(line, directive);
        switch (directive) {
            case "undef" -> Modifiers.words(argument).forEach(variables::remove);
            case "include", "sinclude" ->
                problems.note(line.number(), "the include of " + Problems.quote(argument) + " is not followed");
            case "error" -> problems.bad(line.number(), "the Makefile itself stops here: " + Problems.quote(argument));
            case "endfor" -> problems.bad(line.number(), ".endfor without .for");
            default -> problems.note(line.number(), "." + directive + " is not followed");
        }
    }

    private void assignmentOrRule(int number, String text) {
        Assignment assignment = Assignment.of(text);
        if (assignment != null) {
            recipe = null;
            assign(number, assignment);
            return;
        }
        RuleLine rule = RuleLine.of(text);
        if (rule == null) {
            recipe = null;
            if (!isConfigLine(text)) {
                problems.bad(number, "neither a variable nor a rule: " + Problems.quote(text.strip()));
            }
        } else {
            begin(number, rule);
        }
    }

    /** A bare line that names the configuration is of no use to make, but to readers. */
    private static boolean isConfigLine(String text) {
        List<String> words = Modifiers.words(text);
        return words.size() == 2 && words.get(0).equals("config");
    }

    private void begin(int number, RuleLine rule) {
        recipe = new ArrayList<>();
        if (rule.command() != null) {
            recipe.add(rule.command());
        }
        if (rules.size() >= MOST_RULES) {
            problems.bad(0, "more than " + MOST_RULES + " rules; the rest is not kept");
            return;
        }
        List<String> targets = Modifiers.words(expander.expand(rule.targets(), number));
        rules.add(new MakefileRule(number, List.copyOf(targets), List.copyOf(Modifiers.words(rule.sources())), recipe));
    }

    private void assign(int number, Assignment assignment) {
        String name = expander.expand(assignment.name(), number).strip();
        if (name.isEmpty()) {
            problems.bad(number, "an assignment without a name");
            return;
        }
        boolean kept =
                switch (assignment.operator()) {
                    case "+=" -> variables.append(name, assignment.value());
                    case "?=" -> variables.isDefined(name) || variables.set(name, assignment.value());
                    case ":=" -> variables.set(name, expander.expand(assignment.value(), number));
                    case "!=" -> notRun(number, name);
                    default -> variables.set(name, assignment.value());
                };
        if (!kept) {
            problems.bad(0, "too many variables; the rest is not kept");
        }
    }

    private boolean notRun(int number, String name) {
        problems.note(number, "the command that would set " + Problems.quote(name) + " is not run");
        return true;
    }
}
