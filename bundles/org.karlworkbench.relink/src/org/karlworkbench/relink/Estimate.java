package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.linker.PlacedPiece;

/**
 * How near previews come to the kernels of another linker: measured on one that it made, by the same draw.
 *
 * @param sections how many input sections both have placed
 * @param exact how many of them lie where the preview says
 * @param farthest how far from there another lies at most, in bytes
 */
public record Estimate(int sections, int exact, long farthest) {
    private record Input(String object, int section) {}

    /**
     * Measures.
     *
     * @param kit the kit
     * @param entryFile the file of a ledger entry
     * @param entry what it says
     * @param places where the entry's linker put everything
     * @param progress asked for cancel
     * @return how near the preview is
     * @throws EngineException when the entry makes no sense or is not of the kit, or the kit cannot be placed
     */
    public static Estimate of(LoadedKit kit, Path entryFile, LedgerEntry entry, Places places, Progress progress)
            throws EngineException {
        EntryDraw known = EntryDraw.of(new ReplayRequest(entryFile, entry, kit, entryFile));
        Preview preview = Preview.of(kit, known.settled(), known.draw(), progress);
        Map<Input, Long> addresses = new HashMap<>();
        for (PlacedPiece piece : preview.layout().pieces()) {
            if (piece.kind() == PlacedPiece.Kind.INPUT) {
                addresses.put(new Input(piece.object(), piece.index()), piece.address());
            }
        }
        return compare(places, addresses);
    }

    private static Estimate compare(Places places, Map<Input, Long> addresses) {
        int sections = 0;
        int exact = 0;
        long farthest = 0;
        for (int row = 0; row < places.count(); row++) {
            Long address = places.kind(row) == PlaceKind.INPUT
                    ? addresses.get(new Input(places.object(row), places.sectionIndex(row)))
                    : null;
            if (address != null) {
                long distance = Math.abs(address - places.address(row));
                sections++;
                exact += distance == 0 ? 1 : 0;
                farthest = Math.max(farthest, distance);
            }
        }
        return new Estimate(sections, exact, farthest);
    }
}
