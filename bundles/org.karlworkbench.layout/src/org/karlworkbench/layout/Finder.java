package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds things of a kernel by what a person types: a name or a part of it, an address, a name and an offset, or a list of
 * addresses. Names are decoded at the first search and kept. Safe for use by several threads.
 */
public final class Finder {
    private static final Pattern WORD = Pattern.compile("[\\w.$@+`]*\\w");

    private static final int[] NO_ROWS = {};

    private final Layout layout;
    private volatile String[][] names;
    private volatile Map<String, int[]> symbols;

    /**
     * A finder that has not searched yet.
     *
     * @param layout where it searches
     */
    public Finder(Layout layout) {
        this.layout = layout;
    }

    /** How well a name fits, and where it stands. */
    private record Fit(int worth, String name, Hit.Table table, int row) {
        /** The best first; of equal ones the shorter name, then the alphabet, then symbols before objects. */
        static final Comparator<Fit> BEST = Comparator.comparingInt(Fit::worth)
                .thenComparingInt(fit -> fit.name().length())
                .thenComparing(Fit::name)
                .thenComparing(Fit::table)
                .thenComparingInt(Fit::row);
    }

    /**
     * Finds.
     *
     * @param text what was typed: {@code name}, {@code name+0x1c}, {@code 0xffffffff81001000}, the same without 0x if it
     *     has at least six digits, or any text with several of these in it, such as a trace. Of a name the letters have to be in
     *     the thing's name in this order, whatever their case; the nearer the better
     * @param most how many hits at most; of a list all are given
     * @param cancelled asked now and then
     * @return the best first, those of a list in its order; an address that nothing holds has no hit, nor has an offset that
     *     leads out of its symbol. Empty when cancelled
     */
    public List<Hit> find(String text, int most, BooleanSupplier cancelled) {
        String typed = text.strip();
        List<Hit> hits = new ArrayList<>();
        if (typed.isEmpty()) {
            return hits;
        }
        List<String> words = words(typed);
        if (typed.chars().anyMatch(Character::isWhitespace)) {
            addAll(words, hits, cancelled);
            return cancelled.getAsBoolean() ? List.of() : hits;
        }
        for (String word : words) {
            addAddress(word, hits);
        }
        addOffset(typed, hits);
        addNames(typed, most - hits.size(), hits, cancelled);
        return cancelled.getAsBoolean() ? List.of() : hits;
    }

    /** The words of a text as traces have them: without the brackets, commas and colons around them. */
    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Addresses, and names with offsets; a trace often tells a place in both ways, and that is one hit. */
    private void addAll(List<String> words, List<Hit> hits, BooleanSupplier cancelled) {
        for (String word : words) {
            List<Hit> found = new ArrayList<>();
            addAddress(word, found);
            if (found.isEmpty() && !cancelled.getAsBoolean()) {
                addOffset(word, found);
            }
            if (hits.isEmpty() || !found.contains(hits.getLast())) {
                hits.addAll(found);
            }
        }
    }

    /**
     * All that has a name, symbols before objects before sections, each by address.
     *
     * @param name the whole name
     */
    public List<Hit> named(String name) {
        List<Hit> hits = new ArrayList<>();
        for (Hit.Table table : Hit.Table.values()) {
            String[] all = names()[table.ordinal()];
            for (int row = 0; row < all.length; row++) {
                if (all[row].equals(name)) {
                    hits.add(new Hit(table, row, table.rows(layout).address(row), 0));
                }
            }
        }
        return hits;
    }

    /**
     * The innermost thing at an address: a symbol, else an object, else a section.
     *
     * @param address unsigned
     * @return it, or null
     */
    public Hit at(long address) {
        for (Hit.Table table : Hit.Table.values()) {
            Rows rows = table.rows(layout);
            int row = rows.at(address);
            boolean gap = row >= 0 && table == Hit.Table.OBJECTS && rows.kind(row) == Kind.FILL;
            if (row >= 0 && !gap) {
                return new Hit(table, row, address, address - rows.address(row));
            }
        }
        return null;
    }

    private void addAddress(String word, List<Hit> hits) {
        Long address = address(word);
        Hit hit = address == null ? null : at(address);
        if (hit != null) {
            hits.add(hit);
        }
    }

    /** The address that a word means, or null. */
    private Long address(String word) {
        boolean marked = word.startsWith("0x") || word.startsWith("0X");
        String digits = marked ? word.substring(2) : word;
        boolean hex = digits.matches("[0-9a-fA-F`]{1,17}") && (marked || digits.length() >= 6);
        if (!hex) {
            return null;
        }
        String plain = digits.replace("`", "");
        return plain.isEmpty() || plain.length() > 16 ? null : Long.parseUnsignedLong(plain, 16);
    }

