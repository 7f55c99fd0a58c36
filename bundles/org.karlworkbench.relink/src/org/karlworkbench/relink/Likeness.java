package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;

/**
 * A draw for a kit that was edited, as near to an earlier relink as it can be: its gaps, and its order by the objects'
 * names. What the earlier kit did not have stands where a draw puts it; what the new one does not have is left out.
 *
 * @param repeat what is repeated; the draw's algorithm is {@link #ALGORITHM}
 * @param added objects that the earlier kit did not have
 * @param removed objects that only the earlier kit had
 * @param before where everything lay in the earlier relink; {@link Places#NONE} where that is not known any more
 */
public record Likeness(Repeat repeat, List<String> added, List<String> removed, Places before) {
    /** The {@link Draw#algorithm} of such a draw: the order is that of the entry, the seed places what is new. */
    public static final String ALGORITHM = "karl-like-1";

    /**
     * A section that lies elsewhere than in the earlier relink.
     *
     * @param object its object
     * @param section its name
     * @param from the address there
     * @param to the address now
     */
    public record Moved(String object, String section, long from, long to) {}

    /** Copies the lists. */
    public Likeness {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * Makes the draw.
     *
     * @param entryFile the earlier relink's entry
     * @param entry the entry, as it was read
     * @param kit the kit as it is now
     * @param recipe the settings of the new relink; its pad word and page, where set, win over the entry's
     * @param seed places what is new
     * @return the draw
     * @throws EngineException {@code wrong-kit} for a kit of another architecture; {@code bad-ledger} if the entry makes no
     *     sense or shuffled sections, whose order it does not hold
     */
    public static Likeness of(Path entryFile, LedgerEntry entry, LoadedKit kit, Recipe recipe, Seed seed)
            throws EngineException {
        EntryDraw drawn = EntryDraw.ofChanged(new ReplayRequest(entryFile, entry, kit, entryFile));
        if (Unit.of(drawn.recipe()) == Unit.SECTION || Unit.of(recipe) == Unit.SECTION) {
            throw new EngineException(
                    "bad-ledger",
                    entryFile.toString(),
                    "recipe.unit",
                    "is section, and the order of sections is not kept for another kit",
                    "relink with unit object, or replay the entry with its own kit");
        }
        Recipe filled = drawn.settled();
        if (!recipe.getPad().isEmpty()) {
            filled.setPad(recipe.getPad());
        }
        if (recipe.getPage() > 0) {
            filled.setPage(recipe.getPage());
        }
        Set<String> known = new HashSet<>(entry.getOrder());
        List<String> order = order(entry, kit, Draws.draw(kit, recipe, seed).order(), known);
        List<String> added =
                order.stream().filter(each -> !known.contains(each)).toList();
        List<String> removed = entry.getOrder().stream()
                .filter(each -> !kit.plan().body().contains(each))
                .toList();
        Draw draw = new Draw(ALGORITHM, order, LedgerFiles.gaps(entry));
        Repeat repeat = new Repeat(draw, GapMaker.pad(kit, filled), Draws.page(kit.plan(), filled), null);
        return new Likeness(repeat, added, removed, places(entryFile, entry));
    }

    /** The entry's order; each new object has the place in it that it has among all in a draw. */
    private static List<String> order(LedgerEntry entry, LoadedKit kit, List<String> drawn, Set<String> known) {
        Set<String> body = new HashSet<>(kit.plan().body());
        Set<String> kept = new HashSet<>();
        List<String> order = new ArrayList<>();
        for (String each : entry.getOrder()) {
            if (body.contains(each) && kept.add(each)) {
                order.add(each);
            }
        }
        for (int place = 0; place < drawn.size(); place++) {
            if (!known.contains(drawn.get(place))) {
                order.add(Math.min(place, order.size()), drawn.get(place));
            }
        }
        return order;
    }

    private static Places places(Path entryFile, LedgerEntry entry) {
        String name = entry.getPlaces();
        if (name == null || name.isEmpty() || name.contains("/") || name.equals("..")) {
            return Places.NONE;
        }
        try {
            return Places.read(entryFile.resolveSibling(name));
        } catch (EngineException e) {
            return Places.NONE; // what moved is then not known
        }
    }

    /**
     * What had to move: sections of objects that both relinks have, at another address than before.
     *
     * @param entryFile the new relink's entry
     * @return in the order of addresses; null where the earlier places are not known any more
     * @throws EngineException when the new places cannot be read
     */
    public List<Moved> moved(Path entryFile) throws EngineException {
        if (before.count() == 0) {
            return null;
        }
        Places now = Places.read(LedgerFiles.placesOf(entryFile));
        Map<List<Object>, Long> earlier = new HashMap<>();
        Map<List<Object>, Integer> numbers = new HashMap<>();
        for (int row = 0; row < before.count(); row++) {
            if (isOwn(before, row)) {
                earlier.put(key(before, row, numbers), before.address(row));
            }
        }
        numbers.clear();
        List<Moved> moved = new ArrayList<>();
        for (int row = 0; row < now.count(); row++) {
            Long from = isOwn(now, row) ? earlier.get(key(now, row, numbers)) : null;
            if (from != null && from != now.address(row) && now.size(row) > 0) {
                moved.add(new Moved(now.object(row), now.section(row), from, now.address(row)));
            }
        }
        return moved;
    }

    private static boolean isOwn(Places places, int row) {
        boolean bytes = places.kind(row) == PlaceKind.INPUT || places.kind(row) == PlaceKind.COMMON;
        return bytes && !places.object(row).equals(Places.GAP);
    }

    /** An edit can change a section's index, so it goes by its name; of one name, by the order in which they lie. */
    private static List<Object> key(Places places, int row, Map<List<Object>, Integer> numbers) {
        int number = numbers.merge(List.of(places.object(row), places.section(row)), 1, Integer::sum);
        return List.of(places.object(row), places.section(row), number);
    }
}
