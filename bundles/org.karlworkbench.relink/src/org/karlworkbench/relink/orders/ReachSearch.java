package org.karlworkbench.relink.orders;

import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.relink.orders.Definitions.Definition;

/**
 * Looks for the relocation of each kind that comes nearest to its limit. Inside one input section a distance is fixed;
 * between pieces of one output section it is at most that section's size, and between two what they span, both as large as
 * they can become.
 */
final class ReachSearch {
    /** Three types are packed on MIPS with 64 bits, of which only the first can have a limit. */
    private static final int FIRST_TYPE = 0xff;

    private final Orders orders;
    private final Trial trial;
    private final Image image;
    private final ReachKinds kinds;
    private final Map<ReachKind, Reach> nearest;
    private final Span pointer;
    private final Span got;

    /** From the first to the last address that something can have. */
    private record Span(long low, long high) {
        Span plus(long distance) {
            return new Span(low + distance, high + distance);
        }
    }

    /**
     * A search in one link.
     *
     * @param nearest takes what is found; may hold something already
     */
    ReachSearch(Orders orders, Trial trial, ReachKinds kinds, Map<ReachKind, Reach> nearest) {
        this.orders = orders;
        this.trial = trial;
        this.image = trial.image();
        this.kinds = kinds;
        this.nearest = nearest;
        this.got = span(trial.output(trial.first(".got")));
        this.pointer = pointer();
    }

    private Span pointer() {
        Span symbol = ofKernel(kinds.pointer().symbol());
        int row = trial.first(kinds.pointer().section());
        if (symbol != null || row < 0) {
            return symbol;
        }
        int output = trial.output(row);
        long shift = image.start(output) - trial.link().sections().address(output);
        long start = trial.places().address(row) + shift + kinds.pointer().offset();
        return new Span(start, start);
    }

    /** Goes through one object. */
    void search(ObjectFile object) throws EngineException {
        boolean packed =
                object.header().machine() == Elf.EM_MIPS && object.header().is64();
        References.of(object, (table, i) -> {
            ReachKind kind = kinds.find(packed ? table.type(i) & FIRST_TYPE : table.type(i));
            int output = kind == null ? -1 : trial.output(object, table.target());
            if (output > 0) {
                relocation(object, table, i, kind, output);
            }
        });
    }

    private void relocation(ObjectFile object, Relocations table, int i, ReachKind kind, int output)
            throws EngineException {
        Definition definition = orders.definitions().of(object, table.symbol(i));
        boolean inside = definition != null
                && definition.object() == object
                && definition.section() == table.target()
                && kind.from() == ReachKind.From.PC;
        long addend = addend(object, table, i, kind);
        if (inside) {
            long distance = object.symbols().value(definition.symbol()) + addend - table.offset(i);
            note(object, table, i, kind, margin(kind, new Span(distance, distance)), false);
            return;
        }
        Span target =
                kind.from() == ReachKind.From.GOT && got != null ? got : target(object, table, i, definition, addend);
        Long margin = target == null ? null : margin(kind, span(output), target);
        if (margin != null) {
            note(object, table, i, kind, margin, true);
        }
    }

    private void note(ObjectFile object, Relocations table, int i, ReachKind kind, long margin, boolean varies) {
        Reach known = nearest.get(kind);
        if (known == null || known.yieldsTo(margin, varies)) {
            Symbols symbols = object.symbols();
            int symbol = table.symbol(i);
            String name = symbols.type(symbol) == Elf.STT_SECTION && symbols.isInSection(symbol)
                    ? object.sections().name(symbols.section(symbol))
                    : symbols.name(symbol);
            nearest.put(kind, new Reach(kind, margin, varies, object.name(), name));
        }
    }

    /** What is left of a kind's reach from a field to a target; null where nothing tells where it counts from. */
    private Long margin(ReachKind kind, Span field, Span target) {
        return switch (kind.from()) {
            case PC, GOT -> margin(kind, distance(field, target));
            case GP -> pointer == null ? null : (Long) upwards(kind, distance(pointer, target));
            case ABS -> upwards(kind, target);
            case REGION -> region(kind, field, target);
        };
    }

    /** From one to another; addresses of 32 bits wrap around. */
    private Span distance(Span from, Span to) {
        long low = to.low() - from.high();
        long shorter = orders.kit().architecture().bits() == Integer.SIZE ? (int) low : low;
        return new Span(shorter, shorter + to.high() - from.low() - low);
    }

    private static long margin(ReachKind kind, Span distance) {
        return Math.min(distance.low() - kind.least(), kind.most() - distance.high());
    }

    /** From a place that stays, nothing moves down: only the upper end can come nearer to its limit. */
    private static long upwards(ReachKind kind, Span distance) {
        return distance.low() < kind.least() ? distance.low() - kind.least() : kind.most() - distance.high();
    }

    private static long region(ReachKind kind, Span field, Span target) {
        long low = Math.min(field.low(), target.low());
        long high = Math.max(field.high(), target.high());
        long last = low | kind.most() + kind.unit() - 1;
        return last - high;
    }

    private Span target(ObjectFile object, Relocations table, int i, Definition definition, long addend) {
        Symbols symbols = object.symbols();
        if (definition == null || definition.section() == Symbols.COMMON) {
            Span span = ofKernel(symbols.name(table.symbol(i)));
            return span == null ? null : span.plus(addend);
        }
        if (definition.section() == Symbols.ABSOLUTE) {
            long value = definition.object().symbols().value(definition.symbol());
            return new Span(value, value).plus(addend);
        }
        int output = definition.section() < 0 ? -1 : trial.output(definition.object(), definition.section());
        if (output <= 0) {
            return null;
        }
        Sections sections = definition.object().sections();
        boolean within = addend >= 0 && addend <= sections.size(definition.section());
        return within ? span(output) : span(output).plus(addend);
    }

    /** A symbol of the script, the linker or a COMMON area, by the kernel's own table. */
    private Span ofKernel(String name) {
        Symbols symbols = trial.link().symbols();
        int found = symbols.find(name);
        if (found <= 0 || symbols.section(found) == Symbols.UNDEFINED) {
            return null;
        }
        long value = symbols.value(found);
        return symbols.section(found) > 0 ? span(symbols.section(found)) : new Span(value, value);
    }

    private Span span(int output) {
        return output < 0 ? null : new Span(image.start(output), image.end(output));
    }

    /** The addend; where it stands in the field, only plain words are read: instructions hold next to none. */
    private static long addend(ObjectFile object, Relocations table, int i, ReachKind kind) throws EngineException {
        if (table.hasAddends() || kind.unit() != 1 || kind.bits() % Byte.SIZE != 0) {
            return table.addend(i);
        }
        byte[] content = object.content(table.target());
        int bytes = kind.bits() / Byte.SIZE;
        long word = 0;
        for (int at = 0; at < bytes && table.offset(i) + bytes <= content.length; at++) {
            int from = (int) table.offset(i) + (object.header().isBigEndian() ? at : bytes - 1 - at);
            word = word << Byte.SIZE | content[from] & 0xff;
        }
        return word << Long.SIZE - kind.bits() >> Long.SIZE - kind.bits();
    }
}
