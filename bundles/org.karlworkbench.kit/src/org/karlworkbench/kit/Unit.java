package org.karlworkbench.kit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.karlworkbench.kit.model.Recipe;

/** What is shuffled. */
public enum Unit {
    /** Whole objects, as in the original. */
    OBJECT,
    /** The sections of the body's objects, as far as each can move alone ({@link SectionOrder}). */
    SECTION;

    /**
     * The name in recipes and on the command line.
     *
     * @return {@code object} or {@code section}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The unit of a recipe.
     *
     * @param recipe a recipe, checked or not
     * @return its unit; whole objects for a word that is none
     */
    public static Unit of(Recipe recipe) {
        return named(recipe.getUnit()).orElse(OBJECT);
    }

    /** The one of a name. */
    static Optional<Unit> named(String label) {
        return Stream.of(values()).filter(each -> each.label().equals(label)).findFirst();
    }
}
