package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Assertion;
import org.karlworkbench.linker.script.Assignment;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.Content;
import org.karlworkbench.linker.script.MemoryRegion;
import org.karlworkbench.linker.script.OutputSection;
import org.karlworkbench.linker.script.SectionsCommand;

/** Goes through a script once and puts everything where it says (GNU ld manual, "SECTIONS Command"). */
final class ScriptRun implements Evaluator.Scope {
    private static final int HEADER_64 = 64;
    private static final int HEADER_32 = 52;
    private static final int SEGMENT_64 = 56;
    private static final int SEGMENT_32 = 32;

    private final Template template;
    private final LinkOrder order;
    private final Placement placement;
    private final long[] aligns;
    private final long page;
    private final Outputs outputs;
    private final Pieces pieces;
    private final Evaluator evaluator = new Evaluator(this);
    private final Map<String, Value> known;
    private final Set<String> assigned = new HashSet<>();
    private final Map<String, MemoryRegion> regions = new HashMap<>();
    private final Map<String, Long> used = new HashMap<>();
    private final List<Assertion> assertions = new ArrayList<>();
    private final boolean wide;
    private long dot;
    private int current = Value.ABSOLUTE;
    private boolean inside;
    private long loadDistance;
    private String region;
    private List<String> headers = List.of();
    private long threadZeros;
    private int pending = Names.NONE;
    private boolean begun;
    private int line;
    private boolean ahead;

    ScriptRun(Template template, LinkOrder order, Placement placement, long[] aligns, long page) {
        this.template = template;
        this.order = order;
        this.placement = placement;
        this.aligns = aligns;
        this.page = page;
        outputs = template.outputs();
        pieces = template.pieces();
        wide = template.machine().word() == Long.BYTES;
        known = new HashMap<>(placement.symbols);
        placement.order.clear();
        placement.headers.clear();
        placement.data.clear();
        Arrays.fill(placement.placed, false);
    }

    /** Whether something was asked for before it was known, so that another run may give other addresses. */
    boolean looksAhead() {
        return ahead;
    }

    void run() throws EngineException {
        for (Command command : template.script().commands()) {
            switch (command) {
                case Assignment assignment -> assign(assignment);
                case Assertion assertion -> assertions.add(assertion);
                case Command.Memory memory -> memory.regions().forEach(each -> regions.put(each.name(), each));
                case Command.Sections sections -> {
                    for (SectionsCommand each : sections.commands()) {
                        run(each);
                    }
                    orphans();
                }
                case Command.Entry _, Command.Format _, Command.Machine _, Command.Headers _ -> {}
            }
        }
        requireApart();
    }

    private void run(SectionsCommand command) throws EngineException {
        switch (command) {
            case Assertion assertion -> assertions.add(assertion);
            case Assignment assignment -> {
                if (assignment.isDot()) {
                    orphans();
                }
                assign(assignment);
            }
            case OutputSection section -> {
                orphans();
                place(section);
            }
        }
    }

    /** Orphans stand behind the section that is like them, and behind the symbols that are set at its end. */
    private void orphans() throws EngineException {
        if (!begun) {
            return;
        }
        begun = false;
        for (int orphan : outputs.orphansAfter(pending)) {
            begin(orphan, align(orphan, 1));
            statement(outputs.get(orphan).statements().getFirst(), 1);
            end(orphan, dot, 0);
        }
    }

    private long align(int output, long least) {
        long align = Math.max(least, aligns[output]);
        int gapText = template.read().gap()[0];
        boolean holdsGap =
                pieces.isPlaced(gapText) && template.read().statements().output(pieces.statement(gapText)) == output;
        return holdsGap ? Math.max(align, page) : align;
    }

