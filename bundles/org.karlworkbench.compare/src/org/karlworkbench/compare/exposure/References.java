package org.karlworkbench.compare.exposure;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** What the relocated fields of objects name. */
final class References {
    private final LoadedKit kit;
    private final Blocks blocks;
    private final SymbolSpace symbols;

    References(LoadedKit kit, Blocks blocks, SymbolSpace symbols) {
        this.kit = kit;
        this.blocks = blocks;
        this.symbols = symbols;
    }

    /**
     * A field and the block that it names.
     *
     * @param piece the piece that holds it
     * @param offset where in the piece
     * @param target the block
     * @param name the symbol's name, or the target's section
     */
    record Reference(int piece, long offset, Block target, String name) {}

    /** All references from an object that name a place in a block. */
    List<Reference> of(String objectName) throws EngineException {
        ObjectFile object = kit.object(objectName);
        int number = kit.objects().indexOf(object);
        List<Reference> all = new ArrayList<>();
        if (object == null || number < 0) {
            return all;
        }
        Sections sections = object.sections();
        for (int i = 1; i < sections.count(); i++) {
            boolean table = sections.type(i) == Elf.SHT_REL || sections.type(i) == Elf.SHT_RELA;
            if (table) {
                add(object, number, object.relocations(i), all);
            }
        }
        return all;
    }

    private void add(ObjectFile object, int number, Relocations table, List<Reference> all) {
        int from = blocks.pieces().piece(number, table.target());
        if (blocks.of(from) == null) {
            return;
        }
        for (int i = 0; i < table.count(); i++) {
            int symbol = table.symbol(i);
            int piece = piece(object.symbols(), number, symbol);
            Block target = blocks.of(piece);
            if (target != null) {
                String name = object.symbols().name(symbol);
                String shown = name.isEmpty() ? blocks.pieces().name(piece) : name;
                all.add(new Reference(from, table.offset(i), target, shown));
            }
        }
    }

    private int piece(Symbols table, int object, int symbol) {
        if (table.isInSection(symbol)) {
            return blocks.pieces().piece(object, table.section(symbol));
        }
        int named = symbols.named(table.name(symbol));
        return named < 0 ? -1 : symbols.piece(named);
    }
}
