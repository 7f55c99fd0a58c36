package org.karlworkbench.ui.exposure;

import java.util.Arrays;
import org.karlworkbench.picture.Legend;
import org.karlworkbench.picture.Palette;

/** How much is known of a place, from all to nothing. */
enum LeakState {
    /** It lies there in every draw. */
    FIXED("known in every draw", Palette.CODE),
    /** It follows from the leak. */
    KNOWN("known by the leak", Palette.ofDistance(1)),
    /** It is bounded by one page. */
    PAGE("known to a page", Palette.DATA),
    /** It may be what leaked. */
    CANDIDATE("may be it", Palette.BSS),
    /** It can lie wherever its section lets it. */
    UNKNOWN("unknown", Palette.UNKNOWN);

    private final String words;
    private final int colour;

    LeakState(String words, int colour) {
        this.words = words;
        this.colour = colour;
    }

    String words() {
        return words;
    }

    int colour() {
        return colour;
    }

    static Legend legend() {
        return new Legend(Arrays.stream(values())
                .map(each -> new Legend.Entry(each.colour, each.words))
                .toList());
    }

    /** That of a known symbol, by the reason that the engine gives. */
    static LeakState of(String because) {
        return because.equals("fixed") ? FIXED : KNOWN;
    }

    /** The one of which less is known. */
    LeakState or(LeakState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
