package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LinkedBy;
import org.karlworkbench.kit.ObjectFile;

/**
 * What a kernel tells of its link order. The sections of one name that lie in one output section stand in link order, and
 * so do those of names that lie among each other. What the order itself has laid tells nothing. In the symbol table stand
 * the objects' runs of local symbols, their file symbols, and, as lld first meets them, the global symbols.
 */
final class OrderEvidence {
    /** So many objects stand in one order by no chance. */
    private static final int CERTAIN = 8;

    /** Parts of a pool of strings may begin a little earlier or later than it looks. */
    private static final int MARGIN = 8;

    private final Board board;
    private final KitJoin join;
    private final int[] owners;
    private final int[] files;
    private final List<Met> globals;
    /** What other linkers' pools tell; null for a kernel of the built-in one. */
    private final PoolEvidence pools;
    /** Where the built-in linker left strings; null for a kernel of another one. */
    private final StringHomes homes;

    /** The objects of COMMON symbols as these lie; the built-in linker places them in link order. */
    private final int[] commons;

    private final LinkedBy linker;

    OrderEvidence(Board board, SymbolPlaces symbols, LinkedBy linker) throws EngineException {
        this.board = board;
        join = symbols.join();
        owners = symbols.owners();
        files = files();
        commons =
                symbols.commons().stream().mapToInt(SymbolPlaces.Common::object).toArray();
        globals = globals();
        boolean builtIn = linker == LinkedBy.BUILT_IN;
        pools = builtIn ? null : new PoolEvidence(board);
        homes = builtIn ? new StringHomes(board) : null;
        this.linker = linker;
    }

    /**
     * Merges all sequences, the surest first: the sections of one name, those of names that are mixed, then the symbol
     * table, and last the merged strings. Of names that lie one behind the other nothing tells whether one statement of
     * the script takes both.
     *
     * @param from the number of the body's first object
     * @param to the number of the object behind its last
     */
    ObjectOrder order(int from, int to) throws EngineException {
        ObjectOrder order = new ObjectOrder(to - from);
        order.addAll(pieces().stream().map(each -> body(each, from, to)).toList());
        if (homes == null) {
            addTables(order, from, to);
        } else {
            order.add(body(commons, from, to));
        }
        return order;
    }

    /** Adds what the symbol table and the pools of strings tell; the built-in linker's tell of the kit's order. */
    private void addTables(ObjectOrder order, int from, int to) throws EngineException {
        boolean[] firm = new boolean[to - from];
        mark(order.longest(), firm);
        for (int[] sequence : locals()) {
            order.add(body(sequence, from, to));
        }
        addGlobals(order, from, to, firm.clone());
        for (List<Met> pool : pools.pools()) {
            new MeetingOrder(pool, order, from, firm, MARGIN).add();
        }
    }

    /**
     * Adds what is likely where nothing is certain: that one statement of the script takes all of an output section, and
     * that what could lie elsewhere as well lies where it was put.
     */
    void guess(ObjectOrder order, int from, int to) {
        List<int[]> whole = new ArrayList<>();
        for (int[] all : board.placed()) {
            int[] placed = telling(all);
            whole.addAll(grouped(placed, piece -> stem(board.name(piece))));
            whole.addAll(grouped(placed, _ -> ""));
        }
        for (int[] all : board.placed()) {
            whole.addAll(grouped(owned(all), board::name));
        }
        order.addAll(whole.stream().map(each -> body(each, from, to)).toList());
    }

    /** The pieces that are one object's: of what several bring, nobody knows whose was kept. */
    private int[] owned(int[] placed) {
        return Arrays.stream(placed).filter(piece -> !board.isShared(piece)).toArray();
    }

    /** The pieces whose places tell something. */
    private int[] telling(int[] placed) {
        return Arrays.stream(owned(placed))
                .filter(piece -> board.pieces().isTold(piece) && board.twin(piece) < 0)
                .toArray();
    }

    /** What the places of pieces tell. */
    private List<int[]> pieces() throws EngineException {
        List<int[]> sequences = new ArrayList<>();
        List<int[]> mixed = new ArrayList<>();
        int[][] regions = board.placed();
        for (int region = 0; region < regions.length; region++) {
            int[] told = telling(regions[region]);
            int[] placed = homes == null ? told : homes.among(region, regions[region], told);
            sequences.addAll(grouped(placed, board::name));
            mixed.addAll(grouped(placed, mixtures(placed)));
        }
        sequences.sort(Comparator.comparingInt((int[] each) -> each.length).reversed());
        sequences.addAll(mixed);
        return sequences;
    }

