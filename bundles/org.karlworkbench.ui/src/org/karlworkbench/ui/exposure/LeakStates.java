package org.karlworkbench.ui.exposure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.compare.exposure.Knowledge;

/** How much is known of each symbol and of what each object has in each section. */
final class LeakStates {
    private record Key(String object, String name) {}

    private final Map<Key, LeakState> symbols = new HashMap<>();
    private final Map<Key, LeakState> pieces = new HashMap<>();
    private final Map<Key, LeakState> bounded = new HashMap<>();
    private final Set<Key> candidates = new HashSet<>();

    /**
     * Reads what is known.
     *
     * @param knowledge what is known, or null for nothing
     * @param page the page size in bytes
     */
    LeakStates(Knowledge knowledge, long page) {
        if (knowledge == null) {
            return;
        }
        for (Knowledge.Known each : knowledge.known()) {
            LeakState state = LeakState.of(each.because());
            symbols.put(new Key(each.object(), each.name()), state);
            pieces.merge(new Key(each.object(), each.section()), state, LeakState::or);
        }
        for (Knowledge.Bounded each : knowledge.bounded()) {
            LeakState state = each.high() - each.low() <= page ? LeakState.PAGE : LeakState.UNKNOWN;
            bounded.merge(new Key(each.object(), each.section()), state, LeakState::or);
        }
        bounded.forEach((key, state) -> pieces.merge(key, state, LeakState::or));
        knowledge.candidates().forEach(each -> candidates.add(new Key(each.object(), each.name())));
    }

    /** Of a symbol. */
    LeakState symbol(String object, String section, String name) {
        Key key = new Key(object, name);
        LeakState state = symbols.get(key);
        if (state != null) {
            return state;
        }
        return candidates.contains(key)
                ? LeakState.CANDIDATE
                : bounded.getOrDefault(new Key(object, section), LeakState.UNKNOWN);
    }

    /** Of all that an object has in a section: as much as of that of which least is known. */
    LeakState piece(String object, String section) {
        return pieces.getOrDefault(new Key(object, section), LeakState.UNKNOWN);
    }
}
