package org.karlworkbench.debug.bisect;

import java.util.List;
import java.util.stream.Collectors;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;

/**
 * What an object has in a section lies so far behind or before what another one has there, or behind the section's beginning.
 *
 * @param layouts tells where it lies
 * @param spots what may be measured
 * @param from the spot from which is measured
 * @param to the one to which
 * @param band the distances that fail
 */
record DistanceBound(Layouts layouts, Spots spots, int from, int to, Band band) implements Condition {
    @Override
    public boolean holds(Draw draw) throws EngineException {
        long[] addresses = spots.in(layouts.of(draw));
        return band.fails(addresses[to] - addresses[from]);
    }

    /** No small change brings it about; fresh draws are cheap. */
    @Override
    public Draw applied(Draw fresh) {
        return fresh;
    }

    @Override
    public Condition widest() {
        return new DistanceBound(layouts, spots, from, to, band.widest());
    }

    @Override
    public Cause cause() {
        Spots.Spot first = spots.spot(from);
        Spots.Spot second = spots.spot(to);
        String section = layouts.names().section(second.section());
        boolean place = first.object().isEmpty();
        String between = place
                ? "the beginning of " + section + " to " + second.object()
                : first.object() + " to " + second.object() + " in " + section;
        List<Range> distances = band.failing();
        String words = distances.stream().map(Range::words).collect(Collectors.joining(" or "));
        List<String> objects = place ? List.of(second.object()) : List.of(first.object(), second.object());
        return Cause.of(Cause.Kind.DISTANCE, "fails whenever the distance from " + between + " is " + words + " bytes")
                .objects(objects)
                .section(section)
                .distances(distances)
                .build();
    }
}