    /** The objects of local symbols and of file symbols, first together and then, should these disagree, apart. */
    private List<int[]> locals() {
        int[] both = IntStream.range(0, owners.length)
                .map(i -> owners[i] >= 0 ? owners[i] : files[i])
                .toArray();
        FirstMet met = linker == LinkedBy.LD ? new FirstMet(board, this::mixtures) : null;
        return Stream.of(both, owners, files)
                .map(each -> Arrays.stream(each).filter(object -> object >= 0).toArray())
                .flatMap(each -> met == null ? Stream.of(each) : met.split(each).stream())
                .toList();
    }

    private void addGlobals(ObjectOrder order, int from, int to, boolean[] firm) {
        int[] alone = body(
                globals.stream()
                        .mapToInt(Met::only)
                        .filter(object -> object >= 0)
                        .toArray(),
                from,
                to);
        boolean certain = Arrays.stream(alone).distinct().count() >= CERTAIN;
        if (certain && order.add(alone)) {
            mark(alone, firm);
            new MeetingOrder(globals, order, from, firm, 1).add();
        }
    }

    /** Objects in the code's order have places among each other that are certain. */
    private static void mark(int[] objects, boolean[] firm) {
        for (int object : objects) {
            firm[object] = true;
        }
    }

    /** The objects of the body, numbered from its first. */
    private static int[] body(int[] sequence, int from, int to) {
        return Arrays.stream(sequence)
                .filter(object -> object >= from && object < to)
                .map(object -> object - from)
                .toArray();
    }

    /** The objects of pieces that have something in common, as the pieces follow each other. */
    private List<int[]> grouped(int[] placed, IntFunction<String> common) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int piece : placed) {
            groups.computeIfAbsent(common.apply(piece), _ -> new ArrayList<>()).add(board.object(piece));
        }
        return groups.values().stream().map(OrderEvidence::array).toList();
    }

    /**
     * Tells for each piece the mixture that it is in. Names whose pieces lie among each other belong to one statement of
     * the script; those that lie one behind the other need not.
     */
    private IntFunction<String> mixtures(int[] placed) {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < placed.length; i++) {
            last.put(board.name(placed[i]), i);
        }
        Map<String, String> mixture = new HashMap<>();
        String name = "";
        int end = -1;
        for (int i = 0; i < placed.length; i++) {
            String own = board.name(placed[i]);
            name = i > end ? own : name;
            mixture.putIfAbsent(own, name);
            end = Math.max(end, last.get(own));
        }
        return piece -> mixture.get(board.name(piece));
    }

    /** The name up to its second dot: scripts write .text and .text.* together. */
    static String stem(String name) {
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** For each symbol of the kernel that is the file symbol of one object alone that object, or -1. */
    private int[] files() {
        Map<String, Integer> objectOf = new HashMap<>();
        for (int object = 0; object < board.objects().size(); object++) {
            String name = file(board.objects().get(object));
            if (name != null) {
                objectOf.merge(name, object, (_, _) -> -1);
            }
        }
        Symbols kernel = join.kernel();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 1; i < kernel.count(); i++) {
            if (kernel.type(i) == Elf.STT_FILE) {
                seen.merge(kernel.name(i), i, (_, _) -> -1);
            }
        }
        int[] files = new int[kernel.count()];
        Arrays.fill(files, -1);
        seen.forEach((name, i) -> {
            if (i > 0) {
                files[i] = objectOf.getOrDefault(name, -1);
            }
        });
        return files;
    }

    private static String file(ObjectFile object) {
        Symbols symbols = object.symbols();
        return IntStream.range(1, symbols.count())
                .filter(i -> symbols.type(i) == Elf.STT_FILE)
                .mapToObj(symbols::name)
                .findFirst()
                .orElse(null);
    }

    /** The kernel's global symbols, each with the objects that have one of that name. */
    private List<Met> globals() {
        Symbols kernel = join.kernel();
        Met[] met = new Met[kernel.count()];
        for (int object = 0; object < board.objects().size(); object++) {
            Symbols symbols = board.objects().get(object).symbols();
            for (int i = 1; i < symbols.count(); i++) {
                int found = symbols.binding(i) == Elf.STB_LOCAL ? -1 : join.found(object, i);
                if (found > 0 && kernel.binding(found) != Elf.STB_LOCAL) {
                    met[found] = met[found] == null ? Met.by(object, 0) : met[found].with(object, 0);
                }
            }
        }
        return Arrays.stream(met).filter(Objects::nonNull).toList();
    }
}
