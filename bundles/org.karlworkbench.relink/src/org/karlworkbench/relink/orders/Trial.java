package org.karlworkbench.relink.orders;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.TrialLink;

/** A link by one linker, and where it put the pieces of each object. */
final class Trial {
    private static final int NONE = -1;

    private final TrialLink link;
    private final Image image;
    private final Map<String, int[]> rows = new HashMap<>();
    private final Map<String, Integer> pools = new HashMap<>();

    /**
     * Takes a link.
     *
     * @param link the link
     * @param kit the kit that was linked
     * @param image its sections with all that they can grow
     */
    Trial(TrialLink link, LoadedKit kit, Image image) {
        this.link = link;
        this.image = image;
        for (ObjectFile object : kit.objects()) {
            int[] none = new int[object.sections().count()];
            Arrays.fill(none, NONE);
            rows.put(object.name(), none);
        }
        Places places = link.places();
        for (int row = 0; row < places.count(); row++) {
            int[] of = rows.get(places.object(row));
            int section = places.sectionIndex(row);
            if (of != null && section > 0 && section < of.length) {
                of[section] = row;
            }
            if (places.kind(row) == PlaceKind.MERGED) {
                pools.putIfAbsent(places.section(row), row);
            }
        }
    }

    TrialLink link() {
        return link;
    }

    Places places() {
        return link.places();
    }

    Image image() {
        return image;
    }

    /** The linker's name. */
    String linker() {
        return link.tool().name();
    }

    /** The row of an object's section; of a pool where its sections were merged; -1 where it is not in the kernel. */
    int row(ObjectFile object, int section) {
        int[] of = rows.get(object.name());
        int row = of == null ? NONE : of[section];
        return row >= 0 ? row : pools.getOrDefault(object.sections().name(section), NONE);
    }

    /** The kernel's section that holds an object's section, or -1. */
    int output(ObjectFile object, int section) {
        return output(row(object, section));
    }

    /** The kernel's section in which a row lies; -1 without a row. */
    int output(int row) {
        return row < 0 ? NONE : link.sections().find(places().output(row));
    }

    /** The first row of an input section's name, whoever made it, or -1. */
    int first(String section) {
        for (int row = 0; row < places().count(); row++) {
            if (places().section(row).equals(section)) {
                return row;
            }
        }
        return NONE;
    }

    /** The row of the gap in a section that it pads, or -1. */
    int gap(String section) {
        for (int row = 0; row < places().count(); row++) {
            if (places().size(row) > 0
                    && places().object(row).equals(Places.GAP)
                    && places().section(row).equals(section)) {
                return row;
            }
        }
        return NONE;
    }

    /** Where the startup code ends: the page behind the first gap; -1 without a gap. */
    long endboot() {
        int gap = gap(".text");
        return gap < 0 ? NONE : places().address(gap) + link.gaps().text0();
    }

    /** Where the startup code begins: at {@code kernel_text} if the script says so, else with the gap's section. */
    long startup() {
        int symbol = link.symbols().find("kernel_text");
        int gap = gap(".text");
        return symbol >= 0 || gap < 0
                ? symbol < 0 ? NONE : link.symbols().value(symbol)
                : link.sections().address(link.sections().find(places().output(gap)));
    }

    /** Whether an address is one of those that go away after boot. */
    boolean isStartup(long address) {
        long size = endboot() - startup();
        return endboot() != NONE && Long.compareUnsigned(address - startup(), size) < 0;
    }
}
