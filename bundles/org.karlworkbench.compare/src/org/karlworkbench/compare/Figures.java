package org.karlworkbench.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The plain figures of a comparison, named as the command prints them (CLI.md, {@code karl diff}).
 *
 * @param identical whether the two files have the same bytes
 * @param functions distinct (section, address) of the first kernel's STT_FUNC symbols with a size
 * @param functionsAtSameAddress how many of them are at the same address in the second
 * @param symbolsMoved symbols of both at different addresses
 * @param symbolsFixed symbols of both at the same address
 * @param symbolsOnlyInA symbols of the first only
 * @param symbolsOnlyInB symbols of the second only
 * @param order what became of the body's order; empty where it is not known for both
 * @param pairsInvariant pairs of symbols that keep their distance
 * @param gapsA the first kernel's gaps by name in bytes, null where not known
 * @param gapsB the second's
 * @param fixedBytes bytes of object pieces and COMMON symbols that lie at the same address in both; empty where the
 *     objects are not known for both
 * @param contentUnknown symbols of both of which nobody can say whether their content is the same
 * @param contentDiffers symbols, and pieces outside of symbols, of both with different content
 * @param added symbols of the second only
 * @param removed symbols of the first only
 * @param grown symbols of both whose size differs, the largest change first
 * @param sameContent whether all content is the same, whatever the order and the gaps: proved by the ledger, or for each
 *     symbol; false where it could not be decided
 */
public record Figures(
        boolean identical,
        int functions,
        int functionsAtSameAddress,
        int symbolsMoved,
        int symbolsFixed,
        int symbolsOnlyInA,
        int symbolsOnlyInB,
        Optional<OrderFigures> order,
        PairsInvariant pairsInvariant,
        Map<String, Long> gapsA,
        Map<String, Long> gapsB,
        OptionalLong fixedBytes,
        int contentUnknown,
        List<SymbolId> contentDiffers,
        List<SymbolId> added,
        List<SymbolId> removed,
        List<SizeChange> grown,
        boolean sameContent) {

    /** Copies the collections. */
    public Figures {
        gapsA = Collections.unmodifiableMap(new LinkedHashMap<>(gapsA));
        gapsB = Collections.unmodifiableMap(new LinkedHashMap<>(gapsB));
        contentDiffers = List.copyOf(contentDiffers);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        grown = List.copyOf(grown);
    }
}
