package org.karlworkbench.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/**
 * The marks that say what stands in the text of a kernel for ARM, AArch64 or RISC-V: instructions, short instructions
 * or data (AAELF32 and AAELF64, "Mapping symbols"; RISC-V psABI, "Mapping Symbol").
 */
public final class MappingSymbols {
    private static final Pattern MARK = Pattern.compile("\\$[atxd](\\..*|rv.*)?");
    private static final int FAR = 100_000;

    private MappingSymbols() {}

    /** What the bytes after a mark are. */
    public enum Content {
        /** Instructions. */
        CODE,
        /** Short instructions of ARM. */
        THUMB,
        /** No instructions. */
        DATA
    }

    /**
     * Bytes of one kind.
     *
     * @param address where they begin
     * @param end the address behind them
     * @param content what they are
     */
    public record Run(long address, long end, Content content) {}

    /** Whether a symbol is a mark and no name of anything. */
    public static boolean isMark(String name) {
        return name.startsWith("$") && MARK.matcher(name).matches();
    }

    /** The runs of a range, in order and without holes. */
    public static List<Run> runs(Layout layout, CodeRange range) {
        Content content = isThumb(layout, range) ? Content.THUMB : Content.CODE;
        long from = range.address();
        List<Run> runs = new ArrayList<>();
        if (hasMarks(layout)) {
            Rows rows = layout.symbols();
            int first = before(rows, from);
            for (int row = Math.max(first, 0);
                    row < rows.count() && Long.compareUnsigned(rows.address(row), range.end()) < 0;
                    row++) {
                if (rows.size(row) == 0 && isMark(rows.name(row))) {
                    long at = Long.compareUnsigned(rows.address(row), from) < 0 ? from : rows.address(row);
                    add(runs, from, at, content);
                    from = at;
                    content = content(rows.name(row));
                }
            }
        }
        add(runs, from, range.end(), content);
        return runs;
    }

    private static void add(List<Run> runs, long from, long to, Content content) {
        if (from != to) {
            runs.add(new Run(from, to, content));
        }
    }

    /** The nearest mark that does not lie behind an address, or the first row at it. */
    private static int before(Rows rows, long address) {
        int row = rows.floor(address);
        for (int i = row; i >= 0 && row - i < FAR; i--) {
            if (rows.size(i) == 0 && rows.kind(i) == Kind.FUNCTION && isMark(rows.name(i))) {
                return i;
            }
        }
        return row;
    }

    private static Content content(String mark) {
        return switch (mark.charAt(1)) {
            case 'd' -> Content.DATA;
            case 't' -> Content.THUMB;
            default -> Content.CODE;
        };
    }

    private static boolean hasMarks(Layout layout) {
        int machine = layout.header().machine();
        return machine == Elf.EM_ARM || machine == Elf.EM_AARCH64 || machine == Elf.EM_RISCV;
    }

    /** A function's symbol is odd where its code is Thumb (AAELF32, "Symbol Values"). */
    private static boolean isThumb(Layout layout, CodeRange range) {
        if (layout.header().machine() != Elf.EM_ARM || range.symbol() < 0) {
            return false;
        }
        Symbols symbols = layout.symbolTable();
        int symbol = layout.symbols().source(range.symbol());
        return symbols.type(symbol) == Elf.STT_FUNC && (symbols.value(symbol) & 1) != 0;
    }
}
