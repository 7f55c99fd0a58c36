package org.karlworkbench.debug;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
 * All relinks of ledgers, kit by kit. Of each only its digests are read, and of its places those that are asked for. Kits
 * are read once; closing it removes what was unpacked of them.
 */
public final class LedgerSearch implements AutoCloseable {
    private final List<Path> folders;
    private final List<LoadedKit> given;
    private final Map<String, KitSymbols> kits = new LinkedHashMap<>();
    private final List<KitSource> opened = new ArrayList<>();

    /**
     * A search that has not begun.
     *
     * @param folder the ledger's folder
     * @param kit the kit where the entries' own paths need not be followed; null to follow them
     */
    public LedgerSearch(Path folder, LoadedKit kit) {
        this(List.of(folder), kit == null ? List.of() : List.of(kit));
    }

    /**
     * A search in several ledgers that has not begun.
     *
     * @param folders the ledgers' folders
     * @param kits the kits for which the entries' own paths need not be followed
     */
    public LedgerSearch(List<Path> folders, List<LoadedKit> kits) {
        this.folders = List.copyOf(folders);
        this.given = List.copyOf(kits);
    }

    /**
     * The relinks of one kit.
     *
     * @param kit the kit; null where it could not be read
     * @param relinks those that can be looked at, in the order of their names
     * @param unread those that cannot
     */
    public record Group(KitSymbols kit, List<Placed> relinks, List<Symbolized.Rejected> unread) {}

    /** What came of reading one entry or its places: exactly one of both is null. */
    private record Read<T>(T value, Symbolized.Rejected problem) {}

    /**
     * A relink with those of its places that were asked for.
     *
     * @param entry its entry
     * @param places its places
     */
    public record Placed(LedgerGlance entry, Places places) {}

    /**
     * Reads the ledgers.
     *
     * @param query which places are needed, by the kit; null from it for all
     * @param progress told of one phase; asked for cancel
     * @return their kits and the relinks of those
     * @throws EngineException when a folder cannot be read
     */
    public List<Group> run(Function<KitSymbols, PlacesQuery> query, Progress progress) throws EngineException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            files.addAll(Ledgers.files(folder));
        }
        progress.begin("searching " + files.size() + " relinks", 0);
        List<Symbolized.Rejected> unreadable = new ArrayList<>();
        Map<String, List<LedgerGlance>> byKit = new LinkedHashMap<>();
        for (Read<LedgerGlance> each :
                files.parallelStream().map(LedgerSearch::glance).toList()) {
            if (each.problem() == null) {
                byKit.computeIfAbsent(each.value().kitDigest(), _ -> new ArrayList<>())
                        .add(each.value());
            } else {
                unreadable.add(each.problem());
            }
        }
        List<Group> groups = new ArrayList<>();
        for (var each : byKit.entrySet()) {
            progress.checkCancelled();
            groups.add(ofKit(each.getKey(), each.getValue(), query, progress));
        }
        if (!unreadable.isEmpty()) {
            groups.add(new Group(null, List.of(), unreadable));
        }
        return groups;
    }

    private static Read<LedgerGlance> glance(Path file) {
        try {
            return new Read<>(LedgerGlance.read(file), null);
        } catch (EngineException e) {
            return new Read<>(null, new Symbolized.Rejected(file.toString(), e.line()));
        }
    }

    private Group ofKit(
            String digest, List<LedgerGlance> entries, Function<KitSymbols, PlacesQuery> query, Progress progress) {
        List<Symbolized.Rejected> unread = new ArrayList<>();
        KitSymbols kit;
        try {
            kit = kit(digest, entries, progress);
        } catch (EngineException e) {
            entries.forEach(
                    each -> unread.add(new Symbolized.Rejected(each.file().toString(), e.line())));
            return new Group(null, List.of(), unread);
        }
        PlacesQuery wanted = query.apply(kit);
        List<Placed> relinks = new ArrayList<>();
        for (Read<Placed> each :
                entries.parallelStream().map(entry -> placed(entry, wanted)).toList()) {
            if (each.problem() == null) {
                relinks.add(each.value());
            } else {
                unread.add(each.problem());
            }
        }
        relinks.sort(Comparator.comparing(each -> each.entry().file()));
        return new Group(kit, relinks, unread);
    }

    /** The kit of a digest that was met, or null. */
    public LoadedKit kit(String digest) {
        KitSymbols known = kits.get(digest);
        return known == null ? null : known.kit();
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
        for (LoadedKit each : given) {
            if (each.digest().equals(digest)) {
                return each;
            }
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

    private static Read<Placed> placed(LedgerGlance entry, PlacesQuery wanted) {
        String file = entry.file().toString();
        if (entry.places() == null) {
            return new Read<>(null, new Symbolized.Rejected(file, "the entry names no places"));
        }
        try {
            return new Read<>(new Placed(entry, Places.read(entry.places(), wanted)), null);
        } catch (EngineException e) {
            return new Read<>(null, new Symbolized.Rejected(file, e.line()));
        }
    }

    @Override
    public void close() {
        opened.forEach(KitSource::close);
    }
}
