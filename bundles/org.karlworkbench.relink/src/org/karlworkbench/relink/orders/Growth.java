package org.karlworkbench.relink.orders;

import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.TrialLink;

/**
 * How much larger than in one link each section of a kernel can become: by gaps, if these are not the largest, and by what
 * another order needs to align its pieces. A bound, and seldom reached: each piece can need its alignment, less the unit of
 * which all sizes are multiples.
 */
final class Growth {
    private final Sections kernel;
    private final Places places;
    private final LoadedKit kit;
    private final long[] units;
    private final long[] needed;
    private final long[] found;

    private Growth(TrialLink link, LoadedKit kit) {
        this.kernel = link.sections();
        this.places = link.places();
        this.kit = kit;
        this.units = new long[kernel.count()];
        this.needed = new long[kernel.count()];
        this.found = new long[kernel.count()];
    }

    /** The growth of each of the kernel's sections in bytes, by index. */
    static long[] of(TrialLink link, LoadedKit kit, Gaps largest) {
        Growth growth = new Growth(link, kit);
        if (kit.plan().shuffled()) {
            growth.units();
            growth.padding();
        }
        long[] bytes = new long[growth.kernel.count()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Math.max(0, growth.needed[i] - growth.found[i]);
        }
        growth.gaps(bytes, link.gaps(), largest);
        return bytes;
    }

    private void units() {
        for (int row = 0; row < places.count(); row++) {
            int output = output(row);
            if (output > 0) {
                units[output] |= places.size(row);
            }
        }
    }

    private void padding() {
        int last = -1;
        for (int row = 0; row < places.count(); row++) {
            int output = output(row);
            if (output > 0) {
                long align = align(row);
                long between = last < 0 || output(last) != output ? 0 : places.address(row) - places.end(last);
                needed[output] += Math.max(0, align - Long.lowestOneBit(units[output] | align));
                found[output] += between > 0 && between < align ? between : 0;
                last = row;
            }
        }
    }

    /** The kernel's section in which a row with bytes of the kit lies, or -1. */
    private int output(int row) {
        boolean input = places.kind(row) == PlaceKind.INPUT && places.size(row) > 0;
        return input ? kernel.find(places.output(row)) : -1;
    }

    private long align(int row) {
        ObjectFile object = kit.object(places.object(row));
        int section = places.sectionIndex(row);
        return object == null || section < 0 ? 1 : object.sections().align(section);
    }

    private void gaps(long[] bytes, Gaps gaps, Gaps largest) {
        for (int row = 0; row < places.count(); row++) {
            if (places.object(row).equals(Places.GAP)) {
                int output = kernel.find(places.output(row));
                bytes[Math.max(output, 0)] += more(places.section(row), gaps, largest);
            }
        }
    }

    private static long more(String section, Gaps gaps, Gaps largest) {
        return switch (section) {
            case ".text" -> largest.text0() + largest.text1() - gaps.text0() - gaps.text1();
            case ".rodata" -> largest.rodata() - gaps.rodata();
            case ".data" -> largest.data() - gaps.data();
            case ".bss" -> largest.bss() - gaps.bss();
            default -> 0;
        };
    }
}
