package org.karlworkbench.linker;

import java.util.Comparator;
import java.util.List;
import org.karlworkbench.linker.script.Content;

/**
 * By what a statement that sorts puts a piece before another; of equals the order of the objects decides.
 *
 * @param group unsorted patterns that stand together, or one sorted pattern, numbered as in the script
 * @param keys by what it is sorted, first key first
 * @param name the section's name
 * @param align its alignment in bytes
 */
record SortKey(int group, List<Content.Sort> keys, String name, int align) implements Comparable<SortKey> {
    private static final int NO_PRIORITY = 65536;

    @Override
    public int compareTo(SortKey other) {
        int byGroup = Integer.compare(group, other.group);
        for (int i = 0; byGroup == 0 && i < keys.size(); i++) {
            int byKey = comparator(keys.get(i)).compare(this, other);
            if (byKey != 0) {
                return byKey;
            }
        }
        return byGroup;
    }

    private static Comparator<SortKey> comparator(Content.Sort key) {
        return switch (key) {
            case NAME -> Comparator.comparing(SortKey::name);
            case ALIGNMENT -> Comparator.comparingInt(SortKey::align).reversed();
            case PRIORITY -> Comparator.comparingInt(SortKey::priority);
            case NONE -> (_, _) -> 0;
        };
    }

    /** The number behind the last full stop, as in {@code .init_array.100}; {@code .ctors} count backwards. */
    private int priority() {
        int stop = name.lastIndexOf('.');
        String digits = name.substring(stop + 1);
        if (stop <= 0
                || digits.isEmpty()
                || digits.length() > 5
                || !digits.chars().allMatch(Character::isDigit)) {
            return NO_PRIORITY;
        }
        int number = Integer.parseInt(digits);
        return name.startsWith(".ctors") || name.startsWith(".dtors") ? NO_PRIORITY - 1 - number : number;
    }
}
