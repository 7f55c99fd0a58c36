package org.karlworkbench.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.exposure.ExposureView.Told;
import org.karlworkbench.ui.items.RowItem;

/** The words for what is asked. docs/lessons.md lists them. */
final class FactWords {
    private static final long MOST_DRAWN = 1 << 20;

    /** A number that stands alone, in decimal. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[0-9]{1,18}(?![\\w.])");

    private FactWords() {}

    /**
     * Reads what the right answer is.
     *
     * @param line the words
     * @throws Words.Unknown when they are none of the list
     */
    static Fact read(String line) throws Words.Unknown {
        Words words = new Words(line);
        String first = words.take("what the answer is");
        return words.done(
                switch (first) {
                    case "objects" ->
                        scene -> scene.kit().map(_ -> number(all(scene).size()));
                    case "body" ->
                        scene -> scene.kit()
                                .map(_ -> number(scene.objects(Role.BODY).size()));
                    case "address" -> address(words.take("symbol"));
                    case "distance" -> distance(words.take("symbol"), words.take("other symbol"));
                    case "object-of" -> objectOf(words.take("symbol"));
                    case "endboot" ->
                        scene -> scene.layout()
                                .filter(layout -> layout.endboot() != -1)
                                .map(layout -> new Answer.Address(layout.endboot()));
                    case "gap" -> gap(words.take("gap", CheckWords.GAPS));
                    case "gap-values" -> gapValues(words.take("gap", CheckWords.GAPS));
                    case "first" -> scene -> name(scene.order().stream().findFirst());
                    case "last" ->
                        scene -> name(scene.order().reversed().stream().findFirst());
                    case "order-bits" ->
                        scene -> scene.kit()
                                .map(_ -> new Answer.Figure(
                                        log2Factorial(scene.objects(Role.BODY).size())));
                    case "known" -> told(told -> number(told.known()));
                    case "blocks" -> told(told -> number(told.blocks()));
                    case "told-by-pointer" -> toldByPointer(words.take("defence", CheckWords.DEFENCES));
                    case "residue" -> lab(result -> number(result.residue().size()));
                    case "boots" -> boots();
                    case "startup-pages" ->
                        scene -> scene.booted()
                                .filter(startup -> startup.pages() >= 0)
                                .map(startup -> number(startup.pages()));
                    case "frame" -> frame(words.number("number of a frame"));
                    case "before" -> before(words.take("symbol"));
                    case "cause" -> cause(words.number("number of an object"));
                    case "confirmed" ->
                        scene -> scene.bisected()
                                .map(result -> number(result.with().failed()));
                    case "earlier" -> earlier(words.take("object"), words.take("other object"));
                    case "referrer" -> referrer(words.take("symbol"), words.hasMore() ? words.take("object") : "");
                    case "panic-number" -> panicNumber(words.number("number in the panic"));
                    case "word" -> word(words.take("word"));
                    default ->
                        throw new Words.Unknown(
                                "`" + first + "` is nothing that can be asked; there are objects, body, "
                                        + "address, distance, object-of, endboot, gap, gap-values, first, last, order-bits, known, "
                                        + "blocks, told-by-pointer, residue, boots, startup-pages, frame, before, cause, confirmed, earlier, "
                                        + "referrer, panic-number and word");
                });
    }

    private static List<String> all(Scene scene) {
        return java.util.stream.Stream.of(Role.HEAD, Role.BODY, Role.TAIL)
                .flatMap(role -> scene.objects(role).stream())
                .toList();
    }

    private static Answer number(long value) {
        return new Answer.Number(value);
    }

    private static Optional<Answer> name(Optional<String> name) {
        return name.map(Answer.Name::new);
    }

    /** A word or a number of the lesson's own. */
    private static Fact word(String word) {
        Answer right = word.matches("[0-9]{1,18}") ? number(Long.parseLong(word)) : new Answer.Word(word);
        return _ -> Optional.of(right);
    }

    private static Fact address(String symbol) {
        return scene -> scene.layout().flatMap(layout -> row(layout, symbol)
                .map(row -> new Answer.Address(layout.symbols().address(row))));
    }

    private static Fact objectOf(String symbol) {
        return scene -> scene.layout().flatMap(layout -> row(layout, symbol)
                .map(row -> new Answer.Name(layout.symbols().object(row))));
    }

    private static Fact distance(String from, String to) {
        return scene -> scene.layout().flatMap(layout -> row(layout, from).flatMap(a -> row(layout, to)
                .map(b -> number(
                        Math.abs(layout.symbols().address(b) - layout.symbols().address(a))))));
    }