    private void place(OutputSection section) throws EngineException {
        line = section.line();
        int output =
                section.isDiscard() ? Names.NONE : template.read().statements().number(section);
        if (!section.headers().isEmpty()) {
            headers = section.headers();
        }
        if (output == Names.NONE || !outputs.isLive(output)) {
            return;
        }
        long before = dot;
        long least = section.align() == null ? 1 : power(evaluator.number(section.align()));
        enterRegion(section);
        boolean text = section.name().equals(".text") && template.settings().textBase() != null;
        if (text) {
            dot = template.settings().textBase();
        } else if (section.address() != null) {
            dot = evaluator.number(section.address());
        }
        boolean given = text || section.address() != null;
        begin(output, given ? 1 : align(output, least));
        placement.align[output] = align(output, least);
        load(section, output);
        inside = true;
        for (Content content : section.contents()) {
            content(content, section.subalign() == null ? 0 : power(evaluator.number(section.subalign())));
        }
        inside = false;
        line = section.line();
        end(output, dot, before);
        leaveRegion(section);
    }

    private long power(long align) throws EngineException {
        if (align < 0 || Long.bitCount(align) > 1) {
            throw bad("0x" + Long.toHexString(align) + " is no power of two to align to");
        }
        return Math.max(1, align);
    }

    private void begin(int output, long align) throws EngineException {
        boolean thread = outputs.isThreadLocal(output) && outputs.isNoBits(output);
        dot = up(dot + (thread ? threadZeros : 0), align);
        current = output;
        placement.align[output] = align;
        placement.address[output] = dot;
        placement.placed[output] = true;
        placement.load[output] = dot + loadDistance;
        placement.order.add(output);
        placement.headers.add(headers);
    }

    /** Zeros of thread-local data take no room in the address space, only in each thread's copy. */
    private void end(int output, long to, long before) throws EngineException {
        placement.extent[output] = to - placement.address[output];
        require(Long.compareUnsigned(to, placement.address[output]) >= 0, "the section ends before it begins");
        require(wide || to >>> Integer.SIZE == 0 || to == 1L << Integer.SIZE, "the section ends behind all addresses");
        if (outputs.isThreadLocal(output) && outputs.isNoBits(output)) {
            threadZeros = to - before;
            dot = before;
        } else {
            threadZeros = 0;
        }
        pending = output;
        begun = true;
    }

    private void load(OutputSection section, int output) throws EngineException {
        if (section.loadAddress() != null) {
            loadDistance = evaluator.number(section.loadAddress()) - dot;
        } else if (section.loadRegion() != null) {
            long at = used.computeIfAbsent(section.loadRegion(), _ -> 0L);
            loadDistance = origin(section.loadRegion()) + at - dot;
        } else if (!Objects.equals(section.region(), region)) {
            loadDistance = 0;
        }
        region = section.region();
        placement.load[output] = dot + loadDistance;
    }

    private void enterRegion(OutputSection section) throws EngineException {
        if (section.region() != null) {
            dot = origin(section.region()) + used.getOrDefault(section.region(), 0L);
        }
    }

    private void leaveRegion(OutputSection section) throws EngineException {
        for (String name : new String[] {section.region(), section.loadRegion()}) {
            if (name != null) {
                long origin = origin(name);
                long end = name.equals(section.region()) ? dot : dot + loadDistance;
                long length = evaluator.number(regions.get(name).length());
                require(Long.compareUnsigned(end - origin, length) <= 0, "the memory region " + name + " is full");
                used.put(name, end - origin);
            }
        }
    }

    private long origin(String name) throws EngineException {
        MemoryRegion found = regions.get(name);
        if (found == null) {
            throw bad("there is no memory region " + name);
        }
        return evaluator.number(found.origin());
    }

    private void content(Content content, long subalign) throws EngineException {
        switch (content) {
            case Assignment assignment -> assign(assignment);
            case Assertion assertion -> assertions.add(assertion);
            case Content.Input input -> statement(template.read().statements().number(input), subalign);
            case Content.Data datum -> {
                line = datum.line();
                placement.data.add(new Placement.Datum(current, dot, datum.bytes(), evaluator.number(datum.value())));
                dot += datum.bytes();
            }
            case Content.Filling _ -> {} // the writer asks for it
        }
    }

