package org.karlworkbench.linker;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.Elf;

/** Writes the symbol table of one kernel (gABI, "Symbol Table"). */
final class SymbolWriter {
    /** So many symbols are worth a thread's while. */
    private static final int CHUNK = 1 << 14;

    private final Placement placement;
    private final KernelSymbols symbols;
    private final SymbolPlaces places;
    private final int[] indices;
    private final boolean wide;
    private final int entry;
    private final long thread;
    private int count = 1;
    private int locals = 1;

    /**
     * A writer for one kernel.
     *
     * @param indices by output, the index of its section in the kernel
     */
    SymbolWriter(Template template, Placement placement, int[] indices) {
        this.placement = placement;
        symbols = template.symbols();
        this.indices = indices;
        places = new SymbolPlaces(template, placement);
        wide = template.machine().word() == Long.BYTES;
        entry = wide ? 24 : 16;
        thread = placement.threadBegin(template);
    }

    /** How many bytes each symbol takes. */
    int entry() {
        return entry;
    }

    /** How many symbols the table has, the empty one included. */
    int count() {
        return count;
    }

    /** How many of them are local. */
    int locals() {
        return locals;
    }

    /**
     * The parts of the table, with the empty symbol that begins it.
     *
     * @param image the kernel's file
     * @param start where in it the table begins
     */
    List<Part> parts(ByteBuffer image, int start) {
        List<Part> parts = new ArrayList<>();
        int begin = start;
        for (int i = 0; i < symbols.count(); i += CHUNK) {
            int from = i;
            int to = Math.min(from + CHUNK, symbols.count());
            int at = start + count * entry;
            count(from, to);
            parts.add(new Part(begin, start + count * entry, () -> write(image, at, from, to)));
            begin = start + count * entry;
        }
        return parts;
    }

    private void count(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isThere(i)) {
                count++;
                locals += i < symbols.locals() ? 1 : 0;
            }
        }
    }

    private boolean isThere(int i) {
        int target = symbols.target(i);
        return target < 0 || !placement.excluded[target];
    }

    private void write(ByteBuffer image, int start, int from, int to) {
        int at = start;
        for (int i = from; i < to; i++) {
            if (isThere(i)) {
                writeSymbol(image, at, i, symbols.target(i));
                at += entry;
            }
        }
    }

    private void writeSymbol(ByteBuffer image, int at, int i, int target) {
        boolean defined = target != KernelSymbols.UNDEFINED;
        long value = defined ? places.address(target) + symbols.value(i) : 0;
        int section = defined ? section(target) : Elf.SHN_UNDEF;
        Names.Definition drawn = places.drawn(target);
        byte info =
                drawn == null ? symbols.info(i) : (byte) (symbols.info(i) & 0xf0 | KernelSymbols.type(drawn.type()));
        value -= defined && (info & 0xf) == Elf.STT_TLS ? thread : 0; // "ELF Handling For Thread-Local Storage", 2
        long size = drawn == null ? symbols.size(i) : drawn.size();
        image.putInt(at, symbols.name(i));
        if (wide) {
            image.put(at + 4, info);
            image.put(at + 5, symbols.other(i));
            image.putShort(at + 6, (short) section);
            image.putLong(at + 8, value);
            image.putLong(at + 16, size);
        } else {
            image.putInt(at + 4, (int) value);
            image.putInt(at + 8, (int) size);
            image.put(at + 12, info);
            image.put(at + 13, symbols.other(i));
            image.putShort(at + 14, (short) section);
        }
    }

    /** The index of the section in which a symbol lies. */
    private int section(int target) {
        int output = places.output(target);
        return switch (output) {
            case SymbolPlaces.ABSOLUTE -> Elf.SHN_ABS;
            case SymbolPlaces.HEADER -> 1; // the ELF header goes with what comes first
            default -> indices[output];
        };
    }
}
