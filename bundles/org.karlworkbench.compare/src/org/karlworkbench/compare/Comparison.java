package org.karlworkbench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/**
 * Two kernels beside each other: what moved, what stayed, what only one has, and whether both hold the same. Identity is
 * known, so that this is a join and not a guess: a symbol is (object, name, kind, number among those of its kind there).
 */
public final class Comparison {
    /** Two kernels with less in common than this share of the smaller one's symbols are strangers. */
    private static final double LEAST_IN_COMMON = 0.02;

    private final Layout a;
    private final Layout b;
    private final Pairs symbols;
    private final Pairs objects;
    private final Figures figures;

    private Comparison(Layout a, Layout b, Pairs symbols, Pairs objects, Figures figures) {
        this.a = a;
        this.b = b;
        this.symbols = symbols;
        this.objects = objects;
        this.figures = figures;
    }

    /**
     * Compares two kernels.
     *
     * <p>Content is the same where the files are, where the ledger says that both were linked from one kit (each was
     * accounted for, byte by byte, when it was linked), else as {@link Figures#contentUnknown} and
     * {@link Figures#contentDiffers} tell for each symbol. Kits show which bytes are relocated and so may differ.
     *
     * @param kitA the kit of the first kernel, or null
     * @param kitB the kit of the second, or null for that of the first
     * @param progress told of one phase; asked for cancel
     * @throws EngineException when a kernel cannot be read any more, or the two are for different architectures or have
     *     next to nothing in common
     */
    public static Comparison of(Layout a, Layout b, LoadedKit kitA, LoadedKit kitB, Progress progress)
            throws EngineException {
        progress.begin("compare", 3);
        requireSameMachine(a, b);
        boolean identical = isIdentical(a, b);
        Pairs symbols = new Pairs(a.symbols(), b.symbols(), SymbolMatch.of(a, b));
        requireKinship(a, b, symbols, identical);
        progress.worked(1);
        Pairs objects = new Pairs(a.objects(), b.objects(), ObjectMatch.of(a, b));
        progress.worked(1);
        progress.checkCancelled();
        LoadedKit second = kitB == null ? kitA : kitB;
        boolean proved = identical || isSameKit(a, b);
        ContentCheck.Result content =
                proved ? ContentCheck.Result.SAME : ContentCheck.check(a, b, kitA, second, symbols, objects, progress);
        Optional<OrderFigures> order = order(BodyOrder.of(a, kitA), BodyOrder.of(b, second));
        progress.worked(1);
        PairsInvariant invariant = PairsInvariantCount.of(a, symbols, KernelBlocks.of(a, kitA));
        Figures figures = figures(a, b, symbols, objects, identical, proved, content, order, invariant);
        return new Comparison(a, b, symbols, objects, figures);
    }

    private static void requireSameMachine(Layout a, Layout b) throws EngineException {
        ElfHeader headerA = a.header();
        ElfHeader headerB = b.header();
        boolean same = headerA.machine() == headerB.machine()
                && headerA.is64() == headerB.is64()
                && headerA.order() == headerB.order();
        if (!same) {
            throw new EngineException(
                    "different-architectures",
                    b.kernel().toString(),
                    null,
                    "is for another architecture than " + a.kernel(),
                    "compare kernels of one architecture");
        }
    }

    private static void requireKinship(Layout a, Layout b, Pairs symbols, boolean identical) throws EngineException {
        int sized = Math.min(sized(a.symbols()), sized(b.symbols()));
        boolean all = sized
                == 0; // labels alone; else they tell little, since linkers give each kernel some of the same names
        int smaller = all ? Math.min(a.symbols().count(), b.symbols().count()) : sized;
        int common = (int) IntStream.range(0, symbols.count())
                .filter(pair -> symbols.rowA(pair) >= 0 && symbols.rowB(pair) >= 0)
                .filter(pair -> all || symbols.size(pair) > 0)
                .count();
        if (!identical && smaller > 0 && common <= smaller * LEAST_IN_COMMON) {
            throw new EngineException(
                    "unrelated",
                    b.kernel().toString(),
                    null,
                    "has next to nothing in common with " + a.kernel() + ": " + common + " of " + smaller + " symbols",
                    "compare kernels of one kit, or two builds of one source");
        }
    }

    private static int sized(Rows symbols) {
        return (int) IntStream.range(0, symbols.count())
                .filter(row -> symbols.size(row) > 0)
                .count();
    }

