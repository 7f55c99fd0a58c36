package org.karlworkbench.debug.bisect;

import java.util.List;
import java.util.stream.Collectors;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;

/**
 * What an object has in a section lies so far behind or before what another one has there or in another section, or behind a
 * section's beginning.
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
        boolean place = first.object().isEmpty();
        boolean inOne = first.section() == second.section();
        String section = layouts.names().section(first.section());
        String toSection = layouts.names().section(second.section());
        String begin =
                place ? "the beginning of " + section : inOne ? first.object() : first.object() + " in " + section;
        String end = place && inOne ? second.object() : second.object() + " in " + toSection;
        List<Range> distances = band.failing();
        String words = distances.stream().map(Range::words).collect(Collectors.joining(" or "));
        List<String> objects = place ? List.of(second.object()) : List.of(first.object(), second.object());
        return Cause.of(
                        Cause.Kind.DISTANCE,
                        "fails whenever the distance from " + begin + " to " + end + " is " + words + " bytes")
                .objects(objects)
                .section(section)
                .toSection(inOne ? null : toSection)
                .distances(distances)
                .build();
    }
}
