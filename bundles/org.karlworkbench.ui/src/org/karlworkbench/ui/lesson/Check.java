package org.karlworkbench.ui.lesson;

import java.util.Optional;

/** Something that must be so in the workbench when a step is done. */
@FunctionalInterface
interface Check {
    /**
     * Looks.
     *
     * @param scene what the workbench shows
     * @return what is still missing, as a sentence; empty when nothing is
     */
    Optional<String> missing(Scene scene);

    /** A check by a question with two answers. */
    static Check that(java.util.function.Predicate<Scene> so, String missing) {
        return scene -> so.test(scene) ? Optional.empty() : Optional.of(missing);
    }
}