    private static boolean isIdentical(Layout a, Layout b) throws EngineException {
        if (a.fileSize() != b.fileSize()) {
            return false;
        }
        try {
            return Files.mismatch(a.kernel(), b.kernel()) < 0;
        } catch (IOException e) {
            throw EngineException.io(Files.isReadable(a.kernel()) ? b.kernel() : a.kernel(), e);
        }
    }

    private static boolean isSameKit(Layout a, Layout b) {
        Optional<String> kitOfA = a.entry().map(LedgerEntry::getKitDigest);
        return kitOfA.isPresent() && kitOfA.equals(b.entry().map(LedgerEntry::getKitDigest));
    }

    private static Optional<OrderFigures> order(List<String> a, List<String> b) {
        return a == null || b == null ? Optional.empty() : Optional.of(OrderFigures.of(a, b));
    }

    private static Figures figures(
            Layout a,
            Layout b,
            Pairs symbols,
            Pairs objects,
            boolean identical,
            boolean proved,
            ContentCheck.Result content,
            Optional<OrderFigures> order,
            PairsInvariant invariant) {
        Functions functions = Functions.of(a, b, symbols);
        int onlyA = symbols.count(State.ONLY_A);
        int onlyB = symbols.count(State.ONLY_B);
        boolean decided = proved || a.symbols().count() > 0 && content.unknown() == 0;
        return new Figures(
                identical,
                functions.count(),
                functions.atSameAddress(),
                symbols.count(State.MOVED),
                symbols.count(State.FIXED),
                onlyA,
                onlyB,
                order,
                invariant,
                gaps(a),
                gaps(b),
                fixedBytes(a, b, objects),
                content.unknown(),
                content.differs(),
                only(symbols, State.ONLY_B),
                only(symbols, State.ONLY_A),
                grown(symbols),
                decided && onlyA == 0 && onlyB == 0 && content.differs().isEmpty());
    }

    private static List<SymbolId> only(Pairs pairs, State state) {
        List<SymbolId> only = new ArrayList<>(pairs.count(state));
        for (int pair = 0; pair < pairs.count(); pair++) {
            if (pairs.state(pair) == state) {
                only.add(ContentCheck.id(pairs, pair));
            }
        }
        return only;
    }

    private static List<SizeChange> grown(Pairs pairs) {
        List<SizeChange> grown = new ArrayList<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
            boolean both = pairs.rowA(pair) >= 0 && pairs.rowB(pair) >= 0;
            if (both && pairs.size(pair) != pairs.sizeB(pair)) {
                grown.add(new SizeChange(ContentCheck.id(pairs, pair), pairs.sizeB(pair)));
            }
        }
        grown.sort(Comparator.comparingLong((SizeChange each) -> -Math.abs(each.change())));
        return grown;
    }

    private static Map<String, Long> gaps(Layout layout) {
        Map<String, Long> gaps = new LinkedHashMap<>();
        for (GapName name : GapName.values()) {
            OptionalLong size = layout.gap(name);
            gaps.put(name.label(), size.isPresent() ? size.getAsLong() : null);
        }
        return gaps;
    }

    private static OptionalLong fixedBytes(Layout a, Layout b, Pairs objects) {
        if (a.objects().count() == 0 || b.objects().count() == 0) {
            return OptionalLong.empty();
        }
        long bytes = 0;
        for (int pair = 0; pair < objects.count(); pair++) {
            boolean content = objects.kind(pair) == Kind.OBJECT || objects.kind(pair) == Kind.COMMON;
            if (content && objects.state(pair) == State.FIXED) {
                bytes += Math.min(objects.size(pair), objects.sizeB(pair));
            }
        }
        return OptionalLong.of(bytes);
    }

    /** Whether it is known of both where their objects lie. */
    public boolean knowsObjects() {
        return a.objects().count() > 0 && b.objects().count() > 0;
    }

    /** The first kernel. */
    public Layout a() {
        return a;
    }

    /** The second kernel. */
    public Layout b() {
        return b;
    }

    /** The symbols of both. */
    public Pairs symbols() {
        return symbols;
    }

    /** The pieces of both, gaps, COMMON symbols and alignment included; alignment is never in both. */
    public Pairs objects() {
        return objects;
    }

    /** The figures. */
    public Figures figures() {
        return figures;
    }
}
