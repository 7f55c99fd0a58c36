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
 * Only local symbols count, which no other object can define.
 */
final class References {
    private final Board board;
    private final Map<Integer, Map<Long, Integer>> votes = new HashMap<>();

    References(Board board) {
        this.board = board;
    }

    /** Settles what more than half of the references agree on; whether that was anything. */
    boolean run() throws EngineException {
        for (int object = 0; object < board.objects().size(); object++) {
            if (hasOpen(object)) {
                vote(object);
            }
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

    private boolean hasOpen(int object) {
        Sections sections = board.objects().get(object).sections();
        for (int i = 1; i < sections.count(); i++) {
            int piece = board.pieces().number(object, i);
            if (board.isWanted(piece) && board.isOpen(piece)) {
                return true;
            }
        }
        return false;
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
            boolean local = symbols.binding(symbol) == Elf.STB_LOCAL && symbols.isInSection(symbol);
            if (field == null
                    || !local
                    || table.offset(row) > own.limit() - field.size()
                    || at > image.limit() - field.size()) {
                continue;
            }
            int target = board.pieces().number(object, symbols.section(symbol));
            if (board.isWanted(target) && board.isOpen(target)) {
                long addend = table.hasAddends() ? table.addend(row) : field.read(own, (int) table.offset(row));
                long from = field.relative() ? base + table.offset(row) : 0;
                long address = field.read(image, (int) at) + from - addend - symbols.value(symbol);
                vote(target, file.header().is64() ? address : address & 0xffffffffL);
            }
        }
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
