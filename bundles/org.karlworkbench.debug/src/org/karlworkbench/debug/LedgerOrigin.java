package org.karlworkbench.debug;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.debug.trace.Mention;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LedgerGlance;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.PlacesQuery;
import org.karlworkbench.relink.EntryKit;
import org.karlworkbench.relink.ledger.Ledgers;

/**
 * All relinks of a ledger, of whatever kits. Of each only its digests are read, and of its places those that a trace is
 * about, so that a thousand are searched in under a second.
 */
public final class LedgerOrigin extends Origin {
    private final Path folder;
    private final LoadedKit given;
    private final Map<String, KitSymbols> kits = new LinkedHashMap<>();
    private final List<KitSource> opened = new ArrayList<>();

    /**
     * A ledger that is searched later.
     *
     * @param folder its folder
     * @param kit the kit where the entries' own paths need not be followed; null to follow them
     */
    public LedgerOrigin(Path folder, LoadedKit kit) {
        this.folder = folder;
        this.given = kit;
    }

    @Override
    List<Suspects> suspects(Trace trace, Progress progress) throws EngineException {
        List<Path> files = Ledgers.files(folder);
        progress.begin("searching " + files.size() + " relinks", 0);
        List<Symbolized.Rejected> unreadable = new ArrayList<>();
        Map<String, List<LedgerGlance>> byKit = new LinkedHashMap<>();
        for (Object each : files.parallelStream().map(LedgerOrigin::glance).toList()) {
            if (each instanceof LedgerGlance glance) {
                byKit.computeIfAbsent(glance.kitDigest(), _ -> new ArrayList<>())
                        .add(glance);
            } else {
                unreadable.add((Symbolized.Rejected) each);
            }
        }
        List<Suspects> suspects = new ArrayList<>();
        for (var each : byKit.entrySet()) {
            progress.checkCancelled();
            suspects.add(ofKit(each.getKey(), each.getValue(), trace, progress));
        }
        if (!unreadable.isEmpty()) {
            suspects.add(new Suspects(null, List.of(), unreadable));
        }
        return suspects;
    }

    private static Object glance(Path file) {
        try {
            return LedgerGlance.read(file);
        } catch (EngineException e) {
            return new Symbolized.Rejected(file.toString(), e.line());
        }
    }

    private Suspects ofKit(String digest, List<LedgerGlance> entries, Trace trace, Progress progress) {
        KitSymbols kit;
        try {
            kit = kit(digest, entries, progress);
        } catch (EngineException e) {
            List<Symbolized.Rejected> unread = new ArrayList<>();
            entries.forEach(
                    each -> unread.add(new Symbolized.Rejected(each.file().toString(), e.line())));
            return new Suspects(null, List.of(), unread);
        }
        PlacesQuery query = query(kit, trace);
        List<Relinked> relinks = new ArrayList<>();
        List<Symbolized.Rejected> unread = new ArrayList<>();
        List<Object> read =
                entries.parallelStream().map(each -> relink(each, kit, query)).toList();
        for (Object each : read) {
            if (each instanceof Relinked relink) {
                relinks.add(relink);
            } else {
                unread.add((Symbolized.Rejected) each);
            }
        }
        relinks.sort(Comparator.comparing(Relinked::title));
        return new Suspects(kit, relinks, unread);
    }

    private KitSymbols kit(String digest, List<LedgerGlance> entries, Progress progress) throws EngineException {
        KitSymbols known = kits.get(digest);
        if (known == null) {
            known = new KitSymbols(load(digest, entries, progress));
            kits.put(digest, known);
        }
        return known;
    }

    private LoadedKit load(String digest, List<LedgerGlance> entries, Progress progress) throws EngineException {
        if (given != null && given.digest().equals(digest)) {
            return given;
        }
        Path first = entries.getFirst().file();
        KitSource source = EntryKit.open(first, LedgerFiles.read(first), progress);
        opened.add(source);
        LoadedKit kit = LoadedKit.read(source, progress);
        if (!kit.digest().equals(digest)) {
            throw new EngineException(
                    "wrong-kit",
                    first.toString(),
                    "kitDigest",
                    "the kit at " + kit.origin() + " has changed since",
                    "name the kit as it was with --kit");
        }
        return kit;
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

    private static Object relink(LedgerGlance entry, KitSymbols kit, PlacesQuery query) {
        try {
            if (entry.places() == null) {
                return new Symbolized.Rejected(entry.file().toString(), "the entry names no places");
            }
            Places places = Places.read(entry.places(), query);
            return new PlacedRelink(
                    entry.file().toString(), kit, places, entry.endboot(), kernel(entry), entry.sha256());
        } catch (EngineException e) {
            return new Symbolized.Rejected(entry.file().toString(), e.line());
        }
    }

    private static Path kernel(LedgerGlance entry) {
        Path beside = LedgerFiles.kernelOf(entry.file());
        Path kernel = Files.isRegularFile(beside) ? beside : entry.kernel();
        return kernel != null && Files.isRegularFile(kernel) ? kernel : null;
    }

    @Override
    public void close() {
        opened.forEach(KitSource::close);
    }
}
