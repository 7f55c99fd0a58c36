package org.karlworkbench.layout;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;

/**
 * The gaps of a kernel of which the pieces' places are known (KARL.md section A1): each reaches from the head's end up to
 * the first piece of the body. Where that piece's alignment and the fill before it leave several sizes possible, the
 * smallest is told, and how much larger it could be.
 */
final class GapSizes {
    private static final int NONE = -1;
    private static final int WORD = 4;

    private final Board board;
    private final LoadedKit kit;
    private final Precedence precedence;
    private final int heads;
    private final int[][] placed;
    private final byte[] pad;
    private final long page;
    private final long[] least = new long[GapName.values().length];
    private final long[] slack = new long[GapName.values().length];
    private final Symbols symbols;
    private final List<SymbolPlaces.Common> commons;
    private final Places.Builder places;
    private long endboot;

    /**
     * Measures the gaps.
     *
     * @param precedence what is certain of the link order
     * @param heads how many objects the head has
     * @param symbols tells where COMMON symbols and pieces lie
     */
    GapSizes(ElfFile kernel, LoadedKit kit, Board board, Precedence precedence, int heads, SymbolPlaces symbols)
            throws EngineException {
        this.board = board;
        this.kit = kit;
        this.precedence = precedence;
        this.heads = heads;
        this.symbols = kernel.symbols();
        commons = symbols.commons();
        places = symbols.rows();
        placed = board.placed();
        pad = pad(kernel.header().order() == ByteOrder.BIG_ENDIAN);
        page = Math.max(kit.plan().page(), 1);
        endboot = GapSearch.endboot(kernel.symbols());
        if (kit.architecture().randomized()) {
            measureText();
            measure(GapName.RODATA, ".rodata");
            measure(GapName.DATA, ".data");
            measure(GapName.BSS, ".bss");
        }
    }

    private byte[] pad(boolean big) {
        byte[] bytes = new byte[WORD];
        for (int i = 0; i < WORD; i++) {
            bytes[i] = (byte) (kit.plan().pad() >>> 8 * (big ? WORD - 1 - i : i));
        }
        return bytes;
    }

    /** The smallest sizes that reproduce the kernel. */
    Gaps least() {
        return Gaps.of(name -> least[name.ordinal()]);
    }

    /** How much larger each could be with the same bytes. */
    Gaps slack() {
        return Gaps.of(name -> slack[name.ordinal()]);
    }

    /** The rows of pieces, COMMON symbols and the gap. */
    Places places() {
        return places.build();
    }

    /** The address behind the first gap, or -1. */
    long endboot() {
        return endboot;
    }

    private void measureText() throws EngineException {
        int region = textRegion();
        if (region == NONE) {
            return;
        }
        long base = board.regions().address(region);
        long behind = endboot == -1 ? bodyBegin(region, ".text") : endboot - base;
        long from = ((base + headEnd(region, "", behind) + page - 1) & -page) - base;
        if (endboot == -1) {
            endboot = base + from + (padLength(region, from, board.room(region)) & -page);
        }
        long to = endboot - base;
        if (to < from || to > board.room(region)) {
            return;
        }
        least[GapName.TEXT0.ordinal()] = to - from;
        long size = measure(GapName.TEXT1, region, to);
        add(".text", 1, region, from, to - from + size);
    }

    private int textRegion() {
        int found = endboot == -1 ? NONE : board.regions().rows().at(endboot);
        int region = found < 0 ? NONE : board.regions().rows().source(found);
        return region >= 0 && board.hasBytes(region) ? region : withBytes(board.home(".text"));
    }

    private int withBytes(int region) {
        return region >= 0 && board.hasBytes(region) ? region : NONE;
    }

    private void measure(GapName name, String section) throws EngineException {
        int region = board.home(section);
        if (region >= 0 && board.hasBytes(region) == (name != GapName.BSS)) {
            long from = headEnd(region, section, bodyBegin(region, section));
            long size = measure(name, region, from);
            add(section, name.ordinal(), region, from, size);
        }
    }

    private void add(String section, int index, int region, long from, long size) {
        if (size > 0) {
            Regions regions = board.regions();
            places.add(
                    PlaceKind.INPUT,
                    Places.GAP,
                    section,
                    index,
                    regions.name(region),
                    regions.address(region) + from,
                    size);
        }
    }

    /** Measures one gap that is rounded to 16 bytes, and gives its size. */
    private long measure(GapName name, int region, long from) throws EngineException {
        long[] near = sizes(name, region, from, next(name, region, from, firstBehind(region, from, _ -> true)));
        // zeros that are laid somewhere fit the zeros of a gap as well
        long[] far = board.hasBytes(region)
                ? sizes(name, region, from, next(name, region, from, firstBehind(region, from, board.pieces()::isTold)))
                : near;
        long size = Math.min(near[0], far[0]);
        least[name.ordinal()] = size;
        slack[name.ordinal()] = Math.max(near[1], far[1]) - size;
        return size;
    }

