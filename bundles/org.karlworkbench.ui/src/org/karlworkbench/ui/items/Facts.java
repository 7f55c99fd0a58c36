package org.karlworkbench.ui.items;

import java.util.ArrayList;
import java.util.List;

/** Names and values about an item, in groups, as the Properties view shows them. */
public final class Facts {
    private final List<Fact> facts = new ArrayList<>();
    private String group = "General";

    /**
     * One line of the Properties view.
     *
     * @param group the group it is in
     * @param name what it is about
     * @param value what is known, as text
     */
    public record Fact(String group, String name, String value) {}

    /**
     * Puts what follows into a group.
     *
     * @param name the group's title
     * @return these facts
     */
    public Facts in(String name) {
        group = name;
        return this;
    }

    /**
     * Adds a line; nothing when there is no value.
     *
     * @param name what it is about
     * @param value what is known; null or empty for nothing
     * @return these facts
     */
    public Facts add(String name, String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(group, name, value));
        }
        return this;
    }

    /** The lines, in the order in which they were added. */
    public List<Fact> list() {
        return List.copyOf(facts);
    }
}