    /** The first symbol of that name; a lesson asks for one that there is once. */
    private static Optional<Integer> row(Layout layout, String symbol) {
        Rows rows = layout.symbols();
        return IntStream.range(0, rows.count())
                .filter(row -> rows.name(row).equals(symbol))
                .boxed()
                .findFirst();
    }

    private static Fact gap(GapName gap) {
        return scene -> scene.layout()
                .filter(layout -> layout.gap(gap).isPresent())
                .map(layout -> number(layout.gap(gap).getAsLong()));
    }

    /** How many sizes a gap can have by the recipe that is edited. */
    private static Fact gapValues(GapName gap) {
        return scene -> scene.kitEditor()
                .filter(editor -> editor.chosenRecipe() != null)
                .map(editor -> {
                    Recipe recipe = editor.chosenRecipe();
                    long page = editor.model().page();
                    return number(LongStream.rangeClosed(gap.low(recipe), gap.high(recipe, page))
                            .limit(MOST_DRAWN)
                            .map(drawn -> gap.rounded(drawn, page, recipe))
                            .distinct()
                            .count());
                });
    }

    private static Fact told(Function<Told, Answer> answer) {
        return scene -> scene.exposure().map(answer);
    }

    private static Fact toldByPointer(Defence defence) {
        return scene -> scene.exposure()
                .filter(told -> told.defence() == defence)
                .map(told -> new Answer.Figure(told.toldByPointer()));
    }

    private static Fact lab(Function<LabResult, Answer> answer) {
        return scene -> scene.measured().map(answer);
    }

    private static Fact boots() {
        return scene -> scene.measured()
                .filter(result -> result.attack() != null)
                .map(result -> number(Math.round(result.attack().typical().bootsForHalf())));
    }

    /** The object of a frame of the stack, counted from 0 as a panic counts them, where that is certain. */
    private static Fact frame(long number) {
        return scene -> scene.symbolized().flatMap(told -> told.frames().stream()
                .filter(frame -> frame.mention().role() == org.karlworkbench.debug.trace.Role.FRAME)
                .skip(number)
                .findFirst()
                .filter(frame -> frame.certainty() == Frame.Certainty.EXACT)
                .map(frame -> new Answer.Name(frame.spot().object())));
    }

    /** The object that has the last bytes before those of a symbol's own object in its section, alignment apart. */
    private static Fact before(String symbol) {
        return scene -> scene.layout()
                .flatMap(layout -> row(layout, symbol).flatMap(row -> name(before(layout.objects(), layout, row))));
    }

    private static Optional<String> before(Rows pieces, Layout layout, int symbol) {
        int own = pieces.at(layout.symbols().address(symbol));
        return IntStream.iterate(own - 1, piece -> piece >= 0, piece -> piece - 1)
                .filter(piece -> pieces.kind(piece) == Kind.OBJECT && pieces.size(piece) > 0)
                .filter(piece -> pieces.objectIndex(piece) != pieces.objectIndex(own))
                .boxed()
                .findFirst()
                .filter(piece -> pieces.sectionIndex(piece) == pieces.sectionIndex(own))
                .map(pieces::object);
    }

    /** One of the objects of the cause that was found, counted from 1. */
    private static Fact cause(long number) {
        return scene -> scene.bisected()
                .flatMap(result -> name(result.cause().objects().stream()
                        .skip(Math.max(0, number - 1))
                        .findFirst()));
    }

    /** Which of two objects comes first in the order of the kernel in front. */
    private static Fact earlier(String object, String other) {
        return scene -> scene.entry()
                .map(LedgerEntry::getOrder)
                .filter(order -> order.contains(object) && order.contains(other))
                .map(order -> new Answer.Name(order.indexOf(object) < order.indexOf(other) ? object : other));
    }

    /** An object that refers to a symbol, but for the symbol's own and one that the lesson has named. */
    private static Fact referrer(String symbol, String named) {
        return scene -> scene.references()
                .filter(told -> told.item().label().equals(symbol))
                .map(told -> told.objects().stream()
                        .filter(object -> !object.equals(named) && !object.equals(owner(told.item())))
                        .map(Answer.Name::new)
                        .toList())
                .filter(names -> !names.isEmpty())
                .map(Answer.OneOf::new);
    }

    private static String owner(RowItem item) {
        return item.table().rows(item.layout()).object(item.row());
    }

    /** One of the numbers in what a kernel said when it panicked, counted from 1. */
    private static Fact panicNumber(long number) {
        return scene -> scene.panic()
                .flatMap(said -> NUMBER.matcher(said)
                        .results()
                        .skip(Math.max(0, number - 1))
                        .findFirst())
                .map(found -> number(Long.parseLong(found.group())));
    }

    private static double log2Factorial(int objects) {
        return IntStream.rangeClosed(2, objects)
                .mapToDouble(n -> Math.log(n) / Math.log(2))
                .sum();
    }
}
