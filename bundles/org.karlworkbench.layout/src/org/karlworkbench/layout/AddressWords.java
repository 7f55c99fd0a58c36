package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.Binder;
import org.karlworkbench.kit.ObjectFile;

/**
 * The words of pieces that hold nothing but the address of a piece, or a distance from it ({@link PlainField}). Of another
 * object's pieces only those count whose name is that object's alone: of several definitions the linker takes one.
 */
final class AddressWords {
    private static final int NOBODYS = -1;
    private static final long UNKNOWN = -1;

    /** So many relocations behind the upper half of an address its lower half is looked for. */
    private static final int NEAR = 32;

    /** So many distances tell where their base is. */
    private static final int ENOUGH = 8;

    private final Board board;
    private final Binder binder;
    /** By the number of a global name; null until asked for. */
    private final Data[] owners;

    private long base;

    /**
     * What a symbol names.
     *
     * @param piece its piece, or -1 if several may have it
     * @param value where in that it begins
     * @param whole whether it is the section's own symbol, whose addend chooses a place in it
     */
    private record Data(int piece, long value, boolean whole) {}

    /** Told what a word says. */
    interface Told {
        /**
         * Takes one word.
         *
         * @param target the piece that the word means
         * @param base where that piece begins if the word is right
         * @param field how the word says it
         */
        void word(int target, long base, PlainField field);

        /**
         * Takes a word that means a merged string, which has no piece of its own.
         *
         * @param there whether that string stands where the word says
         * @param field how the word says it
         */
        void string(boolean there, PlainField field);
    }

    AddressWords(Board board, Binder binder) {
        this.board = board;
        this.binder = binder;
        owners = new Data[binder.count()];
        base = segmentBase(board);
    }

    /** On hppa fields count from where the first segment begins. */
    private static long segmentBase(Board board) {
        Segments segments = board.kernel().segments();
        return board.kernel().header().machine() != Elf.EM_PARISC
                ? UNKNOWN
                : IntStream.range(0, segments.count())
                        .filter(i -> segments.type(i) == Elf.PT_LOAD)
                        .mapToLong(segments::virtualAddress)
                        .min()
                        .orElse(UNKNOWN);
    }

    /** What a global name means, if that is one object's. */
    private Data owner(int name) {
        if (owners[name] == null) {
            owners[name] = define(binder.definers(name), binder.definitions(name));
        }
        return owners[name];
    }

    private Data define(int[] objects, int[] definitions) {
        if (objects.length != 1) {
            return new Data(NOBODYS, 0, false);
        }
        Symbols symbols = board.objects().get(objects[0]).symbols();
        int i = definitions[0];
        boolean plain =
                symbols.isInSection(i) && symbols.type(i) != Elf.STT_GNU_IFUNC && symbols.type(i) != Elf.STT_TLS;
        int piece = plain ? board.pieces().number(objects[0], symbols.section(i)) : NOBODYS;
        return new Data(piece, symbols.value(i), false);
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
        Proof proof = new Proof(piece, board.regions().address(of) + offset);
        read(piece, of, offset, proof);
        return proof.wrong ? -1 : proof.right;
    }

    /** Counts what words say for and against a place. */
    private final class Proof implements Told {
        private final int piece;
        private final long here;
        private int right;
        private boolean wrong;

        Proof(int piece, long here) {
            this.piece = piece;
            this.here = here;
        }

        @Override
        public void word(int target, long base, PlainField field) {
            if (target == piece || board.pieces().isTold(target)) {
                count(base == (target == piece ? here : board.pieces().base(target)), field);
            }
        }

        @Override
        public void string(boolean there, PlainField field) {
            count(there, field);
        }

        private void count(boolean holds, PlainField field) {
            right += holds ? field.size() : 0;
            wrong |= !holds && field.direct();
        }
    }

    /** Learns where the base lies: what more than half say of the distances from it to pieces that have places. */
    void learnBase(int[][] placed) throws EngineException {
        int machine = board.objects().getFirst().header().machine();
        if (base == UNKNOWN && PlainField.votesForBase(machine)) {
            BaseVotes votes = new BaseVotes();
            for (int[] pieces : placed) {
                for (int piece : pieces) {
                    if (board.pieces().isTold(piece) && board.hasBytes(board.region(piece))) {
                        read(piece, board.region(piece), board.offset(piece), true, votes);
                    }
                }
            }
            base = votes.most();
        }
    }

    /** Where distances would have their base, read as if it were at 0. */
    private final class BaseVotes implements Told {
        private final Map<Long, Integer> votes = new HashMap<>();
        private int all;

        @Override
        public void word(int target, long base, PlainField field) {
            if (board.pieces().isTold(target)) {
                votes.merge(trimmed(target, board.pieces().base(target) - base), 1, Integer::sum);
                all++;
            }
        }

        @Override
        public void string(boolean there, PlainField field) {
            // without the base nobody knows which string is meant
        }

