package org.karlworkbench.ui.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.exposure.Leak;
import org.karlworkbench.debug.bisect.Cause;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.MoveItem;
import org.karlworkbench.ui.items.ObjectItem;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.kit.KitEditor;

/** The words for what must be so when a step is done. docs/lessons.md lists them. */
final class CheckWords {
    static final Map<String, GapName> GAPS = Words.named(GapName.values(), GapName::label);
    private static final Map<String, Leak> LEAKS = Words.named(Leak.values(), Leak::label);
    static final Map<String, Defence> DEFENCES = Words.named(Defence.values(), Defence::label);
    private static final Map<String, Cause.Kind> CAUSES = Words.named(Cause.Kind.values(), Cause.Kind::word);
    private static final List<String> LINKERS = List.of("default", "ld", "lld", "builtin");

    private CheckWords() {}

    /**
     * Reads a check.
     *
     * @param line the words
     * @throws Words.Unknown when they are none of the list
     */
    static Check read(String line) throws Words.Unknown {
        Words words = new Words(line);
        String first = words.take("what is checked");
        return words.done(
                switch (first) {
                    case "kit" ->
                        Check.that(
                                scene -> scene.kitEditor().isPresent()
                                        && scene.kit().isPresent(),
                                "The editor of the lesson's kit is not in front, or is still reading objects.");
                    case "page" -> page(words.take("page", ActWords.PAGES));
                    case "kernel" ->
                        Check.that(
                                scene -> scene.layout().isPresent(),
                                "No kernel of the lesson's kit is in front, or it is still being read.");
                    case "relinks" -> relinks(words.number("number of relinks"));
                    case "relink-gap" -> relinkGap(words);
                    case "gap-bounds" -> gapBounds(words);
                    case "linker" -> linker(words.take("linker", Words.named(LINKERS.toArray(String[]::new), n -> n)));
                    case "selected" -> selected(words.take("table", ActWords.TABLES), words.take("name"));
                    case "view" -> view(words.take("view", ActWords.VIEWS));
                    case "leaks" -> leaks(words.take("symbol"));
                    case "leaks-by" -> leaksBy(words.take("leak", LEAKS));
                    case "defence" -> defence(words.take("defence", DEFENCES));
                    case "compared" ->
                        Check.that(Scene::compares, "No comparison of two relinks of the lesson's kit is in front.");
                    case "booted" ->
                        Check.that(
                                scene -> scene.booted().isPresent(),
                                "The latest run is not of a kernel of the lesson's kit, or has not booted yet.");
                    case "startup-gone" ->
                        Check.that(
                                scene -> scene.booted()
                                        .filter(startup -> Boolean.TRUE.equals(startup.verified()))
                                        .isPresent(),
                                "The latest run did not end with all startup code gone.");
                    case "panicked" ->
                        Check.that(
                                Scene::panicked,
                                "The latest run is not of a kernel of the lesson's kit, or has not ended by a panic.");
                    case "symbolized" ->
                        Check.that(
                                scene -> scene.symbolized().isPresent(),
                                "The view Symbolize does not name a relink of the lesson's kit.");
                    case "bisected" -> bisected(words.take("kind of cause", CAUSES));
                    case "measured" ->
                        Check.that(
                                scene -> scene.measured().isPresent(),
                                "No result of Measure Randomness for the lesson's kit is in front.");
                    default ->
                        throw new Words.Unknown(
                                "`" + first + "` is nothing that can be checked; there are kit, page, kernel, relinks, "
                                        + "relink-gap, gap-bounds, linker, selected, view, leaks, leaks-by, defence, "
                                        + "compared, measured, booted, startup-gone, panicked, symbolized and bisected");
                });
    }

    private static Check page(String id) {
        return Check.that(
                scene -> scene.kitEditor().map(KitEditor::page).orElse("").equals(id),
                "The page " + title(id) + " of the lesson's kit is not in front.");
    }

    private static Check relinks(long count) {
        return scene -> scene.relinks().size() >= count
                ? Optional.empty()
                : Optional.of("The kit has " + scene.relinks().size() + " of " + count + " relinks.");
    }

