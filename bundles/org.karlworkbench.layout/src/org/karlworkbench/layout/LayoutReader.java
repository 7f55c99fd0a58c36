package org.karlworkbench.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;

/** Reads a kernel's layout step by step; what it found is what {@link Layout} shows. */
final class LayoutReader {
    final Path kernel;
    final long fileSize;
    final ElfHeader header;
    final Segments segments;
    final Sections sectionTable;
    final List<String> problems = new ArrayList<>();
    final Symbols symbolTable;
    final long endboot;
    final LedgerEntry entry;
    final Places places;
    final boolean complete;
    final Rows sections;
    final Rows objects;
    final Rows symbols;
    final Rows gaps;
    private final Regions regions;
    private final Names names = new Names();

    static Layout read(Path kernel, LoadedKit kit, Places places, Progress progress) throws EngineException {
        progress.begin("layout", 3);
        try (ElfFile file = ElfFile.open(kernel)) {
            return new Layout(new LayoutReader(kernel, file, kit, places, progress));
        }
    }

    private LayoutReader(Path kernel, ElfFile file, LoadedKit kit, Places given, Progress progress)
            throws EngineException {
        this.kernel = kernel;
        fileSize = file.size();
        header = file.header();
        requireLinked(file);
        segments = file.segments();
        sectionTable = file.sections();
        symbolTable = symbols(file);
        endboot = GapSearch.endboot(symbolTable);
        progress.worked(1);
        progress.checkCancelled();
        Ledger ledger = Ledger.beside(kernel, problems);
        entry = ledger.entry();
        if (kit != null && given == null) {
            requireOwn(file, kit, progress);
        }
        complete = given != null || ledger.places() != null;
        places = given != null ? given : ledger.places() != null ? ledger.places() : fromSymbols(file, kit);
        progress.worked(1);
        progress.checkCancelled();
        regions = Regions.of(file);
        sections = regions.rows();
        ObjectRows pieces = new ObjectRows(regions, places, names, complete, endboot);
        symbols = symbolRows(file, kit, pieces);
        objects = pieces.rows();
        gaps = pieces.gaps();
        progress.worked(1);
    }

    private static void requireLinked(ElfFile file) throws EngineException {
        if (!file.header().isExecutable()) {
            throw new EngineException(
                    "no-kernel",
                    file.name(),
                    "e_type",
                    file.header().isRelocatable() ? "is an object file, not linked yet" : "is no linked program",
                    "give a kernel");
        }
    }

    private void requireOwn(ElfFile file, LoadedKit kit, Progress progress) throws EngineException {
        if (entry != null) {
            OwnKit.require(kernel, kit, entry);
        } else {
            OwnKit.require(file, symbolTable, kit, progress);
        }
    }

    private Symbols symbols(ElfFile file) throws EngineException {
        try {
            return file.symbols();
        } catch (EngineException e) {
            if ("io".equals(e.code())) {
                throw e;
            }
            problems.add(e.line());
            return Symbols.empty();
        }
    }

    private Places fromSymbols(ElfFile file, LoadedKit kit) throws EngineException {
        return kit == null || symbolTable.count() == 0 ? Places.NONE : Places.fromSymbols(file, kit);
    }

    private Rows symbolRows(ElfFile file, LoadedKit kit, ObjectRows pieces) {
        RowsBuilder builder = new SymbolRows(regions, file, symbolTable).rows();
        Rows rows = builder.build(regions, names, symbolTable::name);
        if (places.count() > 0 || kit != null) {
            long threadBase = SymbolPlaces.threadBase(segments);
            KitJoin join = kit == null ? null : new KitJoin(symbolTable, threadBase, kit);
            new SymbolOwners(regions, places, pieces.regionOf(), names, symbolTable, join, complete, threadBase)
                    .assign(rows);
        }
        return rows;
    }

    Rows symbolsAndGaps() {
        RowsBuilder all = new RowsBuilder(symbols.count() + gaps.count());
        gaps.addTo(all);
        symbols.addTo(all);
        return all.build(
                regions, names, key -> ObjectRows.isGap(key) ? ObjectRows.gapName(key) : symbolTable.name(key));
    }

    OptionalLong gap(GapName name) {
        if (entry != null && entry.getGaps() != null) {
            return OptionalLong.of(LedgerFiles.gaps(entry).of(name));
        }
        for (int row = 0; row < gaps.count(); row++) {
            if (gaps.name(row).equals(name.label())) {
                return OptionalLong.of(gaps.size(row));
            }
        }
        return OptionalLong.empty();
    }

    Gaps gapsOrNull() {
        boolean known =
                Arrays.stream(GapName.values()).allMatch(name -> gap(name).isPresent());
        return known ? Gaps.of(name -> gap(name).getAsLong()) : null;
    }
}
