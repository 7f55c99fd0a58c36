package org.karlworkbench.compare.gadgets;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.compare.PieceFields;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** One of the two kernels: its gadgets, and what is known of the place of each. */
final class GadgetSide {
    private final Layout layout;
    private final List<GadgetSection> sections;
    private final PieceFields fields;
    private final boolean hasKit;
    private final Set<String> head;
    private final Set<String> body;
    private final int gap;

    GadgetSide(Layout layout, LoadedKit kit, List<GadgetSection> sections) {
        this.layout = layout;
        this.sections = sections;
        fields = new PieceFields(layout, kit);
        hasKit = kit != null;
        body = kit != null
                ? new HashSet<>(kit.plan().body())
                : layout.entry().map(entry -> new HashSet<>(entry.getOrder())).orElse(null);
        gap = gap(layout.objects());
        head = body == null ? Set.of() : before(layout.objects(), gap, body);
    }

    /** The row of the gap that comes first, or behind all rows. */
    private static int gap(Rows rows) {
        int row = 0;
        while (row < rows.count() && rows.kind(row) != Kind.GAP) {
            row++;
        }
        return row;
    }

    /** The objects that have something in the text before the gap. */
    private static Set<String> before(Rows rows, int gap, Set<String> body) {
        Set<String> head = new HashSet<>();
        for (int row = 0; row < gap; row++) {
            if (rows.kind(row) == Kind.OBJECT && !body.contains(rows.object(row))) {
                head.add(rows.object(row));
            }
        }
        return head;
    }

    Layout layout() {
        return layout;
    }

    List<GadgetSection> sections() {
        return sections;
    }

    /** The section of that name, or null. */
    GadgetSection section(String name) {
        return sections.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The section that holds an address, or null. */
    GadgetSection at(long address) {
        return sections.stream()
                .filter(each -> each.offset(address) >= 0)
                .findFirst()
                .orElse(null);
    }

    long candidates() {
        return sections.stream().mapToLong(GadgetSection::candidates).sum();
    }

    /** How many begin where the compiler's instructions do, or -1. */
    long intended() {
        return sections.stream().anyMatch(each -> each.boundaries() == null)
                ? -1
                : sections.stream().mapToLong(GadgetSection::intended).sum();
    }

    boolean knowsRegions() {
        return body != null && layout.objects().count() > 0;
    }

    boolean knowsFields() {
        return hasKit && layout.objects().count() > 0;
    }

    /** The part of the kernel that a piece belongs to; what lies between two belongs to the one before. */
    Region region(int piece) {
        Rows rows = layout.objects();
        int row = piece;
        while (row > 0 && rows.kind(row) == Kind.FILL) {
            row--;
        }
        if (row < 0) {
            return Region.BODY;
        }
        if (rows.kind(row) == Kind.GAP) {
            return Region.GAP;
        }
        String object = rows.object(row);
        return body.contains(object) ? Region.BODY : head.contains(object) ? Region.HEAD : Region.TAIL;
    }

    /** Whether a piece of the head keeps its place whatever is drawn; what lies behind a gap does not. */
    boolean isBeforeGap(int piece) {
        return piece < gap;
    }

    /** Whether bytes touch a relocated field, given the piece in which they begin. */
    boolean isRelocated(int piece, long address, int size) throws EngineException {
        Rows rows = layout.objects();
        for (int row = Math.max(piece, 0); row < rows.count(); row++) {
            long offset = address - rows.address(row);
            if (offset + size <= 0) {
                return false;
            }
            if (offset < rows.size(row) && fields.touches(row, Math.max(0, offset), offset + size)) {
                return true;
            }
        }
        return false;
    }

    PieceFields fields() {
        return fields;
    }
}
