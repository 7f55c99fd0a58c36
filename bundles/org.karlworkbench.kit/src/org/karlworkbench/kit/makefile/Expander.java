package org.karlworkbench.kit.makefile;

import java.util.HashSet;
import java.util.Set;

/**
 * Puts the values of variables in the place of their references. Deep and circular references, and values that grow
 * without end, become problems; what they stood for is then empty.
 */
final class Expander {
    private static final int DEEPEST = 50;
    /** What a reference costs besides its characters. */
    private static final int REFERENCE = 16;

    /** What make sets for each rule; they stay as they are. */
    private static final String LOCAL = "@<*>?!%$";

    private final Variables variables;
    private final Problems problems;
    private final Budget budget = new Budget();
    private final Modifiers modifiers;
    private final Set<String> active = new HashSet<>();

    Expander(Variables variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
        this.modifiers = new Modifiers(budget, problems);
    }

    /** The text with all references replaced; {@code $$} becomes {@code $}. */
    String expand(String text, int line) {
        return expand(text, line, 0);
    }

    /** The value of a reference as it would be written between <code>${</code> and <code>}</code>. */
    String reference(String inner, int line) {
        return expand("${" + inner + "}", line, 0);
    }

    private String expand(String text, int line, int depth) {
        int dollar = text.indexOf('$');
        if (!take(text.length(), line)) {
            return "";
        }
        if (dollar < 0) {
            return text;
        }
        if (depth > DEEPEST) {
            problems.bad(line, "variables refer to each other more than " + DEEPEST + " levels deep");
            return "";
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (dollar >= 0 && dollar + 1 < text.length()) {
            out.append(text, from, dollar);
            char next = text.charAt(dollar + 1);
            if (LOCAL.indexOf(next) >= 0) {
                out.append(next == '$' ? "$" : "$" + next);
                from = dollar + 2;
            } else {
                Reference reference = Reference.at(text, dollar);
                if (reference.end() < 0) {
                    problems.bad(
                            line, "a variable reference is never closed: " + Problems.quote(text.substring(dollar)));
                    return out.toString();
                }
                out.append(value(reference, line, depth));
                from = reference.end();
            }
            dollar = text.indexOf('$', from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private String value(Reference reference, int line, int depth) {
        if (!take(REFERENCE, line)) {
            return "";
        }
        String name = expand(reference.name(), line, depth + 1);
        String value = valueOf(name, line, depth);
        for (String modifier : reference.modifiers()) {
            value = modifiers.apply(value, expandModifier(modifier, line, depth), line);
        }
        return take(value.length(), line) ? value : "";
    }

    /** A dollar sign at the end of an {@code S} pattern is an anchor, not a reference. */
    private String expandModifier(String modifier, int line, int depth) {
        return modifier.indexOf("${") < 0 && modifier.indexOf("$(") < 0 ? modifier : expand(modifier, line, depth + 1);
    }

    private String valueOf(String name, int line, int depth) {
        String raw = variables.get(name);
        if (raw == null) {
            return name.equals(".TARGET") ? "$@" : "";
        }
        if (!active.add(name)) {
            problems.bad(line, "variable " + Problems.quote(name) + " refers to itself");
            return "";
        }
        try {
            return expand(raw, line, depth + 1);
        } finally {
            active.remove(name);
        }
    }

    private boolean take(long characters, int line) {
        if (budget.take(characters)) {
            return true;
        }
        problems.bad(line, "the variables expand to more text than any kernel's Makefile has");
        return false;
    }
}
