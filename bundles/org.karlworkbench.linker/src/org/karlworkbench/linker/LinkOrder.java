package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.ObjectFile;

/** Puts pieces into the order of one draw: by statement, and in each as the draw orders their objects. */
final class LinkOrder {
    private final Template template;
    private final Pieces pieces;
    private final int[] byObject;
    private final int[] firstOf;
    private final int[] statementFirst;
    /** The place of pieces in statements that sort; of equals the order of the objects decides. */
    private final int[] sortRank;

    private final boolean[] sorts;
    private final Map<String, Integer> numbers = new HashMap<>();

    LinkOrder(Template template) {
        this.template = template;
        pieces = template.pieces();
        List<ObjectFile> objects = template.read().objects();
        for (int i = 0; i < objects.size(); i++) {
            numbers.put(objects.get(i).name(), i);
        }
        numbers.put(GapObject.NAME, objects.size());
        firstOf = new int[objects.size() + 3];
        byObject = sorted(objects.size() + 2);
        statementFirst = new int[template.read().statements().count() + 1];
        sortRank = new int[pieces.count()];
        sorts = new boolean[statementFirst.length];
        countStatements();
    }

    /** All placed pieces by object, those of the linker last. */
    private int[] sorted(int objects) {
        for (int i = 0; i < pieces.count(); i++) {
            if (pieces.isPlaced(i)) {
                firstOf[pieces.object(i) + 1]++;
            }
        }
        for (int i = 0; i < objects; i++) {
            firstOf[i + 1] += firstOf[i];
        }
        int[] next = firstOf.clone();
        int[] all = new int[firstOf[objects]];
        for (int i = 0; i < pieces.count(); i++) {
            if (pieces.isPlaced(i)) {
                all[next[pieces.object(i)]++] = i;
            }
        }
        return all;
    }

    private void countStatements() {
        Statements statements = template.read().statements();
        Map<Integer, TreeMap<SortKey, List<Integer>>> sorted = new HashMap<>();
        for (int piece : byObject) {
            int statement = pieces.statement(piece);
            statementFirst[statement + 1]++;
            if (statements.sorts(statement)) {
                sorts[statement] = true;
                sorted.computeIfAbsent(statement, _ -> new TreeMap<>())
                        .computeIfAbsent(statements.sortKey(pieces, piece), _ -> new ArrayList<>())
                        .add(piece);
            }
        }
        sorted.values().forEach(this::rank);
        for (int i = 1; i < statementFirst.length; i++) {
            statementFirst[i] += statementFirst[i - 1];
        }
    }

    private void rank(TreeMap<SortKey, List<Integer>> sorted) {
        int rank = 0;
        for (List<Integer> equal : sorted.values()) {
            for (int piece : equal) {
                sortRank[piece] = rank;
            }
            rank++;
        }
    }

    /**
     * The numbers of a draw's objects, with what the linker makes before all.
     *
     * @param names in link order, {@link GapObject#NAME} among them
     * @throws EngineException with code {@code bad-order} for a name that is not in the kit, stands twice or is missing
     */
    int[] numbers(List<String> names) throws EngineException {
        int[] order = new int[names.size() + 1];
        order[0] = firstOf.length - 2;
        boolean[] seen = new boolean[firstOf.length];
        for (int i = 0; i < names.size(); i++) {
            Integer number = numbers.get(names.get(i));
            if (number == null || seen[number]) {
                throw new EngineException(
                        "bad-order",
                        template.kit().folder().toString(),
                        names.get(i),
                        number == null
                                ? "the order names an object that the kit does not have"
                                : "the order names an object twice",
                        "use a draw of this kit");
            }
            seen[number] = true;
            order[i + 1] = number;
        }
        requireAll(seen);
        return order;
    }

    private void requireAll(boolean[] seen) throws EngineException {
        List<ObjectFile> objects = template.read().objects();
        for (int i = 0; i < objects.size(); i++) {
            if (!seen[i]) {
                throw new EngineException(
                        "bad-order",
                        template.kit().folder().toString(),
                        objects.get(i).name(),
                        "the order does not name this object",
                        "use a draw of this kit");
            }
        }
    }

    /**
     * Sorts the pieces.
     *
     * @param order the numbers of the objects
     * @param excluded gets true for pieces that are in no statement of this draw; those of groups that another object has
     * @param sorted gets the pieces, by statement; {@link #first} tells where each begins
     * @param ends gets for each statement where its pieces end
     */
    void sort(int[] order, boolean[] excluded, int[] sorted, int[] ends) {
        System.arraycopy(statementFirst, 0, ends, 0, ends.length);
        for (int object : order) {
            for (int i = firstOf[object]; i < firstOf[object + 1]; i++) {
                int piece = byObject[i];
                if (!excluded[piece]) {
                    sorted[ends[pieces.statement(piece)]++] = piece;
                }
            }
        }
        for (int statement = 0; statement < ends.length; statement++) {
            if (sorts[statement]) {
                sortBy(piece -> sortRank[piece], sorted, statementFirst[statement], ends[statement]);
            }
        }
    }

    /** Sorts some of the pieces by their ranks, 0 or more; equals stay in their order. */
    static void sortBy(IntUnaryOperator rank, int[] sorted, int from, int to) {
        long[] ranked = new long[to - from];
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = (long) rank.applyAsInt(sorted[from + i]) << Integer.SIZE | i;
        }
        Arrays.sort(ranked);
        int[] before = Arrays.copyOfRange(sorted, from, to);
        for (int i = 0; i < ranked.length; i++) {
            sorted[from + i] = before[(int) ranked[i]];
        }
    }

    /** The place of a piece in its statement where that sorts; 0 for all pieces of a statement that does not. */
    int rank(int piece) {
        return sortRank[piece];
    }

    /** Where in the sorted pieces those of a statement begin. */
    int first(int statement) {
        return statementFirst[statement];
    }

    /** How many pieces are in a kernel at most. */
    int count() {
        return byObject.length;
    }
}
