package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Group;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.RelocationTables;
import org.karlworkbench.kit.SymbolNames;

/** Reads a kit's objects: their loaded sections become pieces, their global symbols names with definitions. */
final class KitReader {
    /** Other linkers get the gap by a path, and scripts that name it are written anew for them. */
    private static final String GAP_FILE = "/" + GapObject.NAME;

    /** What describes an object to others; a kernel has nobody who would ask. */
    private static final Set<String> DESCRIPTIONS =
            Set.of(".note.gnu.property", ".MIPS.abiflags", ".MIPS.options", ".reginfo");

    private final LoadedKit kit;
    private final List<ObjectFile> objects;
    private final Statements statements;
    private final Pieces pieces = new Pieces();
    private final Arena arena;
    private final MergedSections merged;
    private SymbolNames symbolNames;
    private Names names;
    private final int[][] pieceOf;
    private final Map<Integer, CommonSymbol> commons = new LinkedHashMap<>();
    private final Map<String, List<int[]>> groups = new HashMap<>();
    private final int[] gap = new int[GapPieces.NAMES.size()];

    /** What several objects say of a COMMON symbol. */
    private record CommonSymbol(int object, int symbol, long size, long align) {
        CommonSymbol with(CommonSymbol other) {
            CommonSymbol larger = other.size > size ? other : this;
            return new CommonSymbol(larger.object, larger.symbol, larger.size, Math.max(align, other.align));
        }
    }

    KitReader(LoadedKit kit, Statements statements) {
        this.kit = kit;
        this.objects = kit.objects();
        this.statements = statements;
        this.arena = new Arena(kit.bytes().loaded());
        this.merged = new MergedSections(arena);
        pieceOf = new int[objects.size()][];
    }

    /**
     * Reads all objects.
     *
     * @param progress told of a step for each object; asked for cancel
     */
    void read(Progress progress) throws EngineException {
        progress.begin("reading objects", objects.size());
        // takes as long as reading the sections, and needs nothing of them
        CompletableFuture<SymbolNames> numbered = CompletableFuture.supplyAsync(kit::symbolNames);
        try {
            for (int object = 0; object < objects.size(); object++) {
                progress.checkCancelled();
                readSections(object);
                progress.worked(1);
            }
        } finally {
            numbered.join();
        }
        symbolNames = numbered.join();
        names = new Names(symbolNames.numbers());
        for (int object = 0; object < objects.size(); object++) {
            readSymbols(object);
        }
        addCommons();
        addGap();
    }

    private void readSections(int object) throws EngineException {
        ObjectFile file = objects.get(object);
        Sections sections = file.sections();
        RelocationTables relocated = new RelocationTables(file);
        int[] own = new int[sections.count()];
        Arrays.fill(own, Names.NONE);
        for (int i = 1; i < sections.count(); i++) {
            boolean loaded = sections.isAllocated(i) && (sections.flags(i) & Elf.SHF_EXCLUDE) == 0;
            if (loaded && !DESCRIPTIONS.contains(sections.name(i))) {
                own[i] = piece(object, file, i, relocated.isRelocated(i));
            }
        }
        pieceOf[object] = own;
        readGroups(file, own);
    }

    private int piece(int object, ObjectFile file, int section, boolean relocated) throws EngineException {
        Sections sections = file.sections();
        long size = sections.size(section);
        long align = Math.max(1, sections.align(section));
        require(file, section, size >= 0 && size < 1L << 40, "has an absurd size");
        require(file, section, align <= 1 << 30 && Long.bitCount(align) == 1, "has an absurd alignment");
        int piece = pieces.add(
                object,
                section,
                sections.name(section),
                sections.type(section),
                (int) sections.flags(section),
                (int) align,
                size);
        statements.place(pieces, piece, file.name());
        if (pieces.isPlaced(piece) && !sections.isNoBits(section)) {
            try {
                content(file, section, piece, relocated);
            } catch (ArithmeticException e) {
                require(file, section, false, "has more bytes than fit with those of the sections before it: 2 GiB");
            }
        }
        return piece;
    }

    private void content(ObjectFile file, int section, int piece, boolean relocated) throws EngineException {
        Sections sections = file.sections();
        byte[] content = file.content(section);
        long entrySize = sections.entrySize(section);
        boolean mergeable =
                MergedSections.isMergeable(sections.flags(section), entrySize, sections.size(section), relocated);
        int output = statements.output(pieces.statement(piece));
        if (!mergeable || !merged.take(pieces, piece, content, (int) entrySize, output)) {
            pieces.content(piece, arena.add(content, 0, content.length));
        }
    }

    private static void require(ObjectFile file, int section, boolean holds, String problem) throws EngineException {
        if (!holds) {
            throw new EngineException(
                    "bad-object",
                    file.title(),
                    "section " + section + " (" + file.sections().name(section) + ")",
                    problem,
                    "compile it again");
        }
    }

    private void readGroups(ObjectFile file, int[] own) throws EngineException {
        for (Group group : file.groups()) {
            if (group.comdat()) {
                int[] members = group.members().stream()
                        .mapToInt(section -> own[section])
                        .filter(piece -> piece >= 0)
                        .toArray();
                groups.computeIfAbsent(group.signature(), _ -> new ArrayList<>())
                        .add(members);
            }
        }
    }

