package org.karlworkbench.ui.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.Legend;
import org.karlworkbench.picture.Palette;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Shown;

/** By what the items of a kernel's map are coloured. Sections are always coloured by what they are. */
public enum Colouring {
    /** Each object has a colour, and its symbols too. */
    OBJECT("Object") {
        @Override
        int colour(Layout layout, Rows rows, int row) {
            String name = owner(rows, row);
            return name.isEmpty() ? Palette.UNKNOWN : Palette.ofName(name);
        }

        @Override
        public Legend legend(Layout layout) {
            return new Legend(List.of(GAP, FILL, LINKER));
        }
    },
    /** By the section in which something lies. */
    SECTION("Section") {
        @Override
        int colour(Layout layout, Rows rows, int row) {
            return SectionColours.of(layout.sectionTable(), rows.sectionIndex(row));
        }

        @Override
        public Legend legend(Layout layout) {
            return new Legend(List.of(
                    new Legend.Entry(Palette.CODE, "code"),
                    new Legend.Entry(Palette.READ_ONLY, "read-only data"),
                    new Legend.Entry(Palette.DATA, "data"),
                    new Legend.Entry(Palette.BSS, "BSS"),
                    GAP));
        }
    },
    /** By the kind of row: function, data and so on. */
    KIND("Kind") {
        @Override
        int colour(Layout layout, Rows rows, int row) {
            return ofKind(rows.kind(row));
        }

        @Override
        public Legend legend(Layout layout) {
            Set<Kind> there = EnumSet.noneOf(Kind.class);
            layout.symbols().stream().forEach(row -> there.add(layout.symbols().kind(row)));
            layout.objects().stream().forEach(row -> there.add(layout.objects().kind(row)));
            return new Legend(there.stream()
                    .map(kind -> new Legend.Entry(ofKind(kind), kind.label()))
                    .toList());
        }
    },
    /** By the beginning of the object's name, as in {@code uvm_map.o} or {@code dev/pci/if_em.o}. */
    PREFIX("Name Prefix") {
        @Override
        int colour(Layout layout, Rows rows, int row) {
            String name = owner(rows, row);
            return name.isEmpty() ? Palette.UNKNOWN : Palette.ofName(prefix(name));
        }

        @Override
        public Legend legend(Layout layout) {
            return largest(layout);
        }
    },
    /** From small to large. */
    SIZE("Size") {
        @Override
        int colour(Layout layout, Rows rows, int row) {
            return ofSize(rows.size(row));
        }

        @Override
        public Legend legend(Layout layout) {
            List<Legend.Entry> entries = new ArrayList<>();
            for (int bits = 4; bits <= LARGE; bits += 4) {
                entries.add(new Legend.Entry(ofSize(1L << bits), Formats.brief(1L << bits)));
            }
            return new Legend(entries);
        }
    };

    private static final int LARGE = 20; // 1 MiB and more look alike
    private static final int PREFIXES = 10;
    private static final Legend.Entry GAP = new Legend.Entry(Palette.GAP, "gap");
    private static final Legend.Entry FILL = new Legend.Entry(Palette.FILL, "alignment");
    private static final Legend.Entry LINKER = new Legend.Entry(Palette.LINKER, "made by the linker");

    private final String title;

    Colouring(String title) {
        this.title = title;
    }

    /** What it is called in menus. */
    public String title() {
        return title;
    }

    /** The colour of an object or symbol that is neither gap nor fill. */
    abstract int colour(Layout layout, Rows rows, int row);

    /** What the colours mean in a layout. */
    public abstract Legend legend(Layout layout);

    /** The colour of a row on the map. */
    public int of(Layout layout, RowTable table, int row) {
        Rows rows = table.rows(layout);
        return switch (table) {
            case SECTIONS -> SectionColours.of(layout, row);
            case GAPS -> Palette.GAP;
            case OBJECTS, SYMBOLS -> ofRow(layout, rows, row);
        };
    }

    private int ofRow(Layout layout, Rows rows, int row) {
        return switch (rows.kind(row)) {
            case GAP -> Palette.GAP;
            case FILL -> Palette.FILL;
            case LINKER, ABSOLUTE -> rows.object(row).isEmpty() ? Palette.LINKER : colour(layout, rows, row);
            default -> colour(layout, rows, row);
        };
    }

    /** The object of a row; where none is known, symbols are told apart by their own names. */
    private static String owner(Rows rows, int row) {
        String object = rows.object(row);
        boolean symbol = rows.kind(row) != Kind.OBJECT;
        return object.isEmpty() && symbol ? rows.name(row) : object;
    }

    private static int ofKind(Kind kind) {
        return switch (kind) {
            case FUNCTION -> Palette.CODE;
            case DATA -> Palette.DATA;
            case COMMON -> Palette.BSS;
            case OBJECT -> Palette.READ_ONLY;
            case GAP -> Palette.GAP;
            case FILL -> Palette.FILL;
            case LINKER, ABSOLUTE -> Palette.LINKER;
            case SECTION -> Palette.OTHER;
        };
    }

    private static int ofSize(long size) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size)) - 1;
        return Palette.ofDistance(Math.min(1.0, bits / (double) LARGE));
    }

    /**
     * Where drivers and subsystems tell themselves apart: the folder of an object's name; without folders what stands before
     * the first underscore, digit or dot.
     *
     * @param name the object's
     */
    public static String prefix(String name) {
        int slash = name.lastIndexOf('/');
        if (slash > 0) {
            return name.substring(0, slash);
        }
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return end == 0 ? name : name.substring(0, end);
    }

    /** The prefixes with most bytes. */
    private static Legend largest(Layout layout) {
        Rows rows = layout.objects().count() > 0 ? layout.objects() : layout.symbols();
        Map<String, Long> bytes = new HashMap<>();
        rows.stream()
                .filter(row -> rows.kind(row) != Kind.GAP && rows.kind(row) != Kind.FILL)
                .filter(row -> !owner(rows, row).isEmpty())
                .forEach(row -> bytes.merge(prefix(owner(rows, row)), rows.size(row), Long::sum));
        return new Legend(bytes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(PREFIXES)
                .map(each -> new Legend.Entry(
                        Palette.ofName(each.getKey()),
                        Shown.line(each.getKey()) + " " + Formats.brief(each.getValue())))
                .toList());
    }
}
