package org.karlworkbench.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * Places from symbols: global names that only one object defines say where its section lies, then the runs of local
 * symbols do; what contradicts itself, leaves the kernel's sections or overlaps a better piece is dropped.
 */
final class SymbolPlaces {
    private final LoadedKit kit;
    private final ElfFile kernel;
    private final Regions regions;
    private final Symbols symbols;
    private final KitJoin join;
    private final Pieces pieces;
    private final int[] region;
    private int[] owners;

    private SymbolPlaces(ElfFile kernel, LoadedKit kit) throws EngineException {
        this.kit = kit;
        this.kernel = kernel;
        regions = Regions.of(kernel);
        symbols = kernel.symbols();
        join = new KitJoin(symbols, threadBase(kernel.segments()), kit);
        pieces = new Pieces(kit.objects());
        region = new int[pieces.count()];
    }

    static Places find(ElfFile kernel, LoadedKit kit) throws EngineException {
        return kernel.symbols().count() == 0
                ? Places.NONE
                : settled(kernel, kit).withGaps();
    }

    /** The pieces that symbols settle, each in a region of the kernel; none where there is no symbol table. */
    static SymbolPlaces settled(ElfFile kernel, LoadedKit kit) throws EngineException {
        SymbolPlaces finder = new SymbolPlaces(kernel, kit);
        finder.voteGlobals();
        finder.pieces.settle();
        LocalRuns runs = new LocalRuns(finder.join, finder.pieces);
        runs.vote();
        finder.owners = runs.owners();
        finder.pieces.settle();
        finder.placeInRegions();
        return finder;
    }

    Regions regions() {
        return regions;
    }

    Pieces pieces() {
        return pieces;
    }

    /** For each settled piece the region that holds it. */
    int[] region() {
        return region;
    }

    KitJoin join() {
        return join;
    }

    /** For each symbol of the kernel the object in whose run of local symbols it is, or -1. */
    int[] owners() {
        return owners;
    }

    /** The address of the thread-local template, or 0. */
    static long threadBase(Segments segments) {
        for (int i = 0; i < segments.count(); i++) {
            if (segments.type(i) == Elf.PT_TLS) {
                return segments.virtualAddress(i);
            }
        }
        return 0;
    }

    private void voteGlobals() {
        for (int i = 1; i < symbols.count(); i++) {
            int definer = join.isGlobal(i) ? join.definer(join.name(i)) : -1;
            if (definer >= 0 && symbols.isInSection(i)) {
                Symbols own = kit.objects().get(definer).symbols();
                int definition = join.definition(join.name(i));
                int section = own.section(definition);
                if (pieces.isRigid(definer, section) && isSameKind(own.type(definition), symbols.type(i))) {
                    pieces.vote(pieces.number(definer, section), join.address(i) - own.value(definition));
                }
            }
        }
    }

    /** An indirect function can become the address of an entry in a table that the linker makes. */
    private static boolean isSameKind(int own, int linked) {
        return own != Elf.STT_GNU_IFUNC || linked == Elf.STT_GNU_IFUNC;
    }

    private void placeInRegions() {
        int hint = -1;
        for (int object = 0; object < kit.objects().size(); object++) {
            Sections sections = kit.objects().get(object).sections();
            for (int section = 1; section < sections.count(); section++) {
                int piece = pieces.number(object, section);
                if (pieces.isSettled(piece)) {
                    hint = regions.find(sections.name(section), hint, pieces.base(piece), sections.size(section));
                    region[piece] = hint;
                    if (!fits(piece, sections, section, hint)) {
                        pieces.reject(piece);
                    }
                }
            }
        }
        new Overlaps(pieces, kit.objects(), region).reject();
    }

    private boolean fits(int piece, Sections sections, int section, int hint) {
        if (hint < 0 || (pieces.base(piece) & (sections.align(section) - 1)) != 0) {
            return false;
        }
        boolean bytes = sections.size(section) != 0 && !sections.isNoBits(section);
        return !bytes || hint >= kernel.sections().count() || !kernel.sections().isNoBits(hint);
    }

    private Places withGaps() throws EngineException {
        Places.Builder places = rows();
        new GapSearch(kernel, kit, regions, places.build()).addTo(places);
        return places.build();
    }

    /** The rows of all settled pieces, and of the COMMON symbols that the kernel's symbols tell. */
    Places.Builder rows() {
        Places.Builder places = new Places.Builder();
        for (int object = 0; object < kit.objects().size(); object++) {
            ObjectFile each = kit.objects().get(object);
            for (int section = 1; section < each.sections().count(); section++) {
                int piece = pieces.number(object, section);
                if (pieces.isSettled(piece)) {
                    places.add(
                            PlaceKind.INPUT,
                            each.name(),
                            each.sections().name(section),
                            section,
                            regions.name(region[piece]),
                            pieces.base(piece),
                            each.sections().size(section));
                }
            }
        }
        for (Common common : commons()) {
            int found = common.symbol();
            places.add(
                    PlaceKind.COMMON,
                    kit.objects().get(common.object()).name(),
                    symbols.name(found),
                    -1,
                    regions.name(symbols.section(found)),
                    symbols.value(found),
                    symbols.size(found));
        }
        return places;
    }

    /**
     * A common symbol that no object defines: a linker has allocated it, once, in the largest size.
     *
     * @param object the first that wants so much
     * @param symbol the kernel's
     * @param align the largest that any object wants
     */
    record Common(int object, int symbol, long align) {
        private Common with(Common other) {
            return new Common(object < 0 ? other.object : object, symbol, Math.max(align, other.align));
        }
    }

    /** All of them, by address. */
    List<Common> commons() {
        Map<Integer, Common> commons = new HashMap<>();
        for (int object = 0; object < kit.objects().size(); object++) {
            Symbols own = kit.objects().get(object).symbols();
            for (int i = 1; i < own.count(); i++) {
                int found = own.section(i) == Symbols.COMMON ? symbols.find(own, i) : -1;
                if (found >= 0 && isAllocated(found)) {
                    boolean fits = own.size(i) == symbols.size(found);
                    commons.merge(found, new Common(fits ? object : -1, found, own.value(i)), Common::with);
                }
            }
        }
        return commons.values().stream()
                .filter(each -> each.object() >= 0)
                .sorted((a, b) -> Long.compareUnsigned(symbols.value(a.symbol()), symbols.value(b.symbol())))
                .toList();
    }

    private boolean isAllocated(int found) {
        int section = symbols.section(found);
        return symbols.binding(found) != Elf.STB_LOCAL
                && join.definer(join.name(found)) < 0
                && section > 0
                && section < regions.count()
                && regions.holds(section, symbols.value(found), symbols.size(found));
    }
}
