package org.karlworkbench.picture;

import java.util.List;
import java.util.Objects;

/**
 * Boxes in a grid, and arrows between them.
 *
 * @param boxes the boxes, in the order in which keys go through them
 * @param arrows from box to box, or from one to itself
 */
public record Diagram(List<Box> boxes, List<Arrow> arrows) {
    /** Nothing at all. */
    public static final Diagram NONE = new Diagram(List.of(), List.of());

    /** Copies the lists. */
    public Diagram {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /**
     * A box.
     *
     * @param id its name, one in the diagram
     * @param title its first line
     * @param lines the lines below
     * @param column its column, from 0
     * @param row its row, from 0
     * @param lit whether it stands out
     */
    public record Box(String id, String title, List<String> lines, int column, int row, boolean lit) {
        /** Copies the lines. */
        public Box {
            lines = List.copyOf(lines);
        }

        /**
         * All that it says.
         *
         * @return title and lines in one sentence
         */
        public String spoken() {
            return title + (lines.isEmpty() ? "" : ", " + String.join(", ", lines));
        }
    }

    /**
     * An arrow between boxes of one row or one column.
     *
     * @param from the box where it begins
     * @param to the box where it ends; the same for a loop
     * @param label what it means, one line or several; those of a loop are one
     * @param lit whether it stands out
     */
    public record Arrow(String from, String to, String label, boolean lit) {
        boolean isLoop() {
            return from.equals(to);
        }

        boolean joins(Arrow other) {
            return from.equals(other.from) && to.equals(other.to) || from.equals(other.to) && to.equals(other.from);
        }
    }

    /**
     * The box of a name.
     *
     * @param id the name
     * @return the box, or null
     */
    public Box box(String id) {
        return boxes.stream()
                .filter(box -> Objects.equals(box.id(), id))
                .findFirst()
                .orElse(null);
    }
}
