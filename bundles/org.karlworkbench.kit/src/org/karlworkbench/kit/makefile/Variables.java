package org.karlworkbench.kit.makefile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of a Makefile, unexpanded. Appending is cheap, for lists that grow by hundreds of lines. */
final class Variables {
    private static final int LIMIT = 200_000;

    private final Map<String, StringBuilder> values = new HashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();

    Variables(Map<String, String> predefined) {
        // make's own; a kernel's Makefile relies on them
        defaults.put("LD", "ld");
        defaults.put("MAKE", "make");
        predefined.forEach(this::set);
    }

    boolean isDefined(String name) {
        return values.containsKey(name) || defaults.containsKey(name);
    }

    /** The value as it was written, or null. */
    String get(String name) {
        StringBuilder value = values.get(name);
        return value == null ? defaults.get(name) : value.toString();
    }

    /** Gives a variable a value; false if there are too many variables. */
    boolean set(String name, String value) {
        if (values.size() >= LIMIT && !values.containsKey(name)) {
            return false;
        }
        values.put(name, new StringBuilder(value));
        return true;
    }

    boolean append(String name, String value) {
        StringBuilder before = values.get(name);
        if (before == null) {
            String preset = defaults.get(name);
            return set(name, preset == null ? value : preset + ' ' + value);
        }
        before.append(' ').append(value);
        return true;
    }

    void remove(String name) {
        values.remove(name);
        defaults.remove(name);
    }
}
