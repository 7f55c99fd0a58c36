package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/**
 * Places that the kernel's own words tell: where a settled piece holds the address of another section of its object, that
 * section is there. It finds what has no symbols and no bytes of its own, such as tables of addresses and memory of zeros.
 * Of another object's only data count whose name is that object's alone: functions may be called by a detour.
 */
final class References {
    private static final int NOBODYS = -1;

    /** Data that a global symbol names: its piece, or -1 if several may have it, and where in that it begins. */
    private record Data(int piece, long value) {}

    private final Board board;
    private final Map<String, Data> owners = new HashMap<>();
    private final Map<Integer, Map<Long, Integer>> votes = new HashMap<>();

    References(Board board) {
        this.board = board;
        for (int object = 0; object < board.objects().size(); object++) {
            Symbols symbols = board.objects().get(object).symbols();
            for (int i = 1; i < symbols.count(); i++) {
                if (symbols.binding(i) != Elf.STB_LOCAL && symbols.section(i) != Symbols.UNDEFINED) {
                    define(object, symbols, i);
                }
            }
        }
    }

    private void define(int object, Symbols symbols, int i) {
        boolean data = symbols.isInSection(i) && symbols.type(i) == Elf.STT_OBJECT;
        int piece = data ? board.pieces().number(object, symbols.section(i)) : NOBODYS;
        owners.merge(symbols.name(i), new Data(piece, symbols.value(i)), (_, _) -> new Data(NOBODYS, 0));
    }

    /** Settles what more than half of the references agree on; whether that was anything. */
    boolean run() throws EngineException {
        if (board.open().length == 0) {
            return false;
        }
        votes.clear();
        for (int object = 0; object < board.objects().size(); object++) {
            vote(object);
        }
        boolean any = false;
        for (Map.Entry<Integer, Map<Long, Integer>> each : votes.entrySet()) {
            any |= settle(each.getKey(), each.getValue());
        }
        if (any) {
            board.rejectOverlaps();
        }
        return any;
    }

    private void vote(int object) throws EngineException {
        ObjectFile file = board.objects().get(object);
        Sections sections = file.sections();
        for (int i = 1; i < sections.count(); i++) {
            boolean relocates = sections.type(i) == Elf.SHT_RELA || sections.type(i) == Elf.SHT_REL;
            Relocations table = relocates ? file.relocations(i) : null;
            int piece = table == null ? 0 : board.pieces().number(object, sections.info(i));
            if (table != null
                    && board.isWanted(piece)
                    && board.isSettled(piece)
                    && board.hasBytes(board.region(piece))) {
                vote(file, object, piece, table);
            }
        }
    }

    private void vote(ObjectFile file, int object, int piece, Relocations table) throws EngineException {
        Symbols symbols = file.symbols();
        ByteBuffer own =
                ByteBuffer.wrap(board.content(piece)).order(file.header().order());
        ByteBuffer image = ByteBuffer.wrap(board.image(board.region(piece)))
                .order(file.header().order());
        long base = board.pieces().base(piece);
        for (int row = 0; row < table.count(); row++) {
            PlainField field = PlainField.of(file.header().machine(), table.type(row));
            int symbol = table.symbol(row);
            long at = board.offset(piece) + table.offset(row);
            int target = target(symbols, object, symbol);
            if (field == null
                    || target < 0
                    || table.offset(row) > own.limit() - field.size()
                    || at > image.limit() - field.size()) {
                continue;
            }
            if (board.isWanted(target) && board.isOpen(target)) {
                long addend = table.hasAddends() ? table.addend(row) : field.read(own, (int) table.offset(row));
                long from = field.relative() ? base + table.offset(row) : 0;
                long address = field.read(image, (int) at) + from - addend - value(symbols, symbol);
                vote(target, file.header().is64() ? address : address & 0xffffffffL);
            }
        }
    }

    /** The piece in which a symbol lies, or -1. */
    private int target(Symbols symbols, int object, int symbol) {
        if (symbols.binding(symbol) == Elf.STB_LOCAL) {
            return symbols.isInSection(symbol) ? board.pieces().number(object, symbols.section(symbol)) : -1;
        }
        Data data = owners.get(symbols.name(symbol));
        return data == null ? -1 : data.piece();
    }

    private long value(Symbols symbols, int symbol) {
        return symbols.binding(symbol) == Elf.STB_LOCAL
                ? symbols.value(symbol)
                : owners.get(symbols.name(symbol)).value();
    }

    private void vote(int target, long address) {
        votes.computeIfAbsent(target, _ -> new HashMap<>()).merge(address, 1, Integer::sum);
    }

    private boolean settle(int piece, Map<Long, Integer> counts) throws EngineException {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        for (Map.Entry<Long, Integer> each : counts.entrySet()) {
            if (2 * each.getValue() > all) {
                return settle(piece, each.getKey(), each.getValue());
            }
        }
        return false;
    }

    private boolean settle(int piece, long address, int count) throws EngineException {
        int region = board.regions().find(board.name(piece), board.home(piece), address, board.size(piece));
        if (region < 0 || !board.suits(region, piece) || (address & board.align(piece) - 1) != 0) {
            return false;
        }
        long offset = address - board.regions().address(region);
        if (board.hasBytes(region) && !board.matches(piece, region, offset)) {
            return false;
        }
        board.settle(piece, region, offset, count);
        return true;
    }
}
