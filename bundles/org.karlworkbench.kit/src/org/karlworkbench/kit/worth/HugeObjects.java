package org.karlworkbench.kit.worth;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.model.Severity;

/** Objects with many functions, which all move as one block: who knows one address of it knows all of them. */
final class HugeObjects implements Question {
    /** So many times more functions than the objects of the body have on average. */
    private static final int TIMES = 8;

    private static final int LEAST = 16;
    private static final int MOST_TOLD = 3;

    @Override
    public List<Finding> ask(Look look) {
        List<KitObject> body = look.objects(Role.BODY);
        long all = Look.sum(body, KitObject::getFunctions);
        List<KitObject> huge = body.stream()
                .filter(object -> object.getFunctions() >= LEAST)
                .filter(object -> (long) object.getFunctions() * body.size() >= TIMES * all)
                .sorted(Comparator.comparingInt(KitObject::getFunctions).reversed())
                .toList();
        return IntStream.range(0, Math.min(MOST_TOLD, huge.size()))
                .mapToObj(i -> finding(huge.get(i), all, i == MOST_TOLD - 1 ? huge.size() - MOST_TOLD : 0))
                .toList();
    }

    private static Finding finding(KitObject object, long all, int more) {
        return new Said(
                        Severity.INFO,
                        "huge-object",
                        object.getName(),
                        "This object moves as one block of " + object.getFunctions() + " functions, "
                                + Look.share(object.getFunctions(), all) + " of the body's"
                                + (more > 0
                                        ? "; " + more + " more have " + TIMES + " times the average or more."
                                        : "."),
                        "Inside a block all distances stay: one leaked pointer into it gives away all its functions.",
                        "Compile it with -ffunction-sections and shuffle sections, or divide it.")
                .finding();
    }
}
