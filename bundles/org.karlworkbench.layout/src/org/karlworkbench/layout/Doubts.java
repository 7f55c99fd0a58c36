package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/**
 * What is not certain of a recovered order: objects that put nothing into the kernel, and neighbours whose order nothing
 * tells although the linker could have made something else of the other one.
 */
final class Doubts {
    private final Board board;
    private final int bodyFrom;
    private final Symbols kernel;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /**
     * Looks at an order.
     *
     * @param bodyFrom the number of the body's first object
     * @param kernel the kernel's symbols
     */
    Doubts(Board board, ObjectOrder order, int bodyFrom, Symbols kernel) {
        this.board = board;
        this.bodyFrom = bodyFrom;
        this.kernel = kernel;
        int[] sequence = order.order();
        List<Set<String>> matters = new ArrayList<>();
        for (int object : sequence) {
            ObjectFile file = board.objects().get(bodyFrom + object);
            boolean absent = !order.isKnown(object) && isAbsent(bodyFrom + object);
            if (absent) {
                reasons.put(file.name(), "puts nothing into the kernel");
            } else if (!order.isKnown(object)) {
                addTwins(bodyFrom + object);
            }
            matters.add(absent ? Set.of() : matters(file));
        }
        int[] earliest = order.earliest();
        int[] latest = order.latest();
        for (int i = 0; i < sequence.length; i++) {
            int object = sequence[i];
            for (int j = earliest[object] + 1; j < latest[object]; j++) {
                if (j != i) {
                    compare(object, matters.get(i), sequence[j], matters.get(j));
                }
            }
        }
    }

    /** Object names, each with the reason why its place in the order is not certain. */
    Map<String, String> reasons() {
        return reasons;
    }

    /** Two objects of which no sequence says which comes first. */
    private void compare(int object, Set<String> matters, int other, Set<String> others) {
        String name = board.objects().get(bodyFrom + object).name();
        if (reasons.containsKey(name)) {
            return;
        }
        for (String matter : matters) {
            if (others.contains(matter)) {
                String than = board.objects().get(bodyFrom + other).name();
                reasons.put(name, "nothing tells its order against " + than + ", and both have " + matter);
                return;
            }
        }
    }

    private void addTwins(int object) {
        ObjectFile file = board.objects().get(object);
        for (int section = 1; section < file.sections().count(); section++) {
            int twin = board.twin(board.pieces().number(object, section));
            if (twin >= 0) {
                String other = board.objects().get(board.object(twin)).name();
                reasons.put(
                        file.name(), "has the same bytes in " + file.sections().name(section) + " as " + other);
            }
        }
    }

    private boolean isAbsent(int object) {
        Sections sections = board.objects().get(object).sections();
        for (int section = 1; section < sections.count(); section++) {
            if (board.isWanted(board.pieces().number(object, section))) {
                return false;
            }
        }
        return true;
    }

    /** What two objects may share so that their order decides something. */
    private Set<String> matters(ObjectFile object) {
        Set<String> matters = new HashSet<>();
        Symbols symbols = object.symbols();
        for (int i = 1; i < symbols.count(); i++) {
            boolean weak = symbols.binding(i) == Elf.STB_WEAK && symbols.section(i) != Symbols.UNDEFINED;
            if (symbols.section(i) == Symbols.COMMON) {
                matters.add("COMMON symbols");
            } else if (weak) {
                matters.add("the weak symbol " + symbols.name(i));
            } else if (symbols.binding(i) == Elf.STB_LOCAL && isInKernel(symbols, i)) {
                matters.add("local symbols in the kernel");
            }
        }
        Sections sections = object.sections();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i) && (sections.flags(i) & Elf.SHF_MERGE) != 0 && sections.size(i) != 0) {
                matters.add("merged " + sections.name(i));
            }
        }
        return matters;
    }

    private boolean isInKernel(Symbols symbols, int i) {
        int found = kernel.find(symbols, i);
        return found > 0 && kernel.binding(found) == Elf.STB_LOCAL;
    }
}
