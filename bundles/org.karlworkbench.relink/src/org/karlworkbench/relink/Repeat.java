package org.karlworkbench.relink;

import java.util.List;
import java.util.Objects;
import org.karlworkbench.kit.Draw;

/**
 * What a relink takes from an earlier one instead of deciding it.
 *
 * @param draw the order and the gaps
 * @param pad the word that fills the gaps
 * @param page the page size in bytes to which {@code endboot} is aligned
 * @param flags the flags as the linker got them; null where the kit and the recipe still give the same
 */
public record Repeat(Draw draw, int pad, long page, List<String> flags) {
    /** Checks that there is a draw. */
    public Repeat {
        Objects.requireNonNull(draw, "draw");
    }
}
