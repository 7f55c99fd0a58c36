package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.karlworkbench.code.CodeSearch;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.verify.References;

/** {@code karl references}: who refers to a symbol, or what it refers to. */
final class ReferencesVerb extends Verb {
    private final Given<Path> kernel = options.argument("KERNEL", "A kernel, or any ELF file that can be run.");
    private final Given<String> symbol =
            options.text("SYMBOL", "A symbol's name, an address in it, or the name of an object or section.");
    private final KitOption kit = new KitOption(options);
    private final Given<Boolean> from = options.flag("What it refers to, not who refers to it.", "--from");

    ReferencesVerb() {
        super(
                "Shows who refers to a symbol, object or section of a kernel, or with --from to what that refers.",
                "References come from the relocations of the kit's objects. Of several symbols of one name the first is "
                        + "meant, of an object all that it brought.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        kit.mustBeNamed();
        if (symbol.get().isBlank()) {
            throw new UsageException("the symbol is empty", "give a name or an address");
        }
        Interrupt.arm();
        return kit.use(progress, loaded -> {
            Layout layout = Layout.read(kernel.get(), loaded, null, progress);
            List<Hit> hits = find(layout, progress);
            return hits.isEmpty()
                    ? new ReferencesAnswer(symbol.get(), layout, null, hits, from.get(), new int[0])
                    : answer(layout, References.read(layout, loaded, progress), hits);
        });
    }

    private Answer answer(Layout layout, References references, List<Hit> hits) {
        int[] found = hits.stream()
                .flatMapToInt(hit -> IntStream.of(found(references, hit.table().rows(layout), hit.row())))
                .sorted()
                .distinct()
                .toArray();
        return new ReferencesAnswer(symbol.get(), layout, references, hits, from.get(), found);
    }

    private int[] found(References references, Rows rows, int row) {
        long address = rows.address(row);
        return from.get() ? references.from(address, rows.size(row)) : references.to(address, rows.size(row));
    }

    /** The symbol; else all pieces of an object, or a section. */
    private List<Hit> find(Layout layout, Progress progress) {
        List<Hit> symbols = CodeSearch.find(layout, symbol.get(), progress::cancelled);
        progress.checkCancelled();
        if (!symbols.isEmpty()) {
            return symbols.subList(0, 1);
        }
        List<Hit> others = new Finder(layout).named(symbol.get().strip());
        return others.stream()
                .filter(hit -> hit.table() == others.getFirst().table())
                .toList();
    }
}
