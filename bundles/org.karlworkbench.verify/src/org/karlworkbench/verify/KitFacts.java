package org.karlworkbench.verify;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** What an accounting needs of a kit and every relink of it shares; kept while memory allows. */
final class KitFacts {
    private static final Map<LoadedKit, SoftReference<KitFacts>> MADE = new WeakHashMap<>();

    private final Map<ObjectFile, RelocatedFields> fields = new IdentityHashMap<>();
    private final Map<String, Set<MergeKind>> kinds = new HashMap<>();
    private final Map<MergeKind, MergedPool> pools = new HashMap<>();

    private KitFacts(LoadedKit kit) throws EngineException {
        for (ObjectFile object : kit.objects()) {
            fields.put(object, new RelocatedFields(object));
            addKinds(object.sections());
        }
        for (Set<MergeKind> of : kinds.values()) {
            for (MergeKind kind : of) {
                if (!pools.containsKey(kind)) {
                    pools.put(kind, MergedPool.of(kit.objects(), kind));
                }
            }
        }
    }

    private void addKinds(Sections sections) {
        for (int i = 1; i < sections.count(); i++) {
            if (MergeKind.isMergeable(sections, i)) {
                String name = sections.name(i);
                kinds.putIfAbsent(name, new LinkedHashSet<>());
                kinds.get(name).add(MergeKind.of(sections, i));
            }
        }
    }

    /** The facts of a kit, made at the first question. */
    static KitFacts of(LoadedKit kit) throws EngineException {
        synchronized (MADE) {
            SoftReference<KitFacts> kept = MADE.get(kit);
            KitFacts facts = kept == null ? null : kept.get();
            if (facts == null) {
                facts = new KitFacts(kit);
                MADE.put(kit, new SoftReference<>(facts));
            }
            return facts;
        }
    }

    /** The relocated fields of one of the kit's objects. */
    RelocatedFields fields(ObjectFile object) {
        return fields.get(object);
    }

    /** The kinds that sections of a name have; a name that only the linker knows may be of any kind. */
    Set<MergeKind> kinds(String name) {
        return kinds.getOrDefault(name, pools.keySet());
    }

    /** What the objects brought of a kind. */
    MergedPool pool(MergeKind kind) {
        return pools.get(kind);
    }

    /**
     * What can be merged with each other.
     *
     * @param entrySize the size of a constant, or of a character
     * @param strings whether entries are strings and not constants
     */
    record MergeKind(long entrySize, boolean strings) {
        static MergeKind of(Sections sections, int section) {
            return new MergeKind(sections.entrySize(section), (sections.flags(section) & Elf.SHF_STRINGS) != 0);
        }

        /** Whether the linker takes a loaded section apart: its entries appear once in the kernel. */
        static boolean isMergeable(Sections sections, int section) {
            return sections.isAllocated(section)
                    && (sections.flags(section) & Elf.SHF_MERGE) != 0
                    && sections.entrySize(section) > 0;
        }
    }
}