    /**
     * What comes behind a gap.
     *
     * @param object whose piece it is, or -1
     * @param open whether it is the end of the section only
     */
    private record Next(long offset, long align, int object, boolean open) {}

    private Next next(GapName name, int region, long from, int piece) {
        Next next = piece == NONE
                ? new Next(board.room(region), 1, NONE, true)
                : new Next(board.offset(piece), board.align(piece), board.object(piece), false);
        long base = board.regions().address(region);
        for (SymbolPlaces.Common common : name == GapName.BSS ? commons : List.<SymbolPlaces.Common>of()) {
            long offset = symbols.value(common.symbol()) - base;
            if (common.object() >= heads && offset >= from && offset < next.offset()) {
                return new Next(offset, Math.max(1, common.align()), NONE, false);
            }
        }
        return next;
    }

    /** The smallest and the largest size of a gap. */
    private long[] sizes(GapName name, int region, long from, Next next) throws EngineException {
        long to = next.offset();
        long most = to - from & -GapName.ALIGNMENT;
        long fewest = Math.max(0, to - from - next.align() + GapName.ALIGNMENT & -GapName.ALIGNMENT);
        if (board.hasBytes(region)) {
            most = Math.min(most, padLength(region, from, to) & -GapName.ALIGNMENT);
            fewest = fillIsPad(region) ? Math.min(fewest, most) : most;
        } else if (next.open()) {
            fewest = 0; // memory of zeros up to its end: nothing tells
        }
        if (!next.open() && (!board.hasBytes(region) || kit.plan().pad() == 0)) {
            fewest = Math.max(0, fewest - sought(region, next.object())) & -GapName.ALIGNMENT;
        }
        long size = name != GapName.TEXT1 && most > 0 ? Math.max(fewest, GapName.ALIGNMENT) : fewest;
        size = name == GapName.BSS ? Math.min(fewest, most) : Math.min(size, most);
        return new long[] {size, most};
    }

    /** Where the head's last piece before an offset of a region ends; of those whose names begin so. */
    private long headEnd(int region, String section, long before) {
        long end = 0;
        for (int piece : placed[region]) {
            boolean head = board.object(piece) < heads && board.name(piece).startsWith(section);
            if (head && board.end(piece) <= before) {
                end = Math.max(end, board.end(piece));
            }
        }
        return end;
    }

    /**
     * Where the first piece of body and tail lies that has the gap's own name, or else one like it. What the head has
     * behind that was collected by a later statement of the script, and the gap is not behind it.
     */
    private long bodyBegin(int region, String section) {
        long like = board.room(region);
        for (int piece : placed[region]) {
            boolean body = board.object(piece) >= heads && board.size(piece) != 0;
            if (body && board.name(piece).equals(section)) {
                return board.offset(piece);
            }
            if (body && board.name(piece).startsWith(section + ".")) {
                like = Math.min(like, board.offset(piece));
            }
        }
        return like;
    }

    /** The room that pieces without a place may take before the next one, which nothing tells from a gap of zeros. */
    private long sought(int region, int first) {
        return Arrays.stream(board.open())
                .filter(piece -> board.home(piece) == region && board.object(piece) >= heads && !board.isShared(piece))
                .filter(piece -> first == NONE || !precedence.isBefore(first, board.object(piece)))
                .mapToLong(piece -> board.size(piece) + board.align(piece) - 1)
                .sum();
    }

    private int firstBehind(int region, long from, IntPredicate which) {
        for (int piece : placed[region]) {
            if (board.object(piece) >= heads && board.offset(piece) >= from && which.test(piece)) {
                return piece;
            }
        }
        return NONE;
    }

    /** How many bytes from an offset on are the pad pattern. */
    private long padLength(int region, long from, long to) throws EngineException {
        byte[] image = board.image(region);
        int at = (int) from;
        while (at < Math.min(to, image.length) && image[at] == pad[at - (int) from & WORD - 1]) {
            at++;
        }
        return at - from;
    }

    /** Whether the linker fills a region with the pad word too, so that a gap and alignment look the same. */
    private boolean fillIsPad(int region) throws EngineException {
        int before = NONE;
        boolean any = false;
        for (int piece : placed[region]) {
            long hole = before == NONE ? 0 : board.offset(piece) - board.end(before);
            boolean body = before != NONE && board.object(before) >= heads;
            if (body && hole > 0 && hole < board.align(piece)) {
                if (!isPad(region, board.end(before), board.offset(piece))) {
                    return false;
                }
                any = true;
            }
            before = piece;
        }
        return any;
    }

    private boolean isPad(int region, long from, long to) throws EngineException {
        byte[] image = board.image(region);
        for (int at = (int) from; at < to; at++) {
            if (image[at] != pad[at & WORD - 1] && image[at] != pad[at - (int) from & WORD - 1]) {
                return false;
            }
        }
        return true;
    }
}
