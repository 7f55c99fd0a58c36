package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** A kernel, and the pieces of its kit of which some have their places and the others look for theirs. */
final class Board {
    private static final int NONE = -1;

    private final ElfFile kernel;
    private final List<ObjectFile> objects;
    private final Regions regions;
    private final Pieces pieces;
    private final int[] region;
    private final int[] objectOf;
    private final BitSet wanted = new BitSet();
    private final byte[][] images;
    private final BitSet[] masks;
    private final Homes homes;
    /** The names of sections that are merged. */
    private final Set<String> pools = new HashSet<>();

    private final int[] homeOf;
    private final Map<Integer, Integer> twins = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final AddressWords words;
    private final int sortedRegion;

    Board(ElfFile kernel, LoadedKit kit, SymbolPlaces symbols) {
        this.kernel = kernel;
        objects = kit.objects();
        regions = symbols.regions();
        pieces = symbols.pieces();
        region = symbols.region();
        homes = new Homes(regions);
        objectOf = new int[pieces.count()];
        images = new byte[regions.count()][];
        masks = new BitSet[pieces.count()];
        homeOf = new int[pieces.count()];
        for (int object = 0; object < objects.size(); object++) {
            Sections sections = objects.get(object).sections();
            for (int section = 0; section < sections.count(); section++) {
                int piece = pieces.number(object, section);
                objectOf[piece] = object;
                wanted.set(piece, pieces.isRigid(object, section) && isWanted(sections, section));
                if (sections.isAllocated(section) && pieces.isMerged(object, section)) {
                    pools.add(pieces.name(piece));
                }
            }
        }
        learnHomes();
        words = new AddressWords(this, kit.binder());
        sortedRegion = UnwindTable.find(kernel);
    }

    private static boolean isWanted(Sections sections, int section) {
        boolean there = sections.type(section) != Elf.SHT_NULL && sections.size(section) > 0;
        return there && (sections.flags(section) & Elf.SHF_EXCLUDE) == 0;
    }

    /** Learns from the settled pieces which region takes sections of which name. */
    void learnHomes() {
        homes.forget();
        for (int piece = wanted.nextSetBit(0); piece >= 0; piece = wanted.nextSetBit(piece + 1)) {
            if (pieces.isSettled(piece)) {
                keep(piece);
                homes.count(name(piece), region[piece]);
            }
        }
        Arrays.fill(homeOf, NONE);
        for (int piece = wanted.nextSetBit(0); piece >= 0; piece = wanted.nextSetBit(piece + 1)) {
            homeOf[piece] = homes.of(name(piece));
        }
        pools.forEach(homes::addPool);
    }

    /** Whether a piece takes room in the kernel and keeps its bytes. */
    boolean isWanted(int piece) {
        return wanted.get(piece);
    }

    /** The pieces that take room in the kernel and have no place yet. */
    int[] open() {
        return wanted.stream().filter(this::isOpen).toArray();
    }

    /** Whether a piece looks for its place; of those that several objects bring the linker keeps one. */
    boolean isOpen(int piece) {
        return !pieces.isSettled(piece) && !(isShared(piece) && kept.contains(name(piece)));
    }

    /** The settled pieces of each region that take room, by address. */
    int[][] placed() {
        int[] settled = wanted.stream().filter(pieces::isSettled).toArray();
        long[] bases = Arrays.stream(settled).mapToLong(pieces::base).toArray();
        int[] counts = new int[regions.count()];
        for (int piece : settled) {
            counts[region[piece]]++;
        }
        int[][] placed = new int[counts.length][];
        Arrays.setAll(placed, i -> new int[counts[i]]);
        Arrays.fill(counts, 0);
        for (int i : KeySort.order(bases, bases.length)) {
            int of = region[settled[i]];
            placed[of][counts[of]++] = settled[i];
        }
        return placed;
    }

    /** How many pieces have a place that tells something of the others'. */
    long told() {
        return wanted.stream().filter(pieces::isTold).count();
    }

    /** The region that takes sections of the piece's name, or -1 where none is known. */
    int home(int piece) {
        return homeOf[piece];
    }

    /** Whether a region takes sections of the piece's name; linkers leave some sections of one name apart. */
    boolean isAtHome(int piece, int of) {
        int home = homeOf[piece];
        return home == of || home != NONE && regions.name(home).equals(regions.name(of));
    }

    /** Whether a piece of whose name nothing is known can be in a region, by their flags. */
    boolean mayLieIn(int piece, int of) {
        long flags = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR | Elf.SHF_WRITE | Elf.SHF_TLS;
        Sections table = kernel.sections();
        return homeOf[piece] == NONE
                && of < table.count()
                && ((table.flags(of) ^ sections(piece).flags(section(piece))) & flags) == 0;
    }

    /** Whether merged strings or constants may lie between the pieces of a region. */
    boolean hasPools(int of) {
        return homes.hasPools(of);
    }

    /** The region that takes sections of a name, or -1. */
    int home(String name) {
        return homes.of(name);
    }