        long most() {
            return votes.entrySet().stream()
                    .filter(each -> each.getValue() >= ENOUGH && 2 * each.getValue() > all)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /** Reads the words of a piece that has bytes, where it begins at an offset of a region. */
    void read(int piece, int of, long offset, Told told) throws EngineException {
        read(piece, of, offset, false, told);
    }

    /** Reads all words, or nothing but the distances from the base, as if that were at 0. */
    private void read(int piece, int of, long offset, boolean onlyBase, Told told) throws EngineException {
        ObjectFile file = board.objects().get(board.object(piece));
        ByteBuffer own =
                ByteBuffer.wrap(board.content(piece)).order(file.header().order());
        ByteBuffer image = ByteBuffer.wrap(board.image(of)).order(file.header().order());
        long address = board.regions().address(of) + offset;
        for (Relocations table : board.relocations(piece)) {
            for (int row = 0; row < table.count(); row++) {
                PlainField field = PlainField.of(file.header().machine(), table.type(row));
                Data target = field == null ? null : target(file.symbols(), board.object(piece), table.symbol(row));
                long place = table.offset(row);
                boolean inside = field != null
                        && (field.from() == PlainField.From.BASE ? onlyBase || base != UNKNOWN : !onlyBase)
                        && place >= 0
                        && place <= own.limit() - field.size()
                        && offset + place <= image.limit() - field.size();
                int lower = field != null && field.isUpper() ? lower(table, row, field) : row;
                inside &= lower >= 0
                        && table.offset(lower) >= 0
                        && offset + table.offset(lower) <= image.limit() - Integer.BYTES;
                if (target != null && inside) {
                    long addend = (table.hasAddends() ? table.addend(row) : 0)
                            + (inWord(file.header().machine(), table) ? field.read(own, (int) place) : 0);
                    long from = from(field, address + place, onlyBase ? 0 : base);
                    long means = field.read(image, (int) (offset + place)) + from;
                    means += field.isUpper() ? PlainField.readLower(image, (int) (offset + table.offset(lower))) : 0;
                    means = file.header().is64() ? means : means & 0xffffffffL;
                    tell(target, means, addend, field, told);
                }
            }
        }
    }

    /** The relocation that writes the lower bits of the same address, not far behind; -1 if there is none. */
    private static int lower(Relocations table, int upper, PlainField field) {
        int end = Math.min(table.count(), upper + NEAR);
        for (int row = upper + 1; row < end; row++) {
            if (field.isLower(table.type(row))
                    && table.symbol(row) == table.symbol(upper)
                    && table.addend(row) == table.addend(upper)) {
                return row;
            }
        }
        return -1;
    }

    private static long from(PlainField field, long place, long base) {
        return switch (field.from()) {
            case ZERO -> 0;
            case PLACE -> place;
            case BASE -> base;
        };
    }

    /** Whether the word itself holds the addend, or a part of it as on SuperH. */
    private static boolean inWord(int machine, Relocations table) {
        return !table.hasAddends() || machine == Elf.EM_SH;
    }

    private void tell(Data target, long means, long addend, PlainField field, Told told) throws EngineException {
        if (board.isWanted(target.piece())) {
            told.word(target.piece(), trimmed(target.piece(), means - addend - target.value()), field);
        } else if (isStrings(target.piece())) {
            long chosen = target.whole() ? addend : 0;
            told.string(holds(target.piece(), target.value() + chosen, means - addend + chosen), field);
        }
    }

    private long trimmed(int piece, long address) {
        boolean wide = board.objects().get(board.object(piece)).header().is64();
        return wide ? address : address & 0xffffffffL;
    }

    /** Whether a linker merges the strings of a piece, characters of one byte. */
    private boolean isStrings(int piece) {
        Sections sections = board.sections(piece);
        int section = board.section(piece);
        long kind = Elf.SHF_ALLOC | Elf.SHF_MERGE | Elf.SHF_STRINGS;
        return (sections.flags(section) & kind) == kind && sections.entrySize(section) == 1;
    }

    /** Whether the string at an offset of a piece stands at an address of the kernel. */
    private boolean holds(int piece, long offset, long address) throws EngineException {
        byte[] strings = board.content(piece);
        int region = board.regions().at(address);
        if (offset < 0 || offset >= strings.length || region < 0 || !board.hasBytes(region)) {
            return false;
        }
        byte[] image = board.image(region);
        int at = (int) (address - board.regions().address(region));
        int from = (int) offset;
        int to = from;
        while (to < strings.length && strings[to] != 0) {
            to++;
        }
        to = Math.min(to + 1, strings.length);
        return to - from <= image.length - at && Arrays.equals(strings, from, to, image, at, at + to - from);
    }

    /** The piece in which a symbol lies, and where in it; null if that is not known, or no piece of its own. */
    private Data target(Symbols symbols, int object, int symbol) {
        Data data;
        if (symbols.binding(symbol) == Elf.STB_LOCAL) {
            boolean plain = symbols.isInSection(symbol) && symbols.type(symbol) != Elf.STT_GNU_IFUNC;
            int piece = plain ? board.pieces().number(object, symbols.section(symbol)) : NOBODYS;
            data = new Data(piece, symbols.value(symbol), symbols.type(symbol) == Elf.STT_SECTION);
        } else {
            data = owner(binder.name(object, symbol));
        }
        return data.piece() != NOBODYS ? data : null;
    }
}
