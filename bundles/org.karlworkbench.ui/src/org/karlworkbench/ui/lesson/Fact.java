package org.karlworkbench.ui.lesson;

import java.util.Optional;

/** Something that the workbench can find out at this moment: the right answer to a question. */
@FunctionalInterface
interface Fact {
    /**
     * Looks.
     *
     * @param scene what the workbench shows
     * @return the answer; empty when it cannot be known now, because nothing is open that tells it
     */
    Optional<Answer> in(Scene scene);
}