    /** Whether a region can hold a piece: bytes, or memory without; all that is written or run in a section that is. */
    boolean suits(int of, int piece) {
        long needed = sections(piece).flags(section(piece)) & (Elf.SHF_WRITE | Elf.SHF_EXECINSTR);
        boolean allowed = of >= kernel.sections().count() || (kernel.sections().flags(of) & needed) == needed;
        return allowed && hasBytes(of) != sections(piece).isNoBits(section(piece));
    }

    /** Whether a region has bytes in the file. */
    boolean hasBytes(int of) {
        Sections table = kernel.sections();
        return of < table.count() && !table.isNoBits(of);
    }

    /** The bytes of a region that has some, as the kernel itself leaves them where it was linked to run. */
    byte[] image(int of) throws EngineException {
        if (images[of] == null) {
            images[of] = SelfRelocation.applied(kernel, of);
        }
        return images[of];
    }

    /** The region whose entries the linker sorted, whatever pieces they are of; -1 if there is none. */
    int sortedRegion() {
        return sortedRegion;
    }

    /** An address, which on machines of 32 bits has no more. */
    long trimmed(long address) {
        return kernel.header().is64() ? address : address & 0xffffffffL;
    }

    /** Whether a piece's bytes stand at an offset of a region, but for what a linker may write. */
    boolean matches(int piece, int of, long offset) throws EngineException {
        if (offset < 0 || size(piece) > image(of).length - offset) {
            return false;
        }
        return Window.of(this, piece, of, offset).shows(content(piece), mask(piece));
    }

    /** Whether a piece can lie at an offset of a region: its bytes stand there, and no word of it contradicts. */
    boolean fits(int piece, int of, long offset) throws EngineException {
        return matches(piece, of, offset) && words().proven(piece, of, offset) >= 0;
    }

    /** How many bytes tell that a piece that fits is there: its own, and words that hold the address of a settled one. */
    long evidence(int piece, int of, long offset) throws EngineException {
        return size(piece) - mask(piece).cardinality() + words().proven(piece, of, offset);
    }

    /** The pieces' words that hold addresses. */
    AddressWords words() {
        return words;
    }

    /** The bytes of a piece. */
    byte[] content(int piece) throws EngineException {
        return objects.get(objectOf[piece]).content(section(piece));
    }

    /** Which bytes of a piece a linker may write. */
    BitSet mask(int piece) throws EngineException {
        if (masks[piece] == null) {
            masks[piece] =
                    FieldMask.of(objects.get(objectOf[piece]), pieces.relocations(objectOf[piece]), section(piece));
        }
        return masks[piece];
    }

    /** The relocations of a piece. */
    List<Relocations> relocations(int piece) throws EngineException {
        return pieces.relocations(objectOf[piece]).of(section(piece));
    }

    private void keep(int piece) {
        if (isShared(piece)) {
            kept.add(name(piece));
        }
    }

    void settle(int piece, int of, long offset, int support) {
        keep(piece);
        region[piece] = of;
        pieces.settleAt(piece, regions.address(of) + offset, support);
    }

    /** Takes back settled pieces that overlap better ones. */
    void rejectOverlaps() {
        new Overlaps(pieces, objects, region).reject();
    }

    boolean isSettled(int piece) {
        return pieces.isSettled(piece);
    }

    /** Where a settled piece begins, from the start of its region. */
    long offset(int piece) {
        return pieces.base(piece) - regions.address(region[piece]);
    }

    long end(int piece) {
        return offset(piece) + size(piece);
    }

    /** The size of a region. */
    long room(int of) {
        return regions.end(of) - regions.address(of);
    }

    int region(int piece) {
        return region[piece];
    }

    int object(int piece) {
        return objectOf[piece];
    }

    int section(int piece) {
        return piece - pieces.number(objectOf[piece], 0);
    }

    long size(int piece) {
        return sections(piece).size(section(piece));
    }

    long align(int piece) {
        return sections(piece).align(section(piece));
    }

    /** The next offset of a region at which a piece may begin. */
    long aligned(int piece, int of, long offset) {
        long base = regions.address(of);
        return ((base + offset + align(piece) - 1) & -align(piece)) - base;
    }

    String name(int piece) {
        return pieces.name(piece);
    }

    /** Says that nothing tells two pieces apart, so that each may lie where the other does. */
    void setTwins(int piece, int other) {
        twins.put(piece, other);
        twins.put(other, piece);
    }

    /** A piece that may lie where this one does as well, or -1. */
    int twin(int piece) {
        return twins.getOrDefault(piece, NONE);
    }

    /** Whether several objects may bring the piece, of which the linker keeps one. */
    boolean isShared(int piece) {
        return pieces.isShared(objectOf[piece], section(piece));
    }

    Sections sections(int piece) {
        return objects.get(objectOf[piece]).sections();
    }

    Regions regions() {
        return regions;
    }

    ElfFile kernel() {
        return kernel;
    }

    List<ObjectFile> objects() {
        return objects;
    }

    Pieces pieces() {
        return pieces;
    }
}
