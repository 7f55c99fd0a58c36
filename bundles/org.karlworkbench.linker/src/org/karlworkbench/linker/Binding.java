package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.linker.script.Assignment;

/**
 * Which definition each name means (gABI, "Symbol Table"): a strong one before a COMMON one before weak ones, and of equals
 * the first in link order. Where that is the same in all orders it is bound once; the others, and what the script or the
 * linker defines, get a slot that each draw fills.
 */
final class Binding {
    private static final String START = "__start_";
    private static final String STOP = "__stop_";
    private static final int MOST_TOLD = 12;

    /** How a name is bound. */
    enum How {
        /** To one place in one piece. */
        FIXED,
        /** By each draw. */
        DRAWN,
        /** By the script. */
        SCRIPT,
        /** To the gap's {@code endboot}. */
        ENDBOOT,
        /** To the beginning of the output section in its name ({@code __start_NAME}). */
        START_OF,
        /** To the end of the output section in its name ({@code __stop_NAME}). */
        STOP_OF,
        /** By the linker: the global offset table, the ELF header. */
        LINKER,
        /** To nothing. */
        UNDEFINED
    }

    private final Names names;
    private final Set<String> asked;
    private final How[] how;
    private final int[] target;
    private final long[] offset;
    private final byte[] type;
    private final Names.Definition[] chosen;

    private Binding(Names names, Set<String> asked) {
        this.names = names;
        this.asked = asked;
        how = new How[names.count()];
        target = new int[names.count()];
        offset = new long[names.count()];
        type = new byte[names.count()];
        chosen = new Names.Definition[names.count()];
    }

    /**
     * Binds all names.
     *
     * @param read the objects
     * @param scripted the names that the script assigns: always, or where something asks for them and nothing defines them
     * @param asked the names for which the script itself asks
     * @param anchors gets a slot for each name that a draw has to settle
     * @throws EngineException with code {@code duplicate-symbols} when two objects define a name, with all of them
     */
    static Binding of(
            KitReader read, Map<String, Boolean> scripted, Set<String> asked, Anchors anchors, Settings settings)
            throws EngineException {
        Names names = read.names();
        Boolean[] assigned = new Boolean[names.count() + scripted.size()]; // by name; null where the script does not
        scripted.forEach((name, onDemand) -> {
            if (!onDemand || asked.contains(name) || names.find(name) != Names.NONE) {
                assigned[names.number(name)] = onDemand;
            }
        });
        Binding binding = new Binding(names, asked);
        BitSet contested = read.contestedPieces();
        List<String> duplicates = new ArrayList<>();
        Set<String> outputs = new HashSet<>();
        read.statements().outputs().forEach(output -> outputs.add(output.name()));
        for (int name = 0; name < names.count(); name++) {
            binding.bind(name, assigned[name], outputs, contested, read.pieces());
            if (binding.how[name] == How.DRAWN && !settings.allowsDuplicates()) {
                binding.duplicates(name, contested, read, duplicates);
            }
            if (binding.how[name] != How.FIXED && binding.how[name] != How.UNDEFINED) {
                binding.target[name] = anchors.of(name);
            }
        }
        if (!duplicates.isEmpty()) {
            throw new EngineException(
                    "duplicate-symbols",
                    null,
                    null,
                    told(duplicates),
                    "define each once, or link with --allow-multiple-definition");
        }
        return binding;
    }

    /** As many lines as people read. */
    static String told(List<String> lines) {
        String first = String.join("; ", lines.subList(0, Math.min(MOST_TOLD, lines.size())));
        return lines.size() <= MOST_TOLD ? first : first + "; and " + (lines.size() - MOST_TOLD) + " more";
    }

    private void bind(int name, Boolean onDemand, Set<String> outputs, BitSet contested, Pieces pieces) {
        Names.Definition only = names.only(name);
        if (Boolean.FALSE.equals(onDemand)) {
            how[name] = How.SCRIPT;
        } else if (only != null && isPlaced(only, pieces) && !isContested(only, contested)) {
            fix(name, only);
        } else {
            List<Names.Definition> placed = names.definitions(name).stream()
                    .filter(each -> isPlaced(each, pieces))
                    .toList();
            if (placed.isEmpty()) {
                bindUndefined(name, onDemand, outputs);
            } else {
                bindTo(name, placed, contested);
            }
        }
    }

