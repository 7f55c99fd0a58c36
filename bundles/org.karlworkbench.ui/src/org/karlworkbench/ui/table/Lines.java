package org.karlworkbench.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The lines of a table: rows of the model and, where they are grouped, a heading before each group. Never changed. */
final class Lines {
    private final int[] lines;
    private final int[] positions;
    private final List<Group> groups;

    /**
     * Rows under one heading.
     *
     * @param name what the heading says
     * @param rows rows of the model, in the order shown
     * @param open whether its rows are lines too
     */
    record Group(String name, int[] rows, boolean open) {}

    private Lines(int[] lines, int count, List<Group> groups) {
        this.lines = lines;
        this.groups = groups;
        this.positions = new int[count];
        Arrays.fill(positions, -1);
        for (int position = 0; position < lines.length; position++) {
            if (lines[position] >= 0) {
                positions[lines[position]] = position;
            }
        }
    }

    /**
     * A line for each row.
     *
     * @param rows rows of the model, in the order shown
     * @param count how many rows the model has
     */
    static Lines flat(int[] rows, int count) {
        return new Lines(rows, count, List.of());
    }

    /**
     * Rows by groups; inside a group they keep their order.
     *
     * @param rows rows of the model, in the order shown
     * @param count how many rows the model has
     * @param grouping which group is whose
     * @param closed the names of groups of which only the heading is shown
     */
    static Lines grouped(int[] rows, int count, Grouping grouping, Set<String> closed) {
        Map<String, List<Integer>> members = new HashMap<>();
        for (int row : rows) {
            members.computeIfAbsent(grouping.name().apply(row), _ -> new ArrayList<>())
                    .add(row);
        }
        Comparator<Map.Entry<String, List<Integer>>> order = Comparator.comparingLong(
                each -> grouping.rank().applyAsLong(each.getValue().getFirst()));
        List<Group> groups = members.entrySet().stream()
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new Group(
                        each.getKey(),
                        each.getValue().stream().mapToInt(Integer::intValue).toArray(),
                        !closed.contains(each.getKey())))
                .toList();
        int[] lines = IntStream.range(0, groups.size())
                .flatMap(i -> IntStream.concat(
                        IntStream.of(-1 - i),
                        groups.get(i).open() ? Arrays.stream(groups.get(i).rows()) : IntStream.empty()))
                .toArray();
        return new Lines(lines, count, groups);
    }

    int count() {
        return lines.length;
    }

    /** The row of the model on a line; -1 for a heading and behind the last line. */
    int row(int position) {
        return position < lines.length ? Math.max(-1, lines[position]) : -1;
    }

    /** The group whose heading a line is, or null. */
    Group heading(int position) {
        return position < lines.length && lines[position] < 0 ? groups.get(-1 - lines[position]) : null;
    }

    /** The line of a row of the model, -1 where it is not shown. */
    int position(int row) {
        return row < 0 || row >= positions.length ? -1 : positions[row];
    }

    /** The line of a group's heading, -1 where there is none of that name. */
    int position(String group) {
        return IntStream.range(0, groups.isEmpty() ? 0 : lines.length)
                .filter(position ->
                        lines[position] < 0 && heading(position).name().equals(group))
                .findFirst()
                .orElse(-1);
    }

    /** The closed group in which a row is hidden, or null. */
    String hiddenIn(int row) {
        return groups.stream()
                .filter(group -> !group.open() && Arrays.stream(group.rows()).anyMatch(other -> other == row))
                .map(Group::name)
                .findFirst()
                .orElse(null);
    }
}
