package org.karlworkbench.code;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;

/** Finds what is meant by a name, by a name and an offset, or by an address: that alone, and nothing like it. */
public final class CodeSearch {
    /** More symbols of one name than any kernel has. */
    private static final int MOST = 10_000;

    private CodeSearch() {}

    /**
     * Finds.
     *
     * @param layout the kernel's
     * @param text {@code name}, {@code name+0x12} or {@code 0xffffffff81000000}
     * @param cancelled asked now and then
     * @return all that have this name, functions first; else what lies at the address; empty where there is none
     */
    public static List<Hit> find(Layout layout, String text, BooleanSupplier cancelled) {
        String wanted = text.strip();
        List<Hit> hits = new Finder(layout).find(wanted, MOST, cancelled);
        List<Hit> named = hits.stream()
                .filter(hit -> isNamed(layout, hit, wanted))
                .sorted(Comparator.comparing(hit -> layout.symbols().kind(hit.row()) != Kind.FUNCTION))
                .toList();
        return named.isEmpty() ? hits.stream().filter(hit -> isAt(hit, wanted)).toList() : named;
    }

    private static boolean isNamed(Layout layout, Hit hit, String wanted) {
        if (hit.table() != Hit.Table.SYMBOLS) {
            return false;
        }
        String name = layout.symbols().name(hit.row());
        return name.equals(wanted) || wanted.startsWith(name + "+");
    }

    private static boolean isAt(Hit hit, String wanted) {
        String digits = wanted.toLowerCase(Locale.ROOT).replace("`", "");
        String address = Long.toHexString(hit.address());
        return digits.matches("(0x)?0*" + address);
    }
}