    private static boolean isPlaced(Names.Definition definition, Pieces pieces) {
        return definition.piece() == Names.ABSOLUTE || pieces.isPlaced(definition.piece());
    }

    private static boolean isContested(Names.Definition definition, BitSet contested) {
        return definition.piece() >= 0 && contested.get(definition.piece());
    }

    private void bindUndefined(int name, Boolean onDemand, Set<String> outputs) {
        String word = names.name(name);
        if (word.equals(GapObject.ENDBOOT)) {
            how[name] = How.ENDBOOT;
        } else if (onDemand != null && (names.asker(name) != Names.NONE || asked.contains(word))) {
            how[name] = How.SCRIPT;
        } else if (word.startsWith(START) && outputs.contains(word.substring(START.length()))) {
            how[name] = How.START_OF;
        } else if (word.startsWith(STOP) && outputs.contains(word.substring(STOP.length()))) {
            how[name] = How.STOP_OF;
        } else {
            how[name] = MadePieces.defines(word) ? How.LINKER : How.UNDEFINED;
        }
    }

    private void bindTo(int name, List<Names.Definition> definitions, BitSet contested) {
        int best =
                definitions.stream().mapToInt(Names.Definition::strength).max().orElseThrow();
        List<Names.Definition> strongest =
                definitions.stream().filter(each -> each.strength() == best).toList();
        boolean open = strongest.stream().anyMatch(each -> isContested(each, contested));
        if (strongest.size() > 1 || open) {
            how[name] = How.DRAWN;
        } else {
            fix(name, strongest.getFirst());
        }
    }

    private void fix(int name, Names.Definition definition) {
        how[name] = How.FIXED;
        chosen[name] = definition;
        target[name] = definition.piece() == Names.ABSOLUTE ? Anchors.ZERO : definition.piece();
        offset[name] = definition.offset();
        type[name] = definition.type();
    }

    private void duplicates(int name, BitSet contested, KitReader read, List<String> found) {
        List<String> definers = names.definitions(name).stream()
                .filter(each -> each.strength() == Names.STRONG && !isContested(each, contested))
                .map(each -> read.objects().get(each.object()).name())
                .toList();
        if (definers.size() > 1) {
            found.add("several objects define " + names.name(name) + ": " + String.join(", ", definers));
        }
    }

    /** Whether every name means the same in all orders. */
    boolean isSettled() {
        return Arrays.stream(how).noneMatch(How.DRAWN::equals);
    }

    /** How a name is bound. */
    How how(int name) {
        return how[name];
    }

    /** The piece or slot that fields for a name are relative to; without a meaning for {@link How#UNDEFINED}. */
    int target(int name) {
        return target[name];
    }

    /** The distance from there. */
    long offset(int name) {
        return offset[name];
    }

    /** STT_* of a name that is {@link How#FIXED}. */
    int type(int name) {
        return type[name];
    }

    /** The definition of a name that is {@link How#FIXED}, else null. */
    Names.Definition chosen(int name) {
        return chosen[name];
    }

    /**
     * The definition that a drawn name means in one draw.
     *
     * @param rank the place of each object in the link order
     * @param excluded whether a piece is not in this kernel
     * @return null if none of its definitions is in this kernel
     */
    Names.Definition drawn(int name, int[] rank, boolean[] excluded) {
        Names.Definition best = null;
        for (Names.Definition each : names.definitions(name)) {
            boolean there = each.piece() == Names.ABSOLUTE || !excluded[each.piece()];
            boolean better = best == null
                    || each.strength() > best.strength()
                    || each.strength() == best.strength() && rank[each.object()] < rank[best.object()];
            if (there && better) {
                best = each;
            }
        }
        return best;
    }

    /** The output section in the name of {@link How#START_OF} and {@link How#STOP_OF}. */
    String section(int name) {
        String word = names.name(name);
        return word.substring(how[name] == How.START_OF ? START.length() : STOP.length());
    }

    Names names() {
        return names;
    }

    /** What the script assigns, with whether only on demand; the last assignment of a name that is not on demand counts. */
    static Map<String, Boolean> scripted(List<Assignment> assignments) {
        Map<String, Boolean> names = new HashMap<>();
        assignments.stream()
                .filter(each -> !each.isDot())
                .forEach(each -> names.merge(each.name(), each.visibility().onDemand(), (a, b) -> a && b));
        return names;
    }
}
