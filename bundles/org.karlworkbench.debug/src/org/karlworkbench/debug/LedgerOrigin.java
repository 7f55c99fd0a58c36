package org.karlworkbench.debug;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.debug.trace.Mention;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LedgerGlance;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.PlacesQuery;

/** All relinks of one ledger or several, of whatever kits, with what a trace asks of them: a thousand take less than a second. */
public final class LedgerOrigin extends Origin {
    private final LedgerSearch search;
    private final List<LoadedKit> alone;

    /**
     * A ledger that is searched later.
     *
     * @param folder its folder
     * @param kit the kit where the entries' own paths need not be followed; null to follow them
     */
    public LedgerOrigin(Path folder, LoadedKit kit) {
        search = new LedgerSearch(folder, kit);
        alone = List.of();
    }

    /**
     * The ledgers of several kits, searched together later. Of a kit without a relink there, what holds for every relink of
     * it is told.
     *
     * @param folders the folders of the ledgers
     * @param kits the kits; their files stay the caller's
     */
    public LedgerOrigin(List<Path> folders, List<LoadedKit> kits) {
        search = new LedgerSearch(folders, kits);
        alone = List.copyOf(kits);
    }

    @Override
    List<Suspects> suspects(Trace trace, Progress progress) throws EngineException {
        List<Suspects> suspects = new ArrayList<>();
        for (LedgerSearch.Group each : search.run(kit -> query(kit, trace), progress)) {
            List<Relinked> relinks = new ArrayList<>();
            each.relinks().forEach(placed -> relinks.add(relink(placed, each.kit())));
            suspects.add(new Suspects(each.kit(), relinks, each.unread()));
        }
        for (LoadedKit each : alone) {
            if (search.kit(each.digest()) == null) {
                suspects.add(new Suspects(new KitSymbols(each), List.of(), List.of()));
            }
        }
        return suspects;
    }

    /** What a trace needs: the objects that define its symbols, what lies at its addresses, and the gap. */
    private static PlacesQuery query(KitSymbols kit, Trace trace) {
        Set<String> objects = new HashSet<>(Set.of(Places.GAP));
        Set<Long> addresses = new HashSet<>();
        for (Mention each : trace.mentions()) {
            if (each.hasSymbol()) {
                kit.definitions(each.symbol())
                        .forEach(found -> objects.add(found.object().name()));
            }
            if (each.hasAddress()) {
                addresses.add(each.address());
                addresses.add(each.address() - 1); // where a call that never returns ends
            }
        }
        return new PlacesQuery(
                objects, addresses.stream().mapToLong(each -> each).toArray());
    }

    private static Relinked relink(LedgerSearch.Placed placed, KitSymbols kit) {
        LedgerGlance entry = placed.entry();
        return new PlacedRelink(
                entry.file().toString(), kit, placed.places(), entry.endboot(), kernel(entry), entry.sha256());
    }

    private static Path kernel(LedgerGlance entry) {
        Path beside = LedgerFiles.kernelOf(entry.file());
        Path kernel = Files.isRegularFile(beside) ? beside : entry.kernel();
        return kernel != null && Files.isRegularFile(kernel) ? kernel : null;
    }

    @Override
    public void close() {
        search.close();
    }
}
