package org.karlworkbench.verify;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.Places;

/** Checks that a pool of merged strings or constants holds nothing but what the objects brought. */
final class PoolCheck {
    private final Inputs inputs;
    private final Image image;
    private final Tally tally;
    private final Reporter reporter;
    private final Map<Kind, MergedPool> pools = new HashMap<>();
    private Map<String, Set<Kind>> kinds;

    /** What can be merged with each other. */
    private record Kind(long entrySize, boolean strings) {}

    PoolCheck(Inputs inputs, Image image, Tally tally, Reporter reporter) {
        this.inputs = inputs;
        this.image = image;
        this.tally = tally;
        this.reporter = reporter;
    }

    /** Checks the bytes from {@code start} on, as many as the row has; they lie in the section as a whole. */
    void check(int section, int start, Places places, int row) throws EngineException {
        int size = Math.toIntExact(places.size(row));
        byte[] bytes = image.content(section);
        int least = size;
        for (Kind kind : kinds(places.section(row))) {
            if (least > 0) {
                least = Math.min(least, pool(kind).unknownBytes(bytes, start, start + size));
            }
        }
        tally.count(Tally.MERGED, size - least);
        if (least > 0) {
            reporter.strange(section, "merged " + places.section(row), bytes, start, least);
        }
    }

    private MergedPool pool(Kind kind) throws EngineException {
        MergedPool pool = pools.get(kind);
        if (pool == null) {
            pool = MergedPool.of(inputs.inOrder(), kind.entrySize(), kind.strings());
            pools.put(kind, pool);
        }
        return pool;
    }

    /** The kinds that input sections of a name have; a name that only the linker knows may be of any kind. */
    private Set<Kind> kinds(String name) {
        if (kinds == null) {
            kinds = new HashMap<>();
            for (Input input : inputs.inOrder()) {
                addKinds(input);
            }
        }
        Set<Kind> of = kinds.get(name);
        if (of != null) {
            return of;
        }
        Set<Kind> all = new LinkedHashSet<>();
        kinds.values().forEach(all::addAll);
        return all;
    }

    private void addKinds(Input input) {
        Sections sections = input.sections();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i) && input.isMergeable(i)) {
                Kind kind = new Kind(sections.entrySize(i), (sections.flags(i) & Elf.SHF_STRINGS) != 0);
                kinds.computeIfAbsent(sections.name(i), _ -> new LinkedHashSet<>())
                        .add(kind);
            }
        }
    }
}
