package org.karlworkbench.verify;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.layout.Places;

/**
 * The objects of a link by name and in link order, and all that an accounting can know before there is a kernel. While a
 * linker runs, making it costs no time. Good for one accounting, which notes in it where everything lies.
 */
public final class LinkedObjects {
    private final LoadedKit loaded;
    private final Unit unit;
    private final KitFacts facts;
    private final ObjectFacts gap;
    private final List<Input> inOrder;
    private final Input[] byNumber;
    private final int gapRank;

    /**
     * Prepares the objects. What every link of the kit shares is made once, and kept as long as memory allows.
     *
     * @param kit the kit from which the kernel is linked
     * @param gap the gap's object; null when the link order has no {@link Places#GAP}
     * @param linkOrder the names of all objects as the linker gets them: head, gap, body, tail
     * @throws EngineException when the order names an object that the kit does not link, or one twice; when an object had
     *     to be read again and has changed, or the script cannot be read
     */
    public LinkedObjects(LoadedKit kit, ObjectFile gap, List<String> linkOrder) throws EngineException {
        this(kit, gap, linkOrder, Unit.OBJECT);
    }

    /**
     * Prepares the objects of a link that may have moved sections of the body without their objects.
     *
     * @param kit as above
     * @param gap as above
     * @param linkOrder as above
     * @param unit what was shuffled
     * @throws EngineException as above
     */
    public LinkedObjects(LoadedKit kit, ObjectFile gap, List<String> linkOrder, Unit unit) throws EngineException {
        loaded = kit;
        this.unit = unit;
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

    /** The kit from which they are. */
    LoadedKit kit() {
        return loaded;
    }

    /** Whether pieces of the body stand in the order of their objects. */
    boolean keepsObjects() {
        return unit == Unit.OBJECT;
    }

    /** Where the tail begins in link order. */
    int tailRank() {
        return inOrder.size() - loaded.plan().tail().size();
    }

    /** What is known of their kit. */
    KitFacts facts() {
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