    private void statement(int statement, long subalign) throws EngineException {
        int end = placement.ends[statement];
        int gapText = template.read().gap()[0];
        for (int i = order.first(statement); i < end; i++) {
            int piece = placement.sorted[i];
            long align = subalign > 1 ? subalign : piece == gapText ? page : pieces.align(piece);
            long at = dot + align - 1 & -align;
            placement.base[piece] = at;
            dot = at + placement.size[piece];
        }
        require(wide || dot >>> Integer.SIZE == 0 || dot == 1L << Integer.SIZE, "the addresses do not suffice");
    }

    private long up(long address, long align) throws EngineException {
        long aligned = address + align - 1 & -align;
        require(aligned == address || Long.compareUnsigned(aligned, address) > 0, "the addresses do not suffice");
        return aligned;
    }

    private void assign(Assignment assignment) throws EngineException {
        line = assignment.line();
        if (!assignment.isDot()) {
            assignSymbol(assignment);
            return;
        }
        Value value = evaluator.of(assignment.value());
        if (inside) {
            require(
                    !value.isAbsolute() || value.number() == dot,
                    "a number as the location counter in a section means different things to different linkers");
            require(Long.compareUnsigned(value.number(), dot) >= 0, "the location counter moves backwards");
        }
        dot = value.number();
    }

    private void assignSymbol(Assignment assignment) throws EngineException {
        int name = template.binding().names().find(assignment.name());
        boolean wanted = name != Names.NONE && template.binding().how(name) == Binding.How.SCRIPT;
        if (wanted || !assignment.visibility().onDemand()) {
            Value value = evaluator.of(assignment.value());
            placement.symbols.put(assignment.name(), value);
            known.put(assignment.name(), value);
            assigned.add(assignment.name());
        }
    }

    /** Checks what the script asserts, when everything has its place. */
    void assertAll() throws EngineException {
        for (Assertion assertion : assertions) {
            line = assertion.line();
            if (evaluator.number(assertion.expression()) == 0) {
                throw new EngineException(
                        "script-assert",
                        template.script().name(),
                        "line " + line,
                        assertion.message(),
                        "the script asserts it; change the kit or the recipe");
            }
        }
    }

    private void requireApart() throws EngineException {
        List<Integer> all = placement.order.stream()
                .filter(output -> placement.extent[output] > 0)
                .filter(output -> !outputs.isThreadLocal(output) || !outputs.isNoBits(output))
                .sorted((a, b) -> Long.compareUnsigned(placement.address[a], placement.address[b]))
                .toList();
        for (int i = 1; i < all.size(); i++) {
            int one = all.get(i - 1);
            long end = placement.address[one] + placement.extent[one];
            boolean apart = Long.compareUnsigned(end, placement.address[all.get(i)]) <= 0
                    && Long.compareUnsigned(end, placement.address[one]) > 0;
            if (!apart) {
                line = 0;
                throw bad("the sections " + outputs.get(one).name() + " and "
                        + outputs.get(all.get(i)).name() + " overlap");
            }
        }
    }

    private void require(boolean holds, String problem) throws EngineException {
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
            long origin = origin(name);
            return Value.of(
                    function.equals("ORIGIN")
                            ? origin
                            : evaluator.number(regions.get(name).length()));
        }
        for (int output = 0; output < outputs.count(); output++) {
            if (outputs.get(output).name().equals(name)) {
                ahead |= !placement.placed[output] || output == current && inside && function.equals("SIZEOF");
                return switch (function) {
                    case "ADDR" -> new Value(placement.address[output], output);
                    case "LOADADDR" -> Value.of(placement.load[output]);
                    case "SIZEOF" -> Value.of(placement.extent[output]);
                    case "ALIGNOF" -> Value.of(placement.align[output]);
                    default -> throw bad("the function " + function + " is unknown");
                };
            }
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
        int count = Segments.count(template);
        return wide ? HEADER_64 + (long) count * SEGMENT_64 : HEADER_32 + (long) count * SEGMENT_32;
    }

    @Override
    public EngineException bad(String problem) {
        return new EngineException(
                "bad-script",
                template.script().name(),
                line == 0 ? null : "line " + line,
                problem,
                "correct the script, or link it with lld or ld (--linker)");
    }
}
