package org.karlworkbench.verify;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.verify.KitFacts.MergeKind;

/**
 * Adds to recovered places what no map tells of and lies between pieces: the pools of merged strings and constants, and
 * long branches. Where one kind of pool ends and another one begins, nothing tells.
 */
final class PoolRows {
    /** The name of a pool that may hold entries of any kind. */
    static final String ANY = "strings and constants";

    private static final int LARGEST_CONSTANT = 64;

    private final KitFacts facts;
    private final Image image;
    private final Sections sections;
    private final FillPatterns fill;
    private final LongBranches branches;
    private final Places.Builder rows = new Places.Builder();
    /** The sections with code in which data lie as well, so that pools may. */
    private final BitSet mixed = new BitSet();

    private PoolRows(ElfFile kernel, LoadedKit kit) throws EngineException {
        facts = KitFacts.of(kit);
        image = new Image(kernel);
        sections = kernel.sections();
        branches = new LongBranches(kernel, image);
        fill = new FillPatterns(kernel.header(), kit.plan().pad(), facts.hints().fills());
    }

    /** The places with rows for the pools. */
    static Places with(ElfFile kernel, LoadedKit kit, Places found) throws EngineException {
        return new PoolRows(kernel, kit).add(found);
    }

    private Places add(Places found) throws EngineException {
        findMixed(found);
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

    private void findMixed(Places found) {
        for (int row = 0; row < found.count(); row++) {
            ObjectFacts object = found.size(row) == 0 ? null : facts.find(found.object(row));
            boolean data = object != null
                    && found.sectionIndex(row) > 0
                    && !object.file().sections().isExecutable(found.sectionIndex(row));
            int section = data ? image.find(found.output(row), found.address(row), found.size(row)) : -1;
            if (section >= 0) {
                mixed.set(section);
            }
        }
    }

    private void hole(int section, long from, long to) throws EngineException {
        boolean constant = sections.isAllocated(section)
                && !sections.isNoBits(section)
                && !sections.isWritable(section)
                && !image.isMade(section);
        if (constant && from < to && !isFill(section, (int) from, (int) to)) {
            int start = sections.isExecutable(section) ? branches.end(section, (int) from, (int) to) : (int) from;
            add(PlaceKind.LINKER, LongBranches.NAME, section, (int) from, start);
            if (!sections.isExecutable(section) || mixed.get(section)) {
                pools(section, start, (int) to);
            }
        }
    }

    /** What may be no pool; short runs of zeros may be a constant as well. */
    private boolean isFill(int section, int from, int to) throws EngineException {
        byte[] content = image.content(section);
        boolean zero =
                to - from <= LARGEST_CONSTANT && IntStream.range(from, to).allMatch(i -> content[i] == 0);
        return !zero
                && fill.explains(content, from, to, sections.address(section) + from, sections.isExecutable(section));
    }

    /** Adds a row for each stretch of entries of any kind and the zeros between them. */
    private void pools(int section, int from, int to) throws EngineException {
        byte[] content = image.content(section);
        BitSet covered = new BitSet();
        for (MergeKind kind : facts.kinds(ANY)) {
            facts.pool(kind).search(content, from, to, sections.address(section), (_, _) -> {}, covered);
        }
        int start = -1;
        int end = -1;
        for (int at = from; at < to; at++) {
            if (covered.get(at)) {
                start = start < 0 ? at : start;
                end = at + 1;
            } else if (content[at] != 0 && start >= 0) {
                add(PlaceKind.MERGED, ANY, section, start, end);
                start = -1;
            }
        }
        if (start >= 0) {
            add(PlaceKind.MERGED, ANY, section, start, end);
        }
    }

    private void add(PlaceKind kind, String name, int section, int start, int end) {
        if (start < end) {
            rows.add(kind, "", name, -1, image.name(section), sections.address(section) + start, end - start);
        }
    }
}
