package org.karlworkbench.verify;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.Binder;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** What an accounting needs of a kit and every relink of it shares; kept while memory allows. Nothing in it changes. */
final class KitFacts {
    private static final Map<LoadedKit, SoftReference<KitFacts>> MADE = new WeakHashMap<>();

    private final ScriptHints hints;
    private final Map<String, SectionName> names = new HashMap<>();
    private final Map<String, ObjectFacts> objects = new HashMap<>();
    private final Map<String, Set<MergeKind>> kinds = new HashMap<>();
    private final Map<MergeKind, MergedPool> pools = new HashMap<>();
    private final Binder binder;

    private KitFacts(LoadedKit kit) throws EngineException {
        hints = ScriptHints.of(kit);
        for (ObjectFile object : kit.objects()) {
            ObjectFacts facts = new ObjectFacts(object, objects.size(), this::remember);
            objects.put(object.name(), facts);
            addKinds(object.sections(), facts);
        }
        binder = kit.binder();
        for (Set<MergeKind> of : kinds.values()) {
            for (MergeKind kind : of) {
                if (!pools.containsKey(kind)) {
                    pools.put(kind, MergedPool.of(kit.objects(), kind));
                }
            }
        }
    }

    /** Who defines which symbol. */
    Binder binder() {
        return binder;
    }

    private SectionName remember(String name) {
        SectionName known = names.get(name);
        if (known == null) {
            known = SectionName.of(name, hints);
            names.put(name, known);
        }
        return known;
    }

    private void addKinds(Sections sections, ObjectFacts facts) {
        for (int i = 1; i < sections.count(); i++) {
            if (facts.isMergeable(i)) {
                String name = facts.name(i).name();
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

    /** What the linker script tells. */
    ScriptHints hints() {
        return hints;
    }

    /** How many objects the kit has. */
    int count() {
        return objects.size();
    }

    /** One of the kit's objects, or null. */
    ObjectFacts find(String object) {
        return objects.get(object);
    }

    /** The facts of the gap, which is another one in each link; its number follows those of the kit's objects. */
    ObjectFacts gap(ObjectFile gap) throws EngineException {
        return new ObjectFacts(gap, objects.size(), name -> SectionName.of(name, hints));
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
