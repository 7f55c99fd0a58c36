package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/**
 * The words of pieces that hold nothing but the address of a piece, or a distance from it ({@link PlainField}). Of another
 * object's pieces only data count whose name is that object's alone: functions may be called by a detour, and of several
 * definitions the linker takes one.
 */
final class AddressWords {
    private static final int NOBODYS = -1;

    private final Board board;
    private final Map<String, Data> owners = new HashMap<>();
    private final Relocations[][] tables;

    /** Data that a global symbol names: its piece, or -1 if several may have it, and where in that it begins. */
    private record Data(int piece, long value) {}

    /** Told what a word says. */
    interface Told {
        /**
         * Takes one word.
         *
         * @param target the piece that the word means
         * @param base where that piece begins if the word is right
         * @param size how many bytes the word has
         */
        void word(int target, long base, int size);
    }

    AddressWords(Board board) {
        this.board = board;
        tables = new Relocations[board.pieces().count()][];
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

    /**
     * Counts the bytes of a piece's words that hold what the settled pieces make of them.
     *
     * @param piece a piece with bytes
     * @param of the region where it may lie
     * @param offset where in that it may begin
     * @return the number, or -1 if a word contradicts a settled piece
     */
    int proven(int piece, int of, long offset) throws EngineException {
        long here = board.regions().address(of) + offset;
        int[] counts = new int[2];
        read(piece, of, offset, (target, base, size) -> {
            if (target == piece || board.isSettled(target)) {
                long settled = target == piece ? here : board.pieces().base(target);
                counts[base == settled ? 0 : 1] += size;
            }
        });
        return counts[1] > 0 ? -1 : counts[0];
    }

    /** Reads the words of a piece that has bytes, where it begins at an offset of a region. */
    void read(int piece, int of, long offset, Told told) throws EngineException {
        ObjectFile file = board.objects().get(board.object(piece));
        ByteBuffer own =
                ByteBuffer.wrap(board.content(piece)).order(file.header().order());
        ByteBuffer image = ByteBuffer.wrap(board.image(of)).order(file.header().order());
        long address = board.regions().address(of) + offset;
        for (Relocations table : tables(piece, file)) {
            for (int row = 0; row < table.count(); row++) {
                PlainField field = PlainField.of(file.header().machine(), table.type(row));
                Data target = field == null ? null : target(file.symbols(), board.object(piece), table.symbol(row));
                long place = table.offset(row);
                boolean inside = field != null
                        && place >= 0
                        && place <= own.limit() - field.size()
                        && offset + place <= image.limit() - field.size();
                if (target != null && inside) {
                    long addend = table.hasAddends() ? table.addend(row) : field.read(own, (int) place);
                    long from = field.relative() ? address + place : 0;
                    long base = field.read(image, (int) (offset + place)) + from - addend - target.value();
                    told.word(target.piece(), file.header().is64() ? base : base & 0xffffffffL, field.size());
                }
            }
        }
    }

    /** The piece in which a symbol lies, and where in it; null if that is not known, or no piece of its own. */
    private Data target(Symbols symbols, int object, int symbol) {
        Data data;
        if (symbols.binding(symbol) == Elf.STB_LOCAL) {
            boolean plain = symbols.isInSection(symbol) && symbols.type(symbol) != Elf.STT_GNU_IFUNC;
            data = plain
                    ? new Data(board.pieces().number(object, symbols.section(symbol)), symbols.value(symbol))
                    : null;
        } else {
            data = owners.get(symbols.name(symbol));
        }
        return data != null && data.piece() != NOBODYS && board.isWanted(data.piece()) ? data : null;
    }

    private Relocations[] tables(int piece, ObjectFile file) throws EngineException {
        if (tables[piece] == null) {
            Sections sections = file.sections();
            List<Relocations> found = new ArrayList<>(1);
            for (int i = 1; i < sections.count(); i++) {
                boolean relocates = sections.type(i) == Elf.SHT_RELA || sections.type(i) == Elf.SHT_REL;
                if (relocates && sections.info(i) == board.section(piece) && file.relocations(i) != null) {
                    found.add(file.relocations(i));
                }
            }
            tables[piece] = found.toArray(new Relocations[0]);
        }
        return tables[piece];
    }
}
