package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Assertion;
import org.karlworkbench.linker.script.Assignment;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.Content;
import org.karlworkbench.linker.script.OutputSection;
import org.karlworkbench.linker.script.SectionsCommand;

/** Goes through a script once and puts everything where it says (GNU ld manual, "SECTIONS Command"). */
final class ScriptRun {
    private final Template template;
    private final LinkOrder order;
    private final Placement placement;
    private final long[] aligns;
    private final long page;
    private final Outputs outputs;
    private final Pieces pieces;
    private final ScriptScope here;
    private final Evaluator evaluator;
    private final Regions regions;
    private final List<Assertion> assertions = new ArrayList<>();
    private final boolean wide;
    private long loadDistance;
    private String region;
    private List<String> headers = List.of();
    private long threadZeros;
    private int pending = Names.NONE;
    private boolean begun;

    ScriptRun(Template template, LinkOrder order, Placement placement, long[] aligns, long page) {
        this.template = template;
        this.order = order;
        this.placement = placement;
        this.aligns = aligns;
        this.page = page;
        outputs = template.outputs();
        pieces = template.pieces();
        wide = template.machine().word() == Long.BYTES;
        here = new ScriptScope(template, placement);
        evaluator = new Evaluator(here);
        regions = new Regions(here, evaluator);
        here.regions(regions);
        placement.order.clear();
        placement.headers.clear();
        placement.data.clear();
        Arrays.fill(placement.placed, false);
    }

    /** Whether something was asked for before it was known, so that another run may give other addresses. */
    boolean looksAhead() {
        return here.looksAhead();
    }

