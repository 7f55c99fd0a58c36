package org.karlworkbench.compare;

import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.layout.Rows;

/** Numbers for the objects of symbol rows that mean the same in two layouts. */
final class ObjectNumbers {
    private ObjectNumbers() {}

    /** A layout's own numbers; -1 where the object is not known. */
    static int[] of(Rows rows) {
        return rows.stream().map(rows::objectIndex).toArray();
    }

    /** The numbers that another layout has for the same objects; for one that it does not have a number beyond them. */
    static int[] of(Rows rows, Rows other) {
        Map<String, Integer> known = new HashMap<>();
        int next = 0;
        for (int row = 0; row < other.count(); row++) {
            if (other.objectIndex(row) >= 0) {
                known.putIfAbsent(other.object(row), other.objectIndex(row));
                next = Math.max(next, other.objectIndex(row) + 1);
            }
        }
        int[] translated = new int[rows.stream().map(rows::objectIndex).max().orElse(-1) + 1];
        int[] numbers = new int[rows.count()];
        for (int row = 0; row < numbers.length; row++) {
            int object = rows.objectIndex(row);
            if (object >= 0 && translated[object] == 0) {
                Integer number = known.get(rows.object(row));
                translated[object] = (number == null ? next++ : number) + 1;
            }
            numbers[row] = object < 0 ? -1 : translated[object] - 1;
        }
        return numbers;
    }
}
