package org.karlworkbench.layout;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;

/**
 * The draw of a kernel that someone else linked, found from the kernel and its kit.
 *
 * @param order the body's objects in link order
 * @param gaps the smallest gaps that can be in the kernel
 * @param slack how much larger each gap could be with the same bytes; where objects without a place may lie behind a gap
 *     of zeros, their room is in it
 * @param endboot the address behind the first gap, or -1 when nothing tells
 * @param evidence pairs of objects of which the kernel tells that the one stands before the other
 * @param places where the pieces, the COMMON symbols and the gap lie; merged strings have no rows
 * @param unplaced objects of which a section that has to be in the kernel was not found
 * @param ambiguous objects whose place in the order is not certain
 * @param reasons for each unplaced or ambiguous object why it is
 */
public record Recovery(
        List<String> order,
        Gaps gaps,
        Gaps slack,
        long endboot,
        List<Before> evidence,
        Places places,
        List<String> unplaced,
        List<String> ambiguous,
        Map<String, String> reasons) {
    /** Two objects in link order, next to each other in some section or table of the kernel. */
    public record Before(String object, String next) {}

    /** The {@link Draw#algorithm} of a draw that was not drawn but found. */
    public static final String ALGORITHM = "found";

    /** Copies the collections. */
    public Recovery {
        order = List.copyOf(order);
        evidence = List.copyOf(evidence);
        unplaced = List.copyOf(unplaced);
        ambiguous = List.copyOf(ambiguous);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * Recovers order and gaps.
     *
     * @param kernel a linked kernel, with or without its symbols
     * @param kit the kit from which it was linked
     * @param progress told of one phase; asked for cancel
     * @return what could be found
     * @throws EngineException with code {@code wrong-kit} if kernel and kit do not belong together; when a file cannot be
     *     read
     */
    public static Recovery of(Path kernel, LoadedKit kit, Progress progress) throws EngineException {
        try (ElfFile file = ElfFile.open(kernel)) {
            return of(file, kit, progress);
        }
    }

    /**
     * Recovers order and gaps of a kernel that is open.
     *
     * @param kernel as above; it stays open
     * @param kit as above
     * @param progress as above
     * @return as above
     * @throws EngineException as above
     */
    public static Recovery of(ElfFile kernel, LoadedKit kit, Progress progress) throws EngineException {
        return new Recoverer(kernel, kit, progress).run();
    }

    /** Whether a link in another order could have made the same sections: it contradicts nothing that the kernel tells. */
    public boolean allows(List<String> other) {
        Map<String, Integer> rank = new HashMap<>();
        other.forEach(object -> rank.put(object, rank.size()));
        return evidence.stream()
                .allMatch(each -> rank.getOrDefault(each.object(), -1) < rank.getOrDefault(each.next(), rank.size()));
    }

    /** The order and the gaps as a draw. */
    public Draw draw() {
        return new Draw(ALGORITHM, order, gaps);
    }
}