    private void readSymbols(int object) {
        Symbols symbols = objects.get(object).symbols();
        int[] own = symbolNames.of(object);
        for (int i = 1; i < own.length; i++) {
            if (own[i] != Names.NONE) {
                names.see(own[i], symbols.visibility(i));
                readGlobal(object, symbols, i, own[i]);
            }
        }
    }

    private void readGlobal(int object, Symbols symbols, int i, int name) {
        int section = symbols.section(i);
        if (section == Symbols.UNDEFINED) {
            names.refer(name, object, symbols.binding(i) == Elf.STB_WEAK);
        } else if (section == Symbols.COMMON) {
            CommonSymbol found = new CommonSymbol(object, i, symbols.size(i), Math.max(1, symbols.value(i)));
            commons.merge(name, found, CommonSymbol::with);
        } else if (section == Symbols.ABSOLUTE) {
            names.define(name, definition(object, i, Names.ABSOLUTE, symbols.value(i)));
        } else if (section > 0 && pieceOf[object][section] >= 0) {
            int piece = pieceOf[object][section];
            long value = symbols.value(i);
            names.define(
                    name,
                    merged.isMerged(piece)
                            ? definition(object, i, merged.piece(piece, value), merged.offset(piece, value))
                            : definition(object, i, piece, value));
        }
    }

    private Names.Definition definition(int object, int symbol, int piece, long offset) {
        byte binding = (byte) objects.get(object).symbols().binding(symbol);
        return definition(object, symbol, piece, offset, binding == Elf.STB_WEAK ? Names.WEAK : Names.STRONG);
    }

    private Names.Definition definition(int object, int symbol, int piece, long offset, byte strength) {
        Symbols symbols = objects.get(object).symbols();
        return new Names.Definition(
                object,
                (byte) symbols.binding(symbol),
                (byte) symbols.type(symbol),
                (byte) symbols.other(symbol),
                strength,
                piece,
                offset,
                symbols.size(symbol));
    }

    /** A COMMON symbol that nothing else defines gets memory with the object that wants most of it. */
    private void addCommons() throws EngineException {
        for (Map.Entry<Integer, CommonSymbol> each : commons.entrySet()) {
            int name = each.getKey();
            CommonSymbol common = each.getValue();
            boolean defined =
                    names.definitions(name).stream().anyMatch(definition -> definition.strength() == Names.STRONG);
            if (!defined) {
                ObjectFile file = objects.get(common.object());
                boolean sound = common.align() <= 1 << 30
                        && Long.bitCount(common.align()) == 1
                        && common.size() >= 0
                        && common.size() < 1L << 40;
                require(file, 0, sound, "has a COMMON symbol " + names.name(name) + " of absurd size or alignment");
                int flags = (int) (Elf.SHF_ALLOC | Elf.SHF_WRITE);
                int piece = pieces.add(
                        common.object(),
                        Pieces.NO_SECTION,
                        "COMMON",
                        Elf.SHT_NOBITS,
                        flags,
                        (int) common.align(),
                        common.size());
                statements.place(pieces, piece, file.name());
                names.define(name, definition(common.object(), common.symbol(), piece, 0, Names.COMMON));
            }
        }
    }

    private void addGap() {
        for (int i = 0; i < gap.length; i++) {
            gap[i] = pieces.add(
                    objects.size(),
                    Pieces.NO_SECTION,
                    GapPieces.NAMES.get(i),
                    GapPieces.type(i),
                    GapPieces.flags(i),
                    1,
                    0);
            statements.place(pieces, gap[i], GAP_FILE);
        }
        names.number(GapObject.ENDBOOT);
    }

    LoadedKit kit() {
        return kit;
    }

    List<ObjectFile> objects() {
        return objects;
    }

    /**
     * What people call an object.
     *
     * @param object its number, with the gap's behind those of the kit, and behind that the linker's own
     * @return its name in the kit, {@code gap.o}, or empty for what the linker makes
     */
    String objectName(int object) {
        return object < objects.size() ? objects.get(object).name() : object == objects.size() ? GapObject.NAME : "";
    }

    Statements statements() {
        return statements;
    }

    Pieces pieces() {
        return pieces;
    }

    Arena arena() {
        return arena;
    }

    MergedSections merged() {
        return merged;
    }

    Names names() {
        return names;
    }

    /** The pieces of the gap, in the order of {@link GapPieces#NAMES}. */
    int[] gap() {
        return gap;
    }

    /** The piece of an object's section, or {@link Names#NONE}. */
    int piece(int object, int section) {
        return pieceOf[object][section];
    }

    /** The number of the name of a global symbol, {@link Names#NONE} for a local one. */
    int name(int object, int symbol) {
        return symbolNames.of(object)[symbol];
    }

    /** The pieces of groups of which a kernel keeps one, by signature; only such as several objects have. */
    List<List<int[]>> contested() {
        return groups.values().stream().filter(copies -> copies.size() > 1).toList();
    }

    /** All pieces of contested groups. */
    BitSet contestedPieces() {
        BitSet all = new BitSet();
        contested().forEach(copies -> copies.forEach(copy -> Arrays.stream(copy).forEach(all::set)));
        return all;
    }
}
