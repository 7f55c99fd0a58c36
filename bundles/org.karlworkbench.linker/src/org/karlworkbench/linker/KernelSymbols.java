package org.karlworkbench.linker;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;

/**
 * The symbol table of a kit's kernels, but for the values, which each draw gives: local symbols by object, then global ones
 * (gABI, "Symbol Table").
 */
final class KernelSymbols {
    /** The bits of st_other that are the visibility. */
    private static final int VISIBILITY = 3;

    /** For so many local symbols there is room at first. */
    private static final int LOCALS = 1 << 12;

    private final KitReader read;
    private final Binding binding;
    private final Settings.Locals kept;
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final byte[] table;
    private int count;
    private int locals;
    private int[] name;
    private byte[] info;
    private byte[] other;
    private int[] target;
    private long[] value;
    private long[] size;

    KernelSymbols(KitReader read, Binding binding, Settings settings) {
        this.read = read;
        this.binding = binding;
        kept = settings.locals();
        int room = binding.names().count() + LOCALS;
        name = new int[room];
        info = new byte[room];
        other = new byte[room];
        target = new int[room];
        value = new long[room];
        size = new long[room];
        strings.write(0);
        for (int object = 0; object < read.objects().size(); object++) {
            addLocals(object);
        }
        for (int each = 0; each < binding.names().count(); each++) {
            addGlobal(each, true);
        }
        locals = count;
        for (int each = 0; each < binding.names().count(); each++) {
            addGlobal(each, false);
        }
        table = strings.toByteArray();
    }

    private void addLocals(int object) {
        Symbols symbols = read.objects().get(object).symbols();
        for (int i = 1; i < symbols.count(); i++) {
            if (symbols.binding(i) == Elf.STB_LOCAL && isKept(object, symbols, i)) {
                addLocal(object, symbols, i);
            }
        }
    }

    private boolean isKept(int object, Symbols symbols, int i) {
        if (kept == Settings.Locals.NONE || symbols.type(i) == Elf.STT_SECTION) {
            return false;
        }
        if (symbols.type(i) == Elf.STT_FILE) {
            return true;
        }
        String word = symbols.name(i);
        int section = symbols.section(i);
        boolean merged =
                section > 0 && read.piece(object, section) >= 0 && read.merged().isMerged(read.piece(object, section));
        boolean hidden = word.startsWith(".L") && (kept == Settings.Locals.NAMED || merged);
        return !word.isEmpty() && !hidden;
    }

    private void addLocal(int object, Symbols symbols, int i) {
        int section = symbols.section(i);
        if (section == Symbols.ABSOLUTE) {
            add(symbols, i, Anchors.ZERO, symbols.value(i), Elf.STB_LOCAL);
            return;
        }
        int piece = section > 0 ? read.piece(object, section) : Names.NONE;
        if (piece >= 0 && read.pieces().isPlaced(piece)) {
            MergedSections merged = read.merged();
            boolean moved = merged.isMerged(piece);
            long offset = symbols.value(i);
            add(
                    symbols,
                    i,
                    moved ? merged.piece(piece, offset) : piece,
                    moved ? merged.offset(piece, offset) : offset,
                    Elf.STB_LOCAL);
        }
    }

    private void add(Symbols symbols, int i, int anchor, long offset, int binding) {
        int at = strings.size();
        symbols.writeName(i, strings);
        add(at, binding << 4 | type(symbols.type(i)), symbols.other(i), anchor, offset, symbols.size(i));
    }

    /** Adds a symbol, whose name has just been written. */
    private void add(int newName, int newInfo, int newOther, int anchor, long offset, long newSize) {
        if (count == name.length) {
            int capacity = 2 * count;
            name = Arrays.copyOf(name, capacity);
            info = Arrays.copyOf(info, capacity);
            other = Arrays.copyOf(other, capacity);
            target = Arrays.copyOf(target, capacity);
            value = Arrays.copyOf(value, capacity);
            size = Arrays.copyOf(size, capacity);
        }
        strings.write(0);
        name[count] = newName;
        info[count] = (byte) newInfo;
        other[count] = (byte) newOther;
        target[count] = anchor;
        value[count] = offset;
        size[count] = newSize;
        count++;
    }

    /** Adds a name if it is of the kind that is wanted: hidden ones become local, since nothing is linked to a kernel. */
    private void addGlobal(int each, boolean hiddenOnes) {
        Names names = binding.names();
        boolean hidden = hides(names.visibility(each)) || binding.how(each) == Binding.How.LINKER;
        if (hidden != hiddenOnes) {
            return;
        }
        int other = names.visibility(each) == Elf.STV_DEFAULT ? usual(binding.how(each)) : names.visibility(each);
        Names.Definition chosen =
                binding.how(each) == Binding.How.DRAWN ? names.definitions(each).getFirst() : binding.chosen(each);
        if (chosen != null) {
            int bind = hidden ? Elf.STB_LOCAL : chosen.binding();
            int more = chosen.other() & ~VISIBILITY;
            add(
                    string(each),
                    bind << 4 | type(chosen.type()),
                    more | other,
                    binding.target(each),
                    binding.offset(each),
                    chosen.size());
        } else {
            boolean undefined = binding.how(each) == Binding.How.UNDEFINED;
            boolean weak = undefined && !names.isNeeded(each);
            int bind = hidden ? Elf.STB_LOCAL : weak ? Elf.STB_WEAK : Elf.STB_GLOBAL;
            if (!undefined || names.asker(each) != Names.NONE) {
                add(string(each), bind << 4, other, undefined ? UNDEFINED : binding.target(each), 0, 0);
            }
        }
    }

    /** What the linker defines is not for others to replace. */
    private static int usual(Binding.How how) {
        return switch (how) {
            case LINKER -> Elf.STV_HIDDEN;
            case START_OF, STOP_OF -> Elf.STV_PROTECTED;
            default -> Elf.STV_DEFAULT;
        };
    }

    private int string(int each) {
        int at = strings.size();
        binding.names().write(each, strings);
        return at;
    }

    /** The type in a kernel of what has a type in an object. */
    static int type(int type) {
        return type == Elf.STT_COMMON ? Elf.STT_OBJECT : type;
    }

    private static boolean hides(int visibility) {
        return visibility == Elf.STV_HIDDEN || visibility == Elf.STV_INTERNAL;
    }

    /** The target of a symbol that nothing defines. */
    static final int UNDEFINED = Integer.MIN_VALUE;

    int count() {
        return count;
    }

    /** How many of them are local; they come first. */
    int locals() {
        return locals;
    }

    int name(int i) {
        return name[i];
    }

    byte info(int i) {
        return info[i];
    }

    byte other(int i) {
        return other[i];
    }

    /** A piece, a slot counted from -1 down, or {@link #UNDEFINED}. */
    int target(int i) {
        return target[i];
    }

    long value(int i) {
        return value[i];
    }

    long size(int i) {
        return size[i];
    }

    /** The string table; not to be changed. */
    byte[] strings() {
        return table;
    }
}
