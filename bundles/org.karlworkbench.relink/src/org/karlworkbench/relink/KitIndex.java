package org.karlworkbench.relink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * The allocated sections of a kit's objects by object and name, for reading maps. Made once for each kit; one object
 * can have many sections of one name, which stand here in the order of their indices, as in every linker's map.
 */
final class KitIndex {
    private static final Map<LoadedKit, KitIndex> MADE = new WeakHashMap<>();
    private static final int NONE = -1;

    private final Map<String, Integer> objects = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<String> merged = new ArrayList<>();
    private final SectionTable first = new SectionTable();
    private int[] next = new int[1024];
    private int[] indexes = new int[1024];
    private long[] sizes = new long[1024];
    private boolean[] mergeable = new boolean[1024];
    private int count;

    private KitIndex(List<ObjectFile> linked) {
        for (ObjectFile object : linked) {
            add(object);
        }
    }

    /** The index of a kit. */
    static KitIndex of(LoadedKit kit) {
        synchronized (MADE) {
            return MADE.computeIfAbsent(kit, loaded -> new KitIndex(loaded.objects()));
        }
    }

    private void add(ObjectFile object) {
        int number = objects.size();
        objects.put(object.name(), number);
        Sections sections = object.sections();
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i)) {
                addSection(number, sections, i, last);
            }
        }
    }

    private void addSection(int object, Sections sections, int index, Map<Integer, Integer> last) {
        if (count == next.length) {
            grow();
        }
        String name = sections.name(index);
        boolean merge = (sections.flags(index) & Elf.SHF_MERGE) != 0 && sections.entrySize(index) > 0;
        int known = names.size();
        int number = names.computeIfAbsent(name, _ -> known);
        if (merge && !merged.contains(name) && merged.size() < 1000) {
            merged.add(name);
        }
        indexes[count] = index;
        sizes[count] = sections.size(index);
        mergeable[count] = merge;
        next[count] = NONE;
        Integer before = last.put(number, count);
        if (before == null) {
            first.put(object, number, count);
        } else {
            next[before] = count;
        }
        count++;
    }

    /** The number of an object, or -1. */
    int object(String name) {
        return objects.getOrDefault(name, NONE);
    }

    /** The number of a section name, or -1 if no object has it. */
    int name(String name) {
        return names.getOrDefault(name, NONE);
    }

    /** The first section of an object that has a name, or -1. */
    int first(int object, int name) {
        return object < 0 || name < 0 ? NONE : first.get(object, name);
    }

    /** The next one of the same object and name, or -1. */
    int next(int section) {
        return next[section];
    }

    /** Its index in the object. */
    int index(int section) {
        return indexes[section];
    }

    /** Its size in bytes. */
    long size(int section) {
        return sizes[section];
    }

    /** Whether a linker may merge it (SHF_MERGE). */
    boolean mergeable(int section) {
        return mergeable[section];
    }

    /** Whether a pool that lld calls by this name holds sections that can be merged. */
    boolean isPool(String name) {
        return !name.isEmpty() && merged.stream().anyMatch(each -> each.startsWith(name));
    }

    /** How many sections there are. */
    int count() {
        return count;
    }

    private void grow() {
        int capacity = 2 * count;
        next = Arrays.copyOf(next, capacity);
        indexes = Arrays.copyOf(indexes, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        mergeable = Arrays.copyOf(mergeable, capacity);
    }
}
