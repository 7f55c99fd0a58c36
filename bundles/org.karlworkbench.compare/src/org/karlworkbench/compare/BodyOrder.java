package org.karlworkbench.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** The order of a kernel's body: from its ledger entry, else by the addresses of the code. */
final class BodyOrder {
    private BodyOrder() {}

    /**
     * The body's objects in link order, or null when it is not known which objects are the body, or when sections were
     * shuffled, so that objects have no order.
     *
     * <p>By address an object stands where its first piece of code does. One without code is left out: its data follows
     * all code, so that it would seem to keep its place.
     *
     * @param kit the kit, or null
     */
    static List<String> of(Layout layout, LoadedKit kit) {
        if (layout.entry().isPresent()) {
            LedgerEntry entry = layout.entry().get();
            boolean sections = entry.getRecipe() != null && Unit.of(entry.getRecipe()) == Unit.SECTION;
            return sections ? null : List.copyOf(entry.getOrder());
        }
        return kit == null || layout.objects().count() == 0
                ? null
                : byAddress(layout, new HashSet<>(kit.plan().body()));
    }

    private static List<String> byAddress(Layout layout, Set<String> body) {
        Rows rows = layout.objects();
        Sections sections = layout.sectionTable();
        List<String> order = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            int section = rows.sectionIndex(row);
            boolean code = rows.kind(row) == Kind.OBJECT
                    && rows.size(row) != 0
                    && section >= 0
                    && section < sections.count()
                    && (sections.flags(section) & Elf.SHF_EXECINSTR) != 0;
            if (code && body.remove(rows.object(row))) {
                order.add(rows.object(row));
            }
        }
        return order;
    }
}
