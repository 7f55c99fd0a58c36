package org.karlworkbench.debug.bisect;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * Which objects it is, where the order of the bad relink is enough to fail. A run of it is kept together while all else
 * is drawn anew; the shortest run that still always fails is halved out from both ends.
 */
final class OrderSearch {
    /** In half of all draws another object stands before what is kept together. */
    private static final double HALF = 0.5;

    private final Sampling sampling;
    private final List<String> order;
    private final Progress progress;

    OrderSearch(Sampling sampling, List<String> order, Progress progress) {
        this.sampling = sampling;
        this.order = order;
        this.progress = progress;
    }

    /** The condition that is left. */
    Condition search() throws EngineException {
        int first = first();
        int last = last(first);
        List<String> run = order.subList(first, last + 1);
        Condition before = new ObjectBefore(run.getFirst(), run.getLast(), run.size() == 2);
        progress.say("left: " + String.join(" ", run));
        if (sampling.always(before, HALF)) {
            return new ObjectBefore(run.getFirst(), run.getLast(), false);
        }
        return new ObjectsTogether(List.copyOf(run));
    }

    /** The largest place from which on the rest of the order is enough. */
    private int first() throws EngineException {
        int enough = 0;
        int little = order.size() - 1;
        while (little - enough > 1) {
            int middle = (enough + little) >>> 1;
            if (isEnough(middle, order.size() - 1)) {
                enough = middle;
            } else {
                little = middle;
            }
        }
        return enough;
    }

    /** The smallest place up to which it is enough. */
    private int last(int first) throws EngineException {
        int enough = order.size() - 1;
        int little = first;
        while (enough - little > 1) {
            int middle = (enough + little) >>> 1;
            if (isEnough(first, middle)) {
                enough = middle;
            } else {
                little = middle;
            }
        }
        return enough;
    }

    private boolean isEnough(int first, int last) throws EngineException {
        List<String> run = order.subList(first, last + 1);
        boolean enough = sampling.always(new ObjectsTogether(List.copyOf(run)), HALF);
        progress.say((last - first + 1) + " of " + order.size() + " objects, " + run.getFirst() + " to " + run.getLast()
                + (enough ? ": enough" : ": not enough"));
        return enough;
    }
}
