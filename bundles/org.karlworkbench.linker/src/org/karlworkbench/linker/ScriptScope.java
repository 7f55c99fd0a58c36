package org.karlworkbench.linker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/** Where in a script a run is, and what its expressions know there: symbols, sections, regions. */
final class ScriptScope implements Evaluator.Scope {
    /** The location counter. */
    long dot;

    /** The output section in which the run is, or which it left last; {@link Value#ABSOLUTE} before the first. */
    int current = Value.ABSOLUTE;

    /** Whether the run is in a section's description. */
    boolean inside;

    /** The line of the script, for messages; 0 for none. */
    int line;

    private final Template template;
    private final Placement placement;
    private final Outputs outputs;
    private final Pieces pieces;
    private final Map<String, Value> known;
    private final Set<String> assigned = new HashSet<>();
    private Regions regions;
    private boolean ahead;

    /** The beginning of a script; symbols have the values that the run before gave them. */
    ScriptScope(Template template, Placement placement) {
        this.template = template;
        this.placement = placement;
        outputs = template.outputs();
        pieces = template.pieces();
        known = new HashMap<>(placement.symbols);
    }

    /** Says which memory regions there are. */
    void regions(Regions all) {
        regions = all;
    }

    /** Whether something was asked for before it was known, so that another run may give other addresses. */
    boolean looksAhead() {
        return ahead;
    }

    /** Sets a symbol. */
    void assign(String name, Value value) {
        placement.symbols.put(name, value);
        known.put(name, value);
        assigned.add(name);
    }

    /** Refuses the script when something does not hold. */
    void require(boolean holds, String problem) throws EngineException {
        if (!holds) {
            throw bad(problem);
        }
    }

    @Override
    public Value dot() {
        return new Value(dot, current);
    }

    @Override
    public Value symbol(String name) throws EngineException {
        Value value = known.get(name);
        if (value != null) {
            ahead |= !assigned.contains(name);
            return value;
        }
        int number = template.binding().names().find(name);
        Binding.How how = number == Names.NONE
                ? Binding.How.UNDEFINED
                : template.binding().how(number);
        if (how == Binding.How.UNDEFINED) {
            throw bad("the symbol " + name + " is not defined");
        }
        ahead = true;
        if (how == Binding.How.FIXED) {
            return ofObject(number);
        }
        int slot = template.pieces().count() + ~template.binding().target(number);
        return Value.of(placement.base[slot]);
    }

    private Value ofObject(int name) {
        Names.Definition chosen = template.binding().chosen(name);
        if (chosen.piece() == Names.ABSOLUTE) {
            return Value.of(chosen.offset());
        }
        int output = template.read().statements().output(pieces.statement(chosen.piece()));
        return new Value(placement.base[chosen.piece()] + chosen.offset(), output);
    }

    @Override
    public boolean isDefined(String name) {
        int number = template.binding().names().find(name);
        boolean byObject = number != Names.NONE
                && switch (template.binding().how(number)) {
                    case FIXED, DRAWN, ENDBOOT -> true;
                    default -> false;
                };
        return byObject || assigned.contains(name);
    }

    @Override
    public Value about(String function, String name) throws EngineException {
        if (function.equals("ORIGIN") || function.equals("LENGTH")) {
            long origin = regions.origin(name);
            return Value.of(function.equals("ORIGIN") ? origin : regions.length(name));
        }
        int output = outputs.find(name);
        if (output != Names.NONE) {
            ahead |= !placement.placed[output] || output == current && inside && function.equals("SIZEOF");
            return switch (function) {
                case "ADDR" -> new Value(placement.address[output], output);
                case "LOADADDR" -> Value.of(placement.load[output]);
                case "SIZEOF" -> Value.of(placement.extent[output]);
                case "ALIGNOF" -> Value.of(placement.align[output]);
                default -> throw bad("the function " + function + " is unknown");
            };
        }
        if (function.equals("SIZEOF")) {
            return Value.of(0);
        }
        throw bad("there is no section " + name);
    }

    @Override
    public long constant(String name) throws EngineException {
        return switch (name) {
            case "MAXPAGESIZE", "COMMONPAGESIZE" -> template.machine().maxPage();
            default -> throw bad("the constant " + name + " is unknown");
        };
    }

    @Override
    public long headers() {
        return Segments.headerSize(template);
    }

    @Override
    public EngineException bad(String problem) {
        return new EngineException(
                "bad-script",
                template.script().name(),
                line == 0 ? null : "line " + line,
                problem,
                "correct the script, or link it with lld or ld");
    }
}
