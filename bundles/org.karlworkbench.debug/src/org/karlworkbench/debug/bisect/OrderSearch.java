package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * Which objects it is, where the order of the bad relink is enough to fail. A run of it is kept together while all else
 * is drawn anew; the shortest run that still always fails is halved out from both ends, and then thinned.
 */
final class OrderSearch {
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
        int end = order.size() - 1;
        int first = narrow(0, end, place -> isEnough(place, end));
        int last = narrow(end, first, place -> isEnough(first, place));
        List<String> run = List.copyOf(order.subList(first, last + 1));
        progress.say("left: " + String.join(" ", run));
        return isLoose(run)
                ? thin(run, objects -> new ObjectsInOrder(objects, false))
                : thin(run, ObjectsTogether::new);
    }

    /** Whether others may stand between those of a run; beside the whole order there are none that could. */
    private boolean isLoose(List<String> run) throws EngineException {
        return run.size() == order.size() || sampling.always(new ObjectsInOrder(run, true));
    }

    /** Leaves out what is not needed between the ends, in ever smaller pieces (delta debugging, Zeller 1999). */
    private Condition thin(List<String> run, Function<List<String>, Condition> condition) throws EngineException {
        List<String> left = run;
        for (int piece = left.size() / 2; piece > 0; piece /= 2) {
            for (int i = 1; i < left.size() - 1; ) {
                List<String> fewer = new ArrayList<>(left);
                fewer.subList(i, Math.min(i + piece, left.size() - 1)).clear();
                if (sampling.always(condition.apply(List.copyOf(fewer)))) {
                    left = List.copyOf(fewer);
                    progress.say(left.size() + " objects are enough");
                } else {
                    i += piece;
                }
            }
        }
        return condition.apply(left);
    }

    /** Whether what begins, or ends, at a place is enough. */
    private interface Question {
        boolean isEnough(int place) throws EngineException;
    }

    /** Of the places from one that is enough to one that is too little, the last that is enough, by halves. */
    private static int narrow(int enough, int little, Question question) throws EngineException {
        int found = enough;
        int beyond = little;
        while (Math.abs(beyond - found) > 1) {
            int middle = (found + beyond) >>> 1;
            if (question.isEnough(middle)) {
                found = middle;
            } else {
                beyond = middle;
            }
        }
        return found;
    }

    private boolean isEnough(int first, int last) throws EngineException {
        List<String> run = order.subList(first, last + 1);
        boolean enough = sampling.always(new ObjectsTogether(List.copyOf(run)));
        progress.say((last - first + 1) + " of " + order.size() + " objects, " + run.getFirst() + " to " + run.getLast()
                + (enough ? ": enough" : ": not enough"));
        return enough;
    }
}
