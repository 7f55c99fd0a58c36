package org.karlworkbench.verify;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Places;

/** The objects of a link by name and in link order. */
final class Inputs {
    private final KitFacts facts;
    private final ObjectFacts gap;
    private final List<Input> inOrder;
    private final Input[] byNumber;
    private final int gapRank;

    /**
     * Prepares the objects.
     *
     * @throws EngineException when the order names an object that the kit does not link, or one twice
     */
    Inputs(LoadedKit kit, ObjectFile gap, List<String> linkOrder) throws EngineException {
        facts = KitFacts.of(kit);
        this.gap = gap == null ? null : facts.gap(gap);
        inOrder = new ArrayList<>(linkOrder.size());
        byNumber = new Input[facts.count() + 1];
        int rankOfGap = -1;
        for (String name : linkOrder) {
            boolean isGap = name.equals(Places.GAP);
            ObjectFacts object = facts(name);
            if (object == null || byNumber[object.number()] != null) {
                throw bad(kit, name, object == null);
            }
            rankOfGap = isGap ? inOrder.size() : rankOfGap;
            Input input = new Input(object, inOrder.size(), isGap);
            inOrder.add(input);
            byNumber[object.number()] = input;
        }
        gapRank = rankOfGap;
    }

    private ObjectFacts facts(String name) {
        return name.equals(Places.GAP) ? gap : facts.find(name);
    }

    private static EngineException bad(LoadedKit kit, String name, boolean unknown) {
        return new EngineException(
                "bad-order",
                kit.folder().toString(),
                name,
                unknown
                        ? "the link order names an object that the kit does not have"
                        : "the link order names an object twice",
                "use the kit from which the kernel was linked");
    }

    /** What is known of their kit. */
    KitFacts kit() {
        return facts;
    }

    List<Input> inOrder() {
        return inOrder;
    }

    /** The object of a name, or null. */
    Input find(String name) {
        ObjectFacts object = facts(name);
        return object == null ? null : byNumber[object.number()];
    }

    /** The object of a number in its kit, or null if the link does not have it. */
    Input number(int number) {
        return byNumber[number];
    }

    /** The gap's number in link order, or -1 when there is none. */
    int gapRank() {
        return gapRank;
    }
}
