package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.kit.Binder;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Targets.Target;

/**
 * The words of pieces that hold nothing but the address of a piece, or a distance from it ({@link PlainField}), in one
 * field or in two halves.
 */
final class AddressWords {
    private static final long UNKNOWN = -1;
    private static final long PAGE = 4096;
    private static final int ADR_BITS = 0x9f000000;
    private static final int ADR = 0x10000000;

    private final Board board;
    private final Targets targets;
    private long base;

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

        /**
         * Takes a word that means the base from which others count.
         *
         * @param base where that is if the word is right
         * @param field how the word says it
         */
        void base(long base, PlainField field);
    }

    AddressWords(Board board, Binder binder) {
        this.board = board;
        targets = new Targets(board, binder);
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

    /** The address of an object's symbol if its piece has a place that is told; else {@link UnwindTable#UNKNOWN}. */
    long address(int object, int symbol) {
        Target target = targets.of(object, board.objects().get(object).symbols(), symbol);
        boolean known = target != null && !target.isBase() && board.pieces().isTold(target.piece());
        return known ? board.pieces().base(target.piece()) + target.value() : UnwindTable.UNKNOWN;
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

        @Override
        public void base(long told, PlainField field) {
            if (base != UNKNOWN) {
                count(told == base, field);
            }
        }

        private void count(boolean holds, PlainField field) {
            right += holds ? field.bytes() : 0;
            wrong |= !holds && field.direct();
        }
    }

    /** Learns where the base lies: what nearly all say of the distances from it to pieces that have places. */
    void learnBase(int[][] placed) throws EngineException {
        int machine = board.objects().getFirst().header().machine();
        if (base == UNKNOWN && PlainField.votesForBase(machine)) {
            BaseVotes votes = new BaseVotes(board);
            for (int[] pieces : placed) {
                for (int piece : pieces) {
                    if (board.pieces().isTold(piece) && board.hasBytes(board.region(piece))) {
                        read(piece, board.region(piece), board.offset(piece), true, votes);
                    }
                }
            }
            base = votes.most(UNKNOWN);
        }
    }

    /** Reads the words of a piece that has bytes, where it begins at an offset of a region. */
    void read(int piece, int of, long offset, Told told) throws EngineException {
        read(piece, of, offset, false, told);
    }

    /** Reads all words, or nothing but what tells of the base, as if that were at 0. */
    private void read(int piece, int of, long offset, boolean onlyBase, Told told) throws EngineException {
        if (offset < 0 || offset > board.image(of).length - board.size(piece)) {
            return;
        }
        Words words = new Words(piece, of, offset, onlyBase ? 0 : base);
        for (Relocations table : board.relocations(piece)) {
            for (int row = 0; row < table.count(); row++) {
                PlainField field = PlainField.of(words.file.header().machine(), table.type(row));
                Target target =
                        field == null ? null : targets.of(board.object(piece), words.file.symbols(), table.symbol(row));
                if (target != null && isAsked(field, target, onlyBase)) {
                    words.read(table, row, field, target, told);
                }
            }
        }
    }

    private boolean isAsked(PlainField field, Target target, boolean onlyBase) {
        boolean counts = field.from() == PlainField.From.BASE;
        if (onlyBase) {
            return counts ? field.leads() == PlainField.Leads.STRAIGHT : target.isBase();
        }
        return !counts || base != UNKNOWN;
    }

    /** The words of a piece as they stand where it may lie. */
    private final class Words {
        private final ObjectFile file;
        private final ByteBuffer own;
        private final ByteBuffer found;
        private final int start;
        private final long address;
        private final long from;

        Words(int piece, int of, long offset, long base) throws EngineException {
            file = board.objects().get(board.object(piece));
            own = ByteBuffer.wrap(board.content(piece)).order(file.header().order());
            Window window = Window.of(board, piece, of, offset);
            found = ByteBuffer.wrap(window.bytes()).order(file.header().order());
            start = window.start();
            address = board.regions().address(of) + offset;
            from = base;
        }

        void read(Relocations table, int row, PlainField field, Target target, Told told) throws EngineException {
            LowerHalf lower = field.lower();
            int other = lower == null ? row : lower.find(table, row, field.from());
            if (!isInside(table.offset(row), field.size())
                    || other < 0
                    || lower != null && !isInside(table.offset(other), lower.size())) {
                return;
            }
            int place = (int) table.offset(row);
            long addend = (table.hasAddends() ? table.addend(row) : 0)
                    + (inWord(file.header().machine(), table) ? field.read(own, place) : 0);
            int lowerPlace = (int) table.offset(other);
            long means;
            if (field.isShortened(own, place, found, start + place)) {
                means = distance(found.getInt(start + lowerPlace), address + lowerPlace);
            } else {
                means = field.read(found, start + place) + from(field, address + place, from);
                means += lower == null ? 0 : lower.read(found, start + lowerPlace);
            }
            if (field.leads() == PlainField.Leads.BY_WORD) {
                means = word(board.trimmed(means));
            }
            if (means != UNKNOWN) {
                tell(target, means, addend, field, told);
            }
        }

        /** What an ADR means, which lld leaves of an ADRP and its ADD where it reaches. */
        private long distance(int instruction, long at) {
            return (instruction & ADR_BITS) == ADR ? at + PlainField.ofTwoParts(instruction) : UNKNOWN;
        }

        private boolean isInside(long place, int size) {
            return place >= 0 && place <= own.limit() - size;
        }

        /** The address that the kernel holds at another one, or {@link #UNKNOWN}. */
        private long word(long at) throws EngineException {
            int region = board.regions().at(at);
            int size = file.header().is64() ? Long.BYTES : Integer.BYTES;
            if (region < 0 || !board.hasBytes(region)) {
                return UNKNOWN;
            }
            ByteBuffer image = ByteBuffer.wrap(board.image(region)).order(found.order());
            long offset = at - board.regions().address(region);
            if (offset > image.limit() - size) {
                return UNKNOWN;
            }
            return size == Long.BYTES ? image.getLong((int) offset) : image.getInt((int) offset);
        }
    }

    private static long from(PlainField field, long place, long base) {
        return switch (field.from()) {
            case ZERO -> 0;
            case PLACE -> place;
            case PAGE -> place & -PAGE;
            case BASE -> base;
        };
    }

    /** Whether the word itself holds the addend, or a part of it as on SuperH. */
    private static boolean inWord(int machine, Relocations table) {
        return !table.hasAddends() || machine == Elf.EM_SH;
    }

    private void tell(Target target, long means, long addend, PlainField field, Told told) throws EngineException {
        if (target.isBase()) {
            told.base(board.trimmed(means - addend), field);
        } else if (board.isWanted(target.piece())) {
            told.word(target.piece(), board.trimmed(means - addend - target.value()), field);
        } else if (isStrings(target.piece())) {
            long chosen = target.whole() ? addend : 0;
            long there = board.trimmed(means - addend + chosen);
            told.string(holds(target.piece(), target.value() + chosen, there), field);
        }
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
}
