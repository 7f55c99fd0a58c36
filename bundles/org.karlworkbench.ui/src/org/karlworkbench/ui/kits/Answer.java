package org.karlworkbench.ui.kits;

import java.util.function.Function;

/**
 * What is known about a kit right now, without waiting.
 *
 * @param value the value, null as long as there is none
 * @param problem why there will be none, in one line; null when there is or may be one
 * @param <V> what is asked for
 */
public record Answer<V>(V value, String problem) {
    /** Whether it is still being found out. */
    public boolean pending() {
        return value == null && problem == null;
    }

    /** The same answer, where what is known is told in another form. */
    <W> Answer<W> map(Function<V, W> form) {
        return new Answer<>(value == null ? null : form.apply(value), problem);
    }

    static <V> Answer<V> of(V value) {
        return new Answer<>(value, null);
    }

    static <V> Answer<V> failed(String problem) {
        return new Answer<>(null, problem);
    }

    static <V> Answer<V> unknown() {
        return new Answer<>(null, null);
    }
}
