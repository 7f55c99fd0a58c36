package org.karlworkbench.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Places;

/** The objects of a link by name and in link order. */
final class Inputs {
    private final List<Input> inOrder = new ArrayList<>();
    private final Map<String, Input> byName = new HashMap<>();
    private final int gapRank;

    /**
     * Prepares the objects.
     *
     * @throws EngineException when the order names an object that the kit does not have, or one twice
     */
    Inputs(LoadedKit kit, ObjectFile gap, List<String> linkOrder) throws EngineException {
        KitFacts facts = KitFacts.of(kit);
        int rankOfGap = -1;
        for (String name : linkOrder) {
            boolean isGap = name.equals(Places.GAP);
            ObjectFile file = isGap ? gap : kit.object(name);
            if (file == null || byName.containsKey(name)) {
                throw new EngineException(
                        "bad-order",
                        kit.folder().toString(),
                        name,
                        file == null
                                ? "the link order names an object that the kit does not have"
                                : "the link order names an object twice",
                        "use the kit from which the kernel was linked");
            }
            rankOfGap = isGap ? inOrder.size() : rankOfGap;
            RelocatedFields fields = isGap ? new RelocatedFields(file) : facts.fields(file);
            Input input = new Input(file, fields, inOrder.size(), isGap);
            inOrder.add(input);
            byName.put(name, input);
        }
        gapRank = rankOfGap;
    }

    List<Input> inOrder() {
        return inOrder;
    }

    /** The object of a name, or null. */
    Input find(String name) {
        return byName.get(name);
    }

    /** The gap's number in link order, or -1 when there is none. */
    int gapRank() {
        return gapRank;
    }
}
