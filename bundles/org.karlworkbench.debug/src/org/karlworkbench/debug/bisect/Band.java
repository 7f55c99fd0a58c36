package org.karlworkbench.debug.bisect;

import java.util.List;
import java.util.stream.Stream;

/**
 * Distances, with their sign, between which a test works and beyond which it fails, or the other way round. Where the bounds
 * lie is known as far as it was tested.
 *
 * @param inside whether it fails between the bounds; else it fails beyond them
 * @param low the lower bound, or null where there is none
 * @param high the upper bound, or null where there is none
 */
record Band(boolean inside, Bound low, Bound high) {
    /**
     * A bound.
     *
     * @param works the distance next to it at which it works
     * @param fails the one at which it fails
     */
    record Bound(long works, long fails) {
        long width() {
            return Math.abs(works - fails);
        }

        /** Whether a distance is on the side that fails. */
        private boolean fails(long distance) {
            return fails > works ? distance >= fails : distance <= fails;
        }

        /** How probably it fails there: certain beyond what is known, even between. */
        private double failing(long distance) {
            return Math.clamp((distance - works) / (double) (fails - works), 0, 1);
        }
    }

    /** The band that tells some distances from others; null if none does, or if there is none of one kind. */
    static Band of(long[] working, long[] failing) {
        if (working.length == 0 || failing.length == 0) {
            return null;
        }
        Band beyond = around(working, failing, false);
        return beyond != null ? beyond : around(failing, working, true);
    }

    /** Around all distances of one kind, between which there is none of the other. */
    private static Band around(long[] some, long[] others, boolean inside) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long distance : some) {
            least = Math.min(least, distance);
            most = Math.max(most, distance);
        }
        Long below = null;
        Long above = null;
        for (long distance : others) {
            if (distance < least) {
                below = below == null ? distance : Math.max(below, distance);
            } else if (distance > most) {
                above = above == null ? distance : Math.min(above, distance);
            } else {
                return null;
            }
        }
        return new Band(inside, bound(least, below, inside), bound(most, above, inside));
    }

    private static Bound bound(long some, Long other, boolean inside) {
        if (other == null) {
            return null;
        }
        return inside ? new Bound(other, some) : new Bound(some, other);
    }

    /** Whether it surely fails at a distance. */
    boolean fails(long distance) {
        boolean lower = low != null && low.fails(distance);
        boolean upper = high != null && high.fails(distance);
        return inside ? (low == null || lower) && (high == null || upper) : lower || upper;
    }

    /** The distances at which it surely fails. */
    List<Range> failing() {
        Long least = low == null ? null : (Long) low.fails();
        Long most = high == null ? null : (Long) high.fails();
        if (inside) {
            return List.of(new Range(least, most));
        }
        return Stream.of(new Range(null, least), new Range(most, null))
                .filter(range -> range.from() != null || range.to() != null)
                .toList();
    }

    /** How probably it fails at a distance. */
    double failing(long distance) {
        double none = inside ? 1 : 0;
        double lower = low == null ? none : low.failing(distance);
        double upper = high == null ? none : high.failing(distance);
        return inside ? Math.min(lower, upper) : Math.max(lower, upper);
    }

    /** The same with bounds where it surely works just beyond: whatever is not known counts as failing. */
    Band widest() {
        return new Band(inside, widest(low), widest(high));
    }

    private static Bound widest(Bound bound) {
        return bound == null
                ? null
                : new Bound(bound.works(), bound.works() + Long.signum(bound.fails() - bound.works()));
    }

    /** How much of it is not known, in bytes. */
    long unknown() {
        return (low == null ? 0 : low.width()) + (high == null ? 0 : high.width());
    }
}