    private static Check relinkGap(Words words) throws Words.Unknown {
        GapName gap = words.take("gap", GAPS);
        String sign = words.take("sign", Map.of(">", ">", "<", "<", "=", "="));
        long bytes = words.number("number of bytes");
        LongPredicate fits =
                switch (sign) {
                    case ">" -> size -> size > bytes;
                    case "<" -> size -> size < bytes;
                    default -> size -> size == bytes;
                };
        return Check.that(
                scene -> scene.relinks().stream()
                        .limit(1)
                        .anyMatch(relink -> fits.test(relink.gaps().of(gap))),
                "The gap " + gap.label() + " of the newest relink is not " + sign + " " + bytes + " bytes.");
    }

    private static Check gapBounds(Words words) throws Words.Unknown {
        GapName gap = words.take("gap", GAPS);
        long low = words.number("lower bound");
        long high = words.number("upper bound");
        return Check.that(
                scene -> recipe(scene)
                        .filter(recipe -> gap.low(recipe) == low
                                && gap.high(
                                                recipe,
                                                scene.kitEditor().get().model().page())
                                        == high)
                        .isPresent(),
                "The recipe in the kit's editor does not have " + low + " to " + high + " for the gap " + gap.label()
                        + ".");
    }

    private static Check linker(String linker) {
        return Check.that(
                scene -> recipe(scene)
                        .filter(recipe -> recipe.getLinker().equals(linker))
                        .isPresent(),
                "The recipe in the kit's editor has another linker.");
    }

    private static Optional<Recipe> recipe(Scene scene) {
        return scene.kitEditor().map(KitEditor::chosenRecipe);
    }

    private static Check selected(RowTable table, String name) {
        return scene -> {
            Optional<String> wanted = resolve(scene, table, name);
            if (wanted.isEmpty()) {
                return Optional.of("Open the kit's page Gaps & Architecture, or a kernel, first.");
            }
            boolean is = scene.selection().size() == 1
                    && names(scene.selection().getFirst(), table).equals(wanted.get());
            return is ? Optional.empty() : Optional.of("Something else is selected, or nothing.");
        };
    }

    /** For objects, a place in the order of what is shown instead of a name. */
    private static Optional<String> resolve(Scene scene, RowTable table, String name) {
        if (table != RowTable.OBJECTS) {
            return Optional.of(name);
        }
        List<String> order = scene.order();
        return switch (name) {
            case "first" -> order.stream().findFirst();
            case "last" -> order.isEmpty() ? Optional.empty() : Optional.of(order.getLast());
            case "head" -> scene.objects(Role.HEAD).stream().findFirst();
            case "tail" -> scene.objects(Role.TAIL).stream().findFirst();
            default -> Optional.of(name);
        };
    }

    /** What a selected item is called in a table; empty when it belongs to another. */
    private static String names(Item item, RowTable table) {
        return switch (item) {
            case ObjectItem object when table == RowTable.OBJECTS -> object.label();
            case RowItem row
            when row.table() == RowTable.OBJECTS && table == RowTable.OBJECTS ->
                row.layout().objects().object(row.row());
            case RowItem row when row.table() == table -> row.label();
            case MoveItem move -> move.label();
            default -> "";
        };
    }

    private static Check view(String id) {
        return Check.that(scene -> scene.shows(id), "The view is not in front.");
    }

    private static Check leaks(String symbol) {
        return Check.that(
                scene -> scene.exposure()
                        .filter(told ->
                                told.symbol().equals(symbol) || told.symbol().endsWith(":" + symbol))
                        .isPresent(),
                "The view Exposure is not in front, or something else leaks there.");
    }

    private static Check leaksBy(Leak leak) {
        return Check.that(
                scene -> scene.exposure().filter(told -> told.leak() == leak).isPresent(),
                "In the view Exposure it leaks in another way.");
    }

    private static Check defence(Defence defence) {
        return Check.that(
                scene -> scene.exposure()
                        .filter(told -> told.defence() == defence)
                        .isPresent(),
                "In the view Exposure another defence is chosen.");
    }

    private static Check bisected(Cause.Kind kind) {
        return Check.that(
                scene -> scene.bisected()
                        .filter(result -> result.cause().kind() == kind)
                        .isPresent(),
                "The view Bisect does not show such a cause for the lesson's kit, or is still searching.");
    }

    private static String title(String page) {
        return page.equals("gaps")
                ? "Gaps & Architecture"
                : page.substring(0, 1).toUpperCase(Locale.ROOT) + page.substring(1);
    }
}