    void run() throws EngineException {
        for (Command command : template.script().commands()) {
            switch (command) {
                case Assignment assignment -> assign(assignment);
                case Assertion assertion -> assertions.add(assertion);
                case Command.Memory memory -> memory.regions().forEach(regions::add);
                case Command.Sections sections -> {
                    for (SectionsCommand each : sections.commands()) {
                        run(each);
                    }
                    orphans();
                }
                case Command.Entry _, Command.Format _, Command.Machine _, Command.Headers _ -> {}
            }
        }
        if (pending == Names.NONE) { // a script without sections
            begun = true;
            orphans();
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
            long before = here.dot;
            begin(orphan, align(orphan, 1));
            statement(outputs.get(orphan).statements().getFirst(), 1);
            end(orphan, here.dot, before);
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
        here.line = section.line();
        int output =
                section.isDiscard() ? Names.NONE : template.read().statements().number(section);
        if (!section.headers().isEmpty()) {
            headers = section.headers();
        }
        if (output == Names.NONE || !outputs.isLive(output)) {
            return;
        }
        long before = here.dot;
        long least = section.align() == null ? 1 : power(evaluator.number(section.align()));
        if (section.region() != null) {
            here.dot = regions.next(section.region());
        }
        boolean text = section.name().equals(".text") && template.settings().textBase() != null;
        if (text) {
            here.dot = template.settings().textBase();
        } else if (section.address() != null) {
            here.dot = evaluator.number(section.address());
        }
        boolean given = text || section.address() != null;
        begin(output, given ? 1 : align(output, least));
        placement.align[output] = align(output, least);
        load(section, output);
        here.inside = true;
        for (Content content : section.contents()) {
            content(content, section.subalign() == null ? 0 : power(evaluator.number(section.subalign())));
        }
        here.inside = false;
        here.line = section.line();
        end(output, here.dot, before);
        regions.leave(section, here.dot, here.dot + loadDistance);
    }

    private long power(long align) throws EngineException {
        if (align < 0 || Long.bitCount(align) > 1) {
            throw here.bad("0x" + Long.toHexString(align) + " is no power of two to align to");
        }
        return Math.max(1, align);
    }

    private void begin(int output, long align) throws EngineException {
        boolean thread = outputs.isThreadLocal(output) && outputs.isNoBits(output);
        here.dot = up(here.dot + (thread ? threadZeros : 0), align);
        here.current = output;
        placement.align[output] = align;
        placement.address[output] = here.dot;
        placement.placed[output] = true;
        placement.load[output] = here.dot + loadDistance;
        placement.order.add(output);
        placement.headers.add(headers);
    }

    /** Zeros of thread-local data take no room in the address space, only in each thread's copy. */
    private void end(int output, long to, long before) throws EngineException {
        placement.extent[output] = to - placement.address[output];
        here.require(Long.compareUnsigned(to, placement.address[output]) >= 0, "the section ends before it begins");
        here.require(
                wide || to >>> Integer.SIZE == 0 || to == 1L << Integer.SIZE, "the section ends behind all addresses");
        if (outputs.isThreadLocal(output) && outputs.isNoBits(output)) {
            threadZeros = to - before;
            here.dot = before;
        } else {
            threadZeros = 0;
        }
        pending = output;
        begun = true;
    }

    private void load(OutputSection section, int output) throws EngineException {
        if (section.loadAddress() != null) {
            loadDistance = evaluator.number(section.loadAddress()) - here.dot;
        } else if (section.loadRegion() != null) {
            loadDistance = regions.next(section.loadRegion()) - here.dot;
        } else if (!Objects.equals(section.region(), region)) {
            loadDistance = 0;
        }
        region = section.region();
        placement.load[output] = here.dot + loadDistance;
    }

    private void content(Content content, long subalign) throws EngineException {
        switch (content) {
            case Assignment assignment -> assign(assignment);
            case Assertion assertion -> assertions.add(assertion);
            case Content.Input input -> statement(template.read().statements().number(input), subalign);
            case Content.Data datum -> {
                here.line = datum.line();
                placement.data.add(
                        new Placement.Datum(here.current, here.dot, datum.bytes(), evaluator.number(datum.value())));
                here.dot += datum.bytes();
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
            long at = here.dot + align - 1 & -align;
            placement.base[piece] = at;
            here.dot = at + placement.size[piece];
        }
        here.require(
                wide || here.dot >>> Integer.SIZE == 0 || here.dot == 1L << Integer.SIZE,
                "the addresses do not suffice");
    }

    private long up(long address, long align) throws EngineException {
        long aligned = address + align - 1 & -align;
        here.require(aligned == address || Long.compareUnsigned(aligned, address) > 0, "the addresses do not suffice");
        return aligned;
    }

    private void assign(Assignment assignment) throws EngineException {
        here.line = assignment.line();
        if (!assignment.isDot()) {
            assignSymbol(assignment);
            return;
        }
        Value value = evaluator.of(assignment.value());
        if (here.inside) {
            here.require(
                    !value.isAbsolute() || value.number() == here.dot,
                    "a number as the location counter in a section means different things to different linkers");
            here.require(Long.compareUnsigned(value.number(), here.dot) >= 0, "the location counter moves backwards");
        }
        here.dot = value.number();
    }

    private void assignSymbol(Assignment assignment) throws EngineException {
        int name = template.binding().names().find(assignment.name());
        boolean wanted = name != Names.NONE && template.binding().how(name) == Binding.How.SCRIPT;
        if (wanted || !assignment.visibility().onDemand()) {
            Value value = evaluator.of(assignment.value());
            here.assign(assignment.name(), value);
        }
    }

    /** Checks what the script asserts, when everything has its place. */
    void assertAll() throws EngineException {
        for (Assertion assertion : assertions) {
            here.line = assertion.line();
            if (evaluator.number(assertion.expression()) == 0) {
                throw new EngineException(
                        "script-assert",
                        template.script().name(),
                        "line " + here.line,
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
                here.line = 0;
                throw here.bad("the sections " + outputs.get(one).name() + " and "
                        + outputs.get(all.get(i)).name() + " overlap");
            }
        }
    }
}
