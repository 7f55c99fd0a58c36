package org.karlworkbench.linker;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.RelocationTables;
import org.karlworkbench.linker.machine.Fields;
import org.karlworkbench.linker.machine.Machine;
import org.karlworkbench.linker.machine.Neighbours;
import org.karlworkbench.linker.machine.Site;

/** Turns the relocations of a kit into fields: all that does not depend on a draw is reckoned here, once. */
final class FieldReader implements Neighbours {
    private final KitReader read;
    private final Binding binding;
    private final Settings settings;
    private final Machine machine;
    private final MadePieces made;
    private final Pieces pieces;
    private final Fields fields;
    private final Site site;
    /** By name, the objects that need it. */
    private final Map<Integer, Set<String>> undefined = new LinkedHashMap<>();

    private Here here;

    /** The piece whose relocations are read. */
    private record Here(int object, int piece, PlaceIndex places) {}

    FieldReader(KitReader read, Binding binding, Settings settings, Machine machine, MadePieces made) {
        this.read = read;
        this.binding = binding;
        this.settings = settings;
        this.machine = machine;
        this.made = made;
        this.pieces = read.pieces();
        long relocations = read.kit().bytes().relocations();
        this.fields = new Fields(relocations + relocations / 8); // some for offset tables
        this.site = new Site(machine, fields, made.table(), read.arena().bytes());
    }

    /**
     * Reads all relocations of pieces that are in a kernel.
     *
     * @param progress told of a step for each object; asked for cancel
     * @return the fields
     * @throws EngineException with code {@code undefined-symbols} for names that nothing defines, with the objects that
     *     ask for them; {@code unlinkable} for what this linker does not know
     */
    Fields read(Progress progress) throws EngineException {
        List<ObjectFile> objects = read.objects();
        progress.begin("reading relocations", objects.size());
        int[][] inOrder = byObject(objects.size());
        for (int object = 0; object < objects.size(); object++) {
            progress.checkCancelled();
            RelocationTables tables = new RelocationTables(objects.get(object));
            for (int piece : inOrder[object]) {
                if (pieces.section(piece) != Pieces.NO_SECTION && tables.isRelocated(pieces.section(piece))) {
                    fields.begin(piece);
                    readPiece(object, piece, tables);
                }
            }
            progress.worked(1);
        }
        if (!undefined.isEmpty()) {
            throw new EngineException(
                    "undefined-symbols",
                    null,
                    null,
                    told(),
                    "add the objects that define them, or link with --unresolved-symbols=ignore-all");
        }
        made.settle(read);
        made.addFields(fields, read.arena().bytes());
        return fields;
    }

    private int[][] byObject(int objects) {
        int[][] all = new int[objects][];
        int from = 0;
        for (int object = 0; object < objects; object++) {
            int first = from;
            while (from < pieces.count() && pieces.object(from) == object && pieces.section(from) != 0) {
                from++;
            }
            all[object] = IntStream.range(first, from).filter(pieces::isPlaced).toArray();
        }
        return all;
    }

    private void readPiece(int object, int piece, RelocationTables tables) throws EngineException {
        if (pieces.content(piece) < 0) {
            return;
        }
        site.enter(piece, pieces.content(piece), (int) pieces.size(piece), this);
        List<Relocations> own = tables.of(pieces.section(piece));
        here = new Here(object, piece, new PlaceIndex(own));
        for (Relocations table : own) {
            for (int i = 0; i < table.count(); i++) {
                long at = table.offset(i);
                if (at < 0 || at >= pieces.size(piece)) {
                    throw outside(object, piece, at);
                }
                try {
                    take(object, piece, table, i);
                } catch (IndexOutOfBoundsException e) {
                    throw outside(object, piece, at);
                }
                i += site.isNextDone() ? 1 : 0;
            }
        }
    }

    @Override
    public boolean tell(long offset, IntPredicate types) throws EngineException {
        PlaceIndex.Found found = here.places().find(offset, types);
        if (found == null) {
            return false;
        }
        Relocations table = found.table();
        site.become(table.type(found.index()), table.addend(found.index()));
        aim(here.object(), here.piece(), table.symbol(found.index()));
        return true;
    }

    private void take(int object, int piece, Relocations table, int i) throws EngineException {
        site.move((int) table.offset(i), table.type(i), table.addend(i), table.data(i));
        if (!table.hasAddends()) {
            site.addend(machine.implicit(site));
        }
        aim(object, piece, table.symbol(i));
        if (!machine.take(site)) {
            String problem = "the built-in linker does not know the relocation type " + table.type(i);
            throw bad(object, piece, table.offset(i), problem);
        }
    }

