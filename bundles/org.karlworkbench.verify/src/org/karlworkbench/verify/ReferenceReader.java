package org.karlworkbench.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.OwnKit;
import org.karlworkbench.layout.Places;
import org.karlworkbench.verify.psabi.Nature;
import org.karlworkbench.verify.psabi.Psabi;
import org.karlworkbench.verify.psabi.Site;

/** Collects the references of a kernel, piece by piece, in columns. */
final class ReferenceReader {
    private static final int STEP = 1024;

    final List<ObjectFile> objects = new ArrayList<>();
    final List<Integer> sections = new ArrayList<>();
    final List<Long> bases = new ArrayList<>();
    int count;
    int[] pieces = new int[STEP];
    long[] places = new long[STEP];
    int[] symbols = new int[STEP];
    int[] types = new int[STEP];
    long[] addends = new long[STEP];
    long[] targets = new long[STEP];

    private final LinkedKernel kernel;
    private final KitFacts facts;
    private final PoolPlaces pools;
    /** Null for a machine whose formulas are not known: its relocations all have addends. */
    private final Psabi psabi;

    private final Site site;

    private ReferenceReader(LinkedKernel kernel) {
        this.kernel = kernel;
        facts = kernel.linked().facts();
        pools = new PoolPlaces(facts);
        psabi = Psabi.of(kernel.file().header()).orElse(null);
        site = psabi == null
                ? null
                : new Site(kernel.link(), kernel.file().header().order());
    }

    static References read(Layout layout, LoadedKit kit, Progress progress) throws EngineException {
        LedgerEntry entry = layout.entry().orElse(null);
        if (entry != null) {
            OwnKit.require(layout.kernel(), kit, entry);
        }
        try (ElfFile file = ElfFile.open(layout.kernel())) {
            requireSame(layout, file);
            LinkedObjects linked = new LinkedObjects(kit, null, order(entry, kit));
            Places places = layout.isComplete() ? layout.places() : PoolRows.with(file, kit, layout.places());
            ReferenceReader reader = new ReferenceReader(new LinkedKernel(file, linked));
            reader.read(places, progress);
            reader.requireSome(layout, kit);
            return new References(reader);
        }
    }

    private static void requireSame(Layout layout, ElfFile file) throws EngineException {
        if (file.size() != layout.fileSize()) {
            throw new EngineException(
                    "stale-kernel", layout.kernel().toString(), null, "changed while it was open", "open it again");
        }
    }

    private void requireSome(Layout layout, LoadedKit kit) throws EngineException {
        if (objects.isEmpty()) {
            throw new EngineException(
                    "wrong-kit",
                    layout.kernel().toString(),
                    null,
                    "none of the objects of " + kit.origin() + " is found in it",
                    "give the kit from which it was linked, and a kernel with its symbols or ledger entry");
        }
    }

    /** Head, body and tail as they were linked; the gap refers to nothing. */
    private static List<String> order(LedgerEntry entry, LoadedKit kit) {
        List<String> order = new ArrayList<>();
        if (entry == null) {
            order.addAll(kit.linkOrder(kit.plan().body()));
        } else {
            order.addAll(entry.getHead());
            order.addAll(entry.getOrder());
            order.addAll(entry.getTail());
        }
        order.remove(Places.GAP);
        return order;
    }

    private void read(Places all, Progress progress) throws EngineException {
        progress.begin("references", all.count());
        Placement placement = new Placement(all, kernel.linked());
        Tally tally = new Tally();
        Reporter reporter = new Reporter(tally, kernel.file().sections());
        new PoolCheck(facts, kernel.image(), tally, reporter, all.count()).locate(all, placement, pools);
        for (int row = 0; row < all.count(); row++) {
            if (row % STEP == 0) {
                progress.checkCancelled();
                progress.worked(Math.min(STEP, all.count() - row));
            }
            Input input = placement.input(row);
            if (input != null && placement.isWhole(row) && !placement.isRepeated(row)) {
                read(input, placement.section(row), all.address(row));
            }
        }
    }

    private void read(Input input, int section, long base) throws EngineException {
        if (site != null) {
            byte[] content = input.file().content(section);
            site.enter(input, content, content, 0, base);
        }
        int piece = objects.size();
        objects.add(input.file());
        sections.add(section);
        bases.add(base);
        boolean code = input.sections().isExecutable(section);
        if (input.facts().isRelocated(section)) {
            for (Relocations table : input.facts().relocations(section)) {
                for (int i = 0; i < table.count(); i++) {
                    read(input, table, i, piece, base, code);
                }
            }
        }
    }

    private void read(Input input, Relocations table, int i, int piece, long base, boolean code)
            throws EngineException {
        int completed = psabi == null
                ? i
                : Completed.source(psabi, table, i, input.file().symbols());
        int source = completed < 0 ? i : completed;
        if (table.symbol(source) == 0 || table.type(i) == 0) {
            return; // a mark for the linker, no reference
        }
        long addend = addend(table, i, source);
        makeRoom();
        pieces[count] = piece;
        places[count] = base + table.offset(i);
        symbols[count] = table.symbol(source);
        types[count] = table.type(i);
        addends[count] = addend;
        targets[count++] = target(
                input, table.symbol(source), addend, code && psabi != null ? psabi.lead(table.type(i), site) : 0);
    }

    private long addend(Relocations table, int i, int source) {
        if (psabi == null) {
            return table.addend(source);
        }
        site.move((int) table.offset(i), 0, table.addend(source), Nature.DEFINED);
        boolean implicit = !table.hasAddends() || psabi.sumsAddends();
        try {
            return table.addend(source) + (implicit ? psabi.implicit(table.type(i), site) : 0);
        } catch (IndexOutOfBoundsException _) {
            return table.addend(source); // the field does not fit into its section
        }
    }

    private long target(Input input, int symbol, long addend, long lead) throws EngineException {
        SymbolValues values = kernel.values();
        boolean bySection = input.file().symbols().type(symbol) == Elf.STT_SECTION;
        if (values.nature(input, symbol) == Nature.UNDEFINED) {
            return SymbolValues.UNKNOWN;
        }
        long value = values.value(input, symbol);
        if (value != SymbolValues.UNKNOWN) {
            return bySection ? trimmed(value + addend + lead) : value;
        }
        Input home = values.home(input, symbol);
        int definition = values.definition(input, symbol);
        return home != null && home.isMerged(definition)
                ? merged(home, definition, addend + lead)
                : SymbolValues.UNKNOWN;
    }

    /** A merged string or constant, if the kernel has it once. */
    private long merged(Input home, int symbol, long addend) throws EngineException {
        MergedEntry entry = MergedEntry.of(facts, home, symbol, addend);
        if (entry == null) {
            return SymbolValues.UNKNOWN;
        }
        int place = pools.first(entry.kind(), entry.group());
        boolean once = place >= 0 && pools.next(entry.group(), place) < 0;
        return once ? pools.address(place) + entry.inside() : SymbolValues.UNKNOWN;
    }

    private long trimmed(long address) {
        return kernel.file().header().is64() ? address : address & 0xffffffffL;
    }

    private void makeRoom() {
        if (count == pieces.length) {
            int room = Math.multiplyExact(count, 2);
            pieces = Arrays.copyOf(pieces, room);
            places = Arrays.copyOf(places, room);
            symbols = Arrays.copyOf(symbols, room);
            types = Arrays.copyOf(types, room);
            addends = Arrays.copyOf(addends, room);
            targets = Arrays.copyOf(targets, room);
        }
    }
}
