package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.Printable;

/** Collects problems; keeps the first of equal ones and stops at a limit, so that nonsense cannot fill the memory. */
final class Problems {
    private static final int LIMIT = 100;
    private static final int LONGEST_QUOTE = 60;

    private final List<MakefileProblem> list = new ArrayList<>();
    private final Set<MakefileProblem> seen = new HashSet<>();
    private boolean more;

    void bad(int line, String message) {
        add(new MakefileProblem(MakefileProblem.Kind.BAD, line, message));
    }

    void note(int line, String message) {
        add(new MakefileProblem(MakefileProblem.Kind.NOTE, line, message));
    }

    private void add(MakefileProblem problem) {
        if (list.size() >= LIMIT) {
            more |= problem.kind() == MakefileProblem.Kind.BAD;
        } else if (seen.add(problem)) {
            list.add(problem);
        }
    }

    /** What was collected; says so where something was left out. */
    List<MakefileProblem> list() {
        if (!more) {
            return List.copyOf(list);
        }
        List<MakefileProblem> all = new ArrayList<>(list);
        all.add(new MakefileProblem(
                MakefileProblem.Kind.BAD, 0, "there are more problems; only the first " + LIMIT + " are listed"));
        return List.copyOf(all);
    }

    /** Text of the file, short and fit for a message. */
    static String quote(String text) {
        String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        return '"' + Printable.of(cut) + '"';
    }
}