    private EngineException outside(int object, int piece, long at) {
        return bad(object, piece, at, "a relocation lies outside of its section");
    }

    private EngineException bad(int object, int piece, long at, String problem) {
        return new EngineException(
                "unlinkable",
                read.objects().get(object).title(),
                pieces.name(piece) + "+0x" + Long.toHexString(at),
                problem,
                "link it with lld or ld");
    }

    /** Says to the site what a symbol is. */
    private void aim(int object, int piece, int symbol) throws EngineException {
        if (symbol == 0) {
            site.target(Anchors.ZERO, 0, true);
            return;
        }
        int name = read.name(object, symbol);
        if (name == Names.NONE) {
            aimAtLocal(object, piece, symbol);
        } else {
            aimAtName(object, piece, name);
        }
    }

    private void aimAtLocal(int object, int piece, int symbol) throws EngineException {
        Symbols symbols = read.objects().get(object).symbols();
        int section = symbols.section(symbol);
        if (section == Symbols.ABSOLUTE) {
            site.target(Anchors.ZERO, symbols.value(symbol), true);
            return;
        }
        int home = section > 0 ? read.piece(object, section) : Names.NONE;
        if (home < 0 || !pieces.isPlaced(home)) {
            if (!pieces.name(piece).startsWith(".eh_frame")) {
                String of = section > 0 ? read.objects().get(object).sections().name(section) : "no section";
                throw bad(object, piece, site.place(), "refers to " + of + ", which is in no kernel");
            }
            site.target(Anchors.ZERO, 0, true);
        } else if (read.merged().isMerged(home)) {
            aimAtMerged(home, symbols, symbol);
        } else {
            requireLinkable(object, piece, symbols.type(symbol));
            aimAt(home, symbols.value(symbol), symbols.type(symbol));
        }
    }

    /** The addend of a section's symbol chooses the entry; that of another symbol is a distance from it. */
    private void aimAtMerged(int home, Symbols symbols, int symbol) {
        boolean chooses = symbols.type(symbol) == Elf.STT_SECTION;
        long at = symbols.value(symbol) + (chooses ? site.addend() : 0);
        long distance = read.merged().offset(home, at) - (chooses ? site.addend() : 0);
        site.target(read.merged().piece(home, at), distance, false);
    }

    private void requireLinkable(int object, int piece, int type) throws EngineException {
        if (type == Elf.STT_GNU_IFUNC && machine.indirect() < 0) {
            throw bad(object, piece, site.place(), "refers to an indirect function");
        }
    }

    private void aimAt(int home, long offset, int type) {
        if (type == Elf.STT_GNU_IFUNC) {
            site.target(made.stubs(), made.stub(home, offset), false);
        } else {
            site.target(home, offset, false);
        }
        if (type == Elf.STT_FUNC) {
            site.function();
        }
    }

    private void aimAtName(int object, int piece, int name) throws EngineException {
        switch (binding.how(name)) {
            case FIXED -> {
                int home = binding.target(name);
                if (home == Anchors.ZERO) {
                    site.target(home, binding.offset(name), true);
                } else {
                    requireLinkable(object, piece, binding.type(name));
                    aimAt(home, binding.offset(name), binding.type(name));
                }
            }
            case UNDEFINED -> {
                requireDefined(object, name);
                site.nothing(Anchors.ZERO);
            }
            case LINKER -> {
                made.needGot();
                site.target(binding.target(name), 0, false);
            }
            case DRAWN -> {
                site.target(binding.target(name), 0, false);
                if (binding.names().definitions(name).getFirst().type() == Elf.STT_FUNC) {
                    site.function();
                }
            }
            case SCRIPT, ENDBOOT, START_OF, STOP_OF -> site.target(binding.target(name), 0, false);
        }
    }

    private void requireDefined(int object, int name) {
        if (binding.names().isNeeded(name) && !settings.ignoresUndefined()) {
            undefined
                    .computeIfAbsent(name, _ -> new LinkedHashSet<>())
                    .add(read.objects().get(object).name());
        }
    }

    private String told() {
        return Binding.told(undefined.entrySet().stream()
                .map(each -> "nothing defines " + binding.names().name(each.getKey()) + ", which is needed by "
                        + String.join(", ", each.getValue()))
                .toList());
    }
}
