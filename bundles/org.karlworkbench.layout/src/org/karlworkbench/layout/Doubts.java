package org.karlworkbench.layout;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LinkedBy;
import org.karlworkbench.kit.ObjectFile;

/**
 * What is not certain of a recovered order: objects that put nothing into the kernel, those that merely fit where they
 * lie, and those whose order against others nothing tells. Of two of these last ones the one is in doubt whose order the
 * linker could have made something else of; only where that settles nothing, the one of which less is known. Any two
 * objects that are in no doubt are in the right order.
 */
final class Doubts {
    private static final String LOCALS = "local symbols in the kernel";
    private static final String GLOBALS = "global symbols in the kernel";

    private final Board board;
    private final Precedence precedence;
    private final int[] known;
    private final int bodyFrom;
    private final Symbols kernel;
    private final LinkedBy linker;
    private final Set<String> mergedStems;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /**
     * Looks at an order.
     *
     * @param precedence what is certain of that order
     * @param bodyFrom the number of the body's first object
     * @param linker made the kernel
     */
    Doubts(Board board, ObjectOrder order, Precedence precedence, int bodyFrom, LinkedBy linker)
            throws EngineException {
        this.board = board;
        this.precedence = precedence;
        this.bodyFrom = bodyFrom;
        this.kernel = board.kernel().symbols();
        this.linker = linker;
        mergedStems = mergedStems(board.objects());
        known = precedence.known();
        int[] sequence = order.order();
        Map<String, BitSet> sharers = new LinkedHashMap<>();
        for (int object : sequence) {
            ObjectFile file = board.objects().get(bodyFrom + object);
            boolean absent = !order.isKnown(object) && isAbsent(bodyFrom + object);
            if (absent) {
                reasons.put(file.name(), "puts nothing into the kernel");
            } else if (!order.isKnown(object)) {
                addUntold(bodyFrom + object);
            }
            for (String matter : absent ? Set.<String>of() : matters(file)) {
                sharers.computeIfAbsent(matter, _ -> new BitSet()).set(object);
            }
        }
        sharers.forEach((matter, those) -> compare(those, "both have " + matter));
        BitSet all = new BitSet();
        all.set(0, sequence.length);
        compare(all, "nothing in the kernel depends on it");
    }

    /** Object names, each with the reason why its place in the order is not certain. */
    Map<String, String> reasons() {
        return reasons;
    }

    /**
     * Looks for pairs of which no sequence says which comes first. The one of which less is known is in doubt: what it may
     * stand before or behind can be certain all the same.
     *
     * @param weight what depends on the order of two of them
     */
    private void compare(BitSet sharers, String weight) {
        BitSet sure = (BitSet) sharers.clone();
        sharers.stream().filter(object -> reasons.containsKey(name(object))).forEach(sure::clear);
        int[] loosest = sure.stream()
                .boxed()
                .sorted(Comparator.comparingInt(object -> known[object]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int object : loosest) {
            int other = precedence.unknown(object, sure).nextSetBit(0);
            if (other >= 0) {
                sure.clear(object);
                reasons.put(name(object), "nothing tells its order against " + name(other) + ", and " + weight);
            }
        }
    }

    /** The name of an object of the body. */
    private String name(int object) {
        return board.objects().get(bodyFrom + object).name();
    }

    /** An object of which no piece tells the order. */
    private void addUntold(int object) {
        ObjectFile file = board.objects().get(object);
        for (int section = 1; section < file.sections().count(); section++) {
            int piece = board.pieces().number(object, section);
            String name = file.sections().name(section);
            if (board.twin(piece) >= 0) {
                String other = name(board.object(board.twin(piece)) - bodyFrom);
                reasons.put(file.name(), "has the same bytes in " + name + " as " + other);
            } else if (board.pieces().isLaid(piece)) {
                reasons.putIfAbsent(
                        file.name(), "has too few bytes in " + name + " to tell that it lies where it fits");
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
            } else if (linker != LinkedBy.BUILT_IN) {
                String those = symbols.binding(i) == Elf.STB_LOCAL ? LOCALS : GLOBALS;
                if (!matters.contains(those) && isInKernel(symbols, i)) {
                    matters.add(those);
                }
            }
        }
        Sections sections = object.sections();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i) && sections.size(i) != 0) {
                addSection(matters, sections, i);
            }
        }
        return matters;
    }

    /** Strings and constants share a pool; those of the built-in linker stand among whole sections. */
    private void addSection(Set<String> matters, Sections sections, int i) {
        String stem = OrderEvidence.stem(sections.name(i));
        if (linker == LinkedBy.BUILT_IN && mergedStems.contains(stem)) {
            matters.add("something in " + stem);
        } else if ((sections.flags(i) & Elf.SHF_MERGE) != 0) {
            matters.add("merged " + sections.name(i));
        }
    }

    private static Set<String> mergedStems(List<ObjectFile> objects) {
        Set<String> stems = new HashSet<>();
        for (ObjectFile object : objects) {
            Sections sections = object.sections();
            for (int i = 1; i < sections.count(); i++) {
                if (sections.isAllocated(i) && (sections.flags(i) & Elf.SHF_MERGE) != 0) {
                    stems.add(OrderEvidence.stem(sections.name(i)));
                }
            }
        }
        return stems;
    }

    /** Whether a symbol stands in the kernel's table. GNU ld orders global ones by hashes and as it met them. */
    private boolean isInKernel(Symbols symbols, int i) {
        int found = kernel.find(symbols, i);
        return found > 0 && (symbols.binding(i) != Elf.STB_LOCAL || kernel.binding(found) == Elf.STB_LOCAL);
    }
}