    /** A name and an offset, as traces have them: {@code name+0x1c}. A call that never returns has the function's end. */
    private void addOffset(String typed, List<Hit> hits) {
        byOffset(typed, (row, offset) -> {
            if (Long.compareUnsigned(offset, layout.reach(row)) <= 0) {
                hits.add(new Hit(Hit.Table.SYMBOLS, row, layout.symbols().address(row) + offset, offset));
            }
        });
    }

    /**
     * Why a name and an offset find nothing: the offset leads out of what has the name.
     *
     * @param text what was typed
     * @return a sentence, or empty when that is not so
     */
    public Optional<String> beyond(String text) {
        List<String> sentences = new ArrayList<>();
        byOffset(text.strip(), (row, offset) -> {
            long reach = layout.reach(row);
            if (Long.compareUnsigned(offset, reach) > 0) {
                sentences.add(layout.symbols().name(row) + " has " + Long.toUnsignedString(reach) + " bytes, and +0x"
                        + Long.toHexString(offset) + " leads out of it");
            }
        });
        return sentences.stream().findFirst();
    }

    private void byOffset(String typed, BiConsumer<Integer, Long> use) {
        int plus = typed.lastIndexOf('+');
        Long offset = plus <= 0 ? null : offset(typed.substring(plus + 1));
        if (offset != null) {
            for (int row : symbols().getOrDefault(typed.substring(0, plus), NO_ROWS)) {
                use.accept(row, offset);
            }
        }
    }

    /** The rows of each symbol's name: a pasted trace asks for many. */
    private Map<String, int[]> symbols() {
        Map<String, int[]> known = symbols;
        if (known == null) {
            known = new HashMap<>();
            String[] all = names()[Hit.Table.SYMBOLS.ordinal()];
            for (int row = 0; row < all.length; row++) {
                int[] rows = known.getOrDefault(all[row], NO_ROWS);
                int[] more = Arrays.copyOf(rows, rows.length + 1);
                more[rows.length] = row;
                known.put(all[row], more);
            }
            symbols = known;
        }
        return known;
    }

    private static Long offset(String digits) {
        try {
            return Long.decode(digits);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private void addNames(String typed, int most, List<Hit> hits, BooleanSupplier cancelled) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        PriorityQueue<Fit> best = new PriorityQueue<>(Fit.BEST.reversed());
        for (Hit.Table table : Hit.Table.values()) {
            String[] all = names()[table.ordinal()];
            for (int row = 0; row < all.length && most > 0; row++) {
                if ((row & 0xfff) == 0 && cancelled.getAsBoolean()) {
                    return;
                }
                int worth = worth(all[row], typed, wanted);
                if (worth >= 0) {
                    best.add(new Fit(worth, all[row], table, row));
                    if (best.size() > most) {
                        best.remove();
                    }
                }
            }
        }
        best.stream().sorted(Fit.BEST).forEach(fit -> {
            Rows rows = fit.table().rows(layout);
            hits.add(new Hit(fit.table(), fit.row(), rows.address(fit.row()), 0));
        });
    }

    /** 0 for the name itself, then: but for case, its beginning, a word of it, a part, its letters in order; else -1. */
    private static int worth(String name, String typed, String wanted) {
        if (name.length() < typed.length()) {
            return -1;
        }
        if (name.equals(typed)) {
            return 0;
        }
        int at = indexIgnoringCase(name, wanted, 0);
        if (at < 0) {
            return hasInOrder(name, wanted) ? 5 : -1;
        }
        if (at == 0) {
            return name.length() == typed.length() ? 1 : 2;
        }
        return Character.isLetterOrDigit(name.charAt(at - 1)) ? 4 : 3;
    }

    private static int indexIgnoringCase(String name, String wanted, int from) {
        for (int at = from; at + wanted.length() <= name.length(); at++) {
            if (name.regionMatches(true, at, wanted, 0, wanted.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean hasInOrder(String name, String wanted) {
        int next = 0;
        for (int i = 0; i < name.length() && next < wanted.length(); i++) {
            next += Character.toLowerCase(name.charAt(i)) == wanted.charAt(next) ? 1 : 0;
        }
        return next == wanted.length();
    }

    private String[][] names() {
        String[][] known = names;
        if (known == null) {
            known = new String[Hit.Table.values().length][];
            for (Hit.Table table : Hit.Table.values()) {
                Rows rows = table.rows(layout);
                String[] all = new String[rows.count()];
                for (int row = 0; row < all.length; row++) {
                    all[row] = isNamed(rows.kind(row)) ? rows.name(row) : "";
                }
                known[table.ordinal()] = all;
            }
            names = known;
        }
        return known;
    }

    /** Alignment has no name, and the linker's own pieces have those of their sections. */
    private static boolean isNamed(Kind kind) {
        return kind != Kind.FILL;
    }
}
