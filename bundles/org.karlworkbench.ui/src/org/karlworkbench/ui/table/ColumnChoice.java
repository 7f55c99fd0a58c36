package org.karlworkbench.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.ui.Remembered;

/**
 * Which columns of a table are shown, in which order and how wide, as a person chose it; kept over restarts. What the
 * choice does not know, such as a column of a newer version, stands behind what it knows.
 *
 * @param places the columns in their order
 */
record ColumnChoice(List<Place> places) {
    private static final String SECTION = "Columns";

    /**
     * The place of one column.
     *
     * @param title the column's title, one in its table
     * @param width its width in pixels, 0 for that of the model
     * @param shown whether it is shown
     */
    record Place(String title, int width, boolean shown) {}

    /** What was chosen for the table of that name; nothing where nobody chose. */
    static ColumnChoice of(String table) {
        return new ColumnChoice(Remembered.rows(SECTION, table).stream()
                .map(ColumnChoice::read)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Place> read(List<String> words) {
        try {
            int width = Math.max(0, Integer.parseInt(words.get(1)));
            return Optional.of(new Place(words.getFirst(), width, Boolean.parseBoolean(words.get(2))));
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            return Optional.empty(); // written by another version
        }
    }

    void keep(String table) {
        Remembered.keep(
                SECTION,
                table,
                places.stream()
                        .map(place ->
                                List.of(place.title(), String.valueOf(place.width()), String.valueOf(place.shown()))));
    }

    /** The same choice with a place for each column of a model, and for no other. */
    ColumnChoice with(List<Column> model) {
        List<Place> all = new ArrayList<>();
        places.stream().filter(place -> find(model, place.title()) != null).forEach(all::add);
        for (Column column : model) {
            if (all.stream().noneMatch(place -> place.title().equals(column.title()))) {
                all.add(new Place(column.title(), 0, true));
            }
        }
        return new ColumnChoice(all);
    }

    /** The columns of a model that are shown; all of them where the choice would leave none. */
    List<Column> shown(List<Column> model) {
        List<Column> shown = with(model).places().stream()
                .filter(Place::shown)
                .map(place -> sized(find(model, place.title()), place.width()))
                .toList();
        return shown.isEmpty() ? model : shown;
    }

    private static Column sized(Column column, int width) {
        return width > 0 ? column.withWidth(width) : column;
    }

    private static Column find(List<Column> model, String title) {
        return model.stream()
                .filter(column -> column.title().equals(title))
                .findFirst()
                .orElse(null);
    }

    /** The same, with another width of one column. */
    ColumnChoice resized(String title, int width) {
        return new ColumnChoice(places.stream()
                .map(place -> place.title().equals(title) ? new Place(title, width, place.shown()) : place)
                .toList());
    }

    /** The same, with the shown columns in this order and the hidden ones behind them. */
    ColumnChoice ordered(List<String> titles) {
        List<Place> ordered = new ArrayList<>();
        for (String title : titles) {
            places.stream().filter(place -> place.title().equals(title)).forEach(ordered::add);
        }
        places.stream().filter(place -> !titles.contains(place.title())).forEach(ordered::add);
        return new ColumnChoice(ordered);
    }

    /**
     * The columns that are shown, of a model whose columns look the same.
     *
     * @param shown those of the model before
     * @param model the columns of the new one
     */
    static List<Column> renewed(List<Column> shown, List<Column> model) {
        return shown.stream()
                .map(column -> sized(find(model, column.title()), column.width()))
                .toList();
    }
}
