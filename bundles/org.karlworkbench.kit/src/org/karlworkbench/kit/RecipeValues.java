package org.karlworkbench.kit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Neighbours;

/** The forms in which people write the values of a recipe's settings on one line. */
final class RecipeValues {
    private static final String BETWEEN_NAMES = ",";
    private static final String BETWEEN_GROUPS = ";";

    private RecipeValues() {}

    /** {@code LO..HI}. */
    static GapBounds bounds(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("bounds are written LO..HI, not " + text);
        }
        GapBounds bounds = KitFactory.eINSTANCE.createGapBounds();
        bounds.setLow(number(text.substring(0, dots)));
        bounds.setHigh(number(text.substring(dots + 2)));
        if (bounds.getLow() > bounds.getHigh() || bounds.getHigh() > RecipeCheck.MAX_GAP) {
            throw new IllegalArgumentException(
                    "bounds lie between 0 and " + RecipeCheck.MAX_GAP + ", the lower one first, not " + text);
        }
        return bounds;
    }

    /** A number that is no 0, which stands for the original's alignment in a recipe. */
    static long alignment(String text) {
        long bytes = number(text);
        if (bytes == 0) {
            throw new IllegalArgumentException(RecipeCheck.ALIGNMENT);
        }
        return bytes;
    }

    /** Names or flags, with commas between them; none for an empty text. */
    static List<String> list(String text) {
        return Stream.of(text.split(BETWEEN_NAMES))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Groups of names, with semicolons between the groups. */
    static List<Neighbours> groups(String text) {
        return Stream.of(text.split(BETWEEN_GROUPS))
                .map(RecipeValues::list)
                .filter(each -> !each.isEmpty())
                .map(RecipeValues::group)
                .collect(Collectors.toList());
    }

    /** One group of neighbours. */
    static Neighbours group(List<String> objects) {
        Neighbours group = KitFactory.eINSTANCE.createNeighbours();
        group.getObjects().addAll(objects);
        return group;
    }

    /** {@code true} or {@code false}. */
    static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false, not " + value);
        };
    }

    /** Decimal or 0x, 0 to 2^63-1. */
    static long number(String text) {
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        if (!text.matches("[0-9]+|0x[0-9a-fA-F]+")) {
            throw new IllegalArgumentException("a number is decimal or 0x and hexadecimal, not " + text);
        }
        try {
            return Long.parseLong(digits, digits.length() == text.length() ? 10 : 16);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("too large a number: " + text, e);
        }
    }
}
