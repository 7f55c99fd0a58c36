package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;

/**
 * The draws that count in a round: those that fail for a cause which is known already tell nothing of another one.
 *
 * @param known the causes that must not hold
 */
record Scope(List<Condition> known) {
    boolean has(Draw draw) throws EngineException {
        for (Condition condition : known) {
            if (condition.holds(draw)) {
                return false;
            }
        }
        return true;
    }

    /** Those of some trials that count. */
    List<Trials.Trial> of(List<Trials.Trial> all) throws EngineException {
        List<Trials.Trial> some = new ArrayList<>();
        for (Trials.Trial trial : all) {
            if (has(trial.draw())) {
                some.add(trial);
            }
        }
        return some;
    }

    Scope without(Condition condition) {
        List<Condition> more = new ArrayList<>(known);
        more.add(condition);
        return new Scope(List.copyOf(more));
    }
}
