package org.karlworkbench.ui.kernel;

/** What is told of an item while the pointer is over it: its name, and below it lines of a word and a value. */
public final class HoverText {
    private final StringBuilder text;

    /**
     * Begins with the name.
     *
     * @param name fit for one line
     */
    public HoverText(String name) {
        text = new StringBuilder(name);
    }

    /**
     * Adds a line.
     *
     * @param word what it is
     * @param value fit for one line; without one there is no line
     * @return this
     */
    public HoverText line(String word, String value) {
        if (!value.isEmpty()) {
            text.append('\n').append(word).append('\t').append(value);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
