package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.verify.KitFacts.MergeKind;

/**
 * Adds to recovered places the pools of merged strings and constants, which no map tells of: they lie between pieces, and
 * hold entries of one kind up to where those of another one begin.
 */
final class PoolRows {
    /** The name of a pool that may hold entries of any kind. */
    private static final String ANY = "strings and constants";

    private static final int LONG_FILL = 64;

    private final KitFacts facts;
    private final Image image;
    private final Sections sections;
    private final FillPatterns fill;
    private final Places.Builder rows = new Places.Builder();

    private PoolRows(ElfFile kernel, LoadedKit kit) throws EngineException {
        facts = KitFacts.of(kit);
        image = new Image(kernel);
        sections = kernel.sections();
        fill = new FillPatterns(kernel.header(), kit.plan().pad(), facts.hints().fills());
    }

    /** The places with rows for the pools. */
    static Places with(ElfFile kernel, LoadedKit kit, Places found) throws EngineException {
        return new PoolRows(kernel, kit).add(found);
    }

    private Places add(Places found) throws EngineException {
        long[] reached = new long[sections.count()];
        for (int row = 0; row < found.count(); row++) {
            rows.add(
                    found.kind(row),
                    found.object(row),
                    found.section(row),
                    found.sectionIndex(row),
                    found.output(row),
                    found.address(row),
                    found.size(row));
            int section = image.find(found.output(row), found.address(row), found.size(row));
            if (section >= 0) {
                long start = found.address(row) - sections.address(section);
                hole(section, reached[section], start);
                reached[section] = Math.max(reached[section], start + found.size(row));
            }
        }
        for (int section = 1; section < reached.length; section++) {
            hole(section, reached[section], sections.size(section));
        }
        return rows.build();
    }

    private void hole(int section, long from, long to) throws EngineException {
        boolean constant = sections.isAllocated(section)
                && !sections.isNoBits(section)
                && !sections.isWritable(section)
                && !image.isMade(section);
        if (constant && from < to && !isFill(section, (int) from, (int) to)) {
            pools(section, (int) from, (int) to);
        }
    }

    private boolean isFill(int section, int from, int to) throws EngineException {
        return fill.explains(
                image.content(section), from, to, sections.address(section) + from, sections.isExecutable(section));
    }

    /** Takes the longest run of entries of one kind, then that of the next one, until nothing knows what follows. */
    private void pools(int section, int from, int to) throws EngineException {
        byte[] content = image.content(section);
        int at = from;
        int end = from;
        while (end < to) {
            at = skipZeros(content, at, to);
            end = Math.max(at, end);
            int start = at;
            int unit = 1;
            for (MergeKind kind : facts.kinds(ANY)) {
                int first = aligned(section, at, kind.entrySize());
                int known = first < to && isZero(content, at, first)
                        ? facts.pool(kind).known(content, first, to)
                        : 0;
                // of those that reach as far the one with the longest entries: the others would cut them
                if (known > end || known == end && known > at && kind.entrySize() > unit) {
                    end = known;
                    start = first;
                    unit = kind.strings() ? 1 : (int) kind.entrySize();
                }
            }
            if (end <= at) {
                return;
            }
            at = end == to ? to : behindLast(content, start, end, unit);
            end = at;
            rows.add(PlaceKind.MERGED, "", ANY, -1, image.name(section), sections.address(section) + start, at - start);
        }
    }

    /** Jumps over more zeros than any entry begins with. */
    private static int skipZeros(byte[] content, int from, int to) {
        int at = from;
        while (at < to && content[at] == 0) {
            at++;
        }
        return at - from < LONG_FILL ? from : at & -LONG_FILL;
    }

    private static boolean isZero(byte[] content, int from, int to) {
        return Arrays.mismatch(content, from, to, new byte[to - from], 0, to - from) < 0;
    }

    private int aligned(int section, int at, long entrySize) {
        long rest = Long.remainderUnsigned(sections.address(section) + at, entrySize);
        return rest == 0 ? at : (int) Math.min(Integer.MAX_VALUE, at + entrySize - rest);
    }

    /** Behind the last entry that is not zero: more zeros may be the next kind's first. */
    private static int behindLast(byte[] content, int from, int end, int unit) {
        int last = end;
        while (last > from && content[last - 1] == 0) {
            last--;
        }
        int whole = unit == 1 ? last + 1 : from + Math.max(1, (last - from + unit - 1) / unit) * unit;
        return Math.min(whole, end);
    }
}
