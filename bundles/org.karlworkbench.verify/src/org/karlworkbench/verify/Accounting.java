package org.karlworkbench.verify;

import java.nio.file.Path;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.Places;

/**
 * Accounts for every byte of a linked kernel's loaded sections: each belongs to one piece of one object and equals it but
 * for relocated fields, or to the gap, a pool of merged strings, a COMMON symbol, alignment, or a section that the linker
 * makes. Besides, every loaded section of every object has its place, once, and pieces stand in link order.
 *
 * <p>What a relocated field has to hold is computed anew from the psABI's formulas, where the machine's are known; how
 * many are not is said.
 */
public final class Accounting {
    /** The linker makes no smaller things. */
    private static final int WORD = 4;

    /** Unproved bytes this near to each other are told as one. */
    private static final int NEAR = 16;

    private final Places places;
    private final Sections sections;
    private final Image image;
    private final Tally tally = new Tally();
    private final Reporter reporter;
    private final Placement placement;
    /** Null for a machine whose formulas are not known. */
    private final Link link;

    private final PoolPlaces found;
    private final PieceCheck pieces;
    private final PoolCheck pools;
    private final FillCheck fill;
    private final ExceptionIndex exceptions;
    private final UnwindOrder unwinds;
    private final OrderCheck order;
    private final MissingCheck missing;

    private Accounting(LinkedKernel linkedKernel, Places places) {
        this.places = places;
        ElfFile kernel = linkedKernel.file();
        LinkedObjects linked = linkedKernel.linked();
        sections = kernel.sections();
        image = linkedKernel.image();
        reporter = new Reporter(tally, sections);
        placement = new Placement(places, linked);
        linkedKernel.values().bindOnly();
        KitFacts facts = linked.facts();
        link = linkedKernel.link();
        found = new PoolPlaces(facts);
        pools = new PoolCheck(facts, image, tally, reporter, places.count());
        pieces = new PieceCheck(image, tally, reporter, facts, kernel, link, linkedKernel.values(), found);
        FillPatterns patterns = new FillPatterns(
                kernel.header(), linked.kit().plan().pad(), facts.hints().fills());
        fill = new FillCheck(image, tally, reporter, patterns);
        exceptions = new ExceptionIndex(kernel, image, tally, fill);
        unwinds = new UnwindOrder(kernel, image, places, placement, linkedKernel.values());
        order = new OrderCheck(linked, facts.hints(), reporter);
        missing = new MissingCheck(linked, tally, reporter);
    }

    /**
     * Accounts for a kernel.
     *
     * @param kernel the linked kernel
     * @param linked the objects from which it was linked
     * @param places where everything lies, from the linker's own map
     * @param progress told of one phase with a step for each loaded section; asked for cancel
     * @return the account; it is the caller's to ask {@link Account#isExplained}
     * @throws EngineException when the kernel or an object cannot be read
     */
    public static Account check(Path kernel, LinkedObjects linked, Places places, Progress progress)
            throws EngineException {
        try (ElfFile file = ElfFile.open(kernel)) {
            return check(new LinkedKernel(file, linked), places, progress);
        }
    }

    /**
     * Accounts for a kernel that has been read.
     *
     * @param kernel the linked kernel, which stays open
     * @param places as above
     * @param progress as above
     * @return as above
     * @throws EngineException as above
     */
    public static Account check(LinkedKernel kernel, Places places, Progress progress) throws EngineException {
        return new Accounting(kernel, places).check(progress);
    }

    private Account check(Progress progress) throws EngineException {
        progress.begin("verify", places.count());
        pools.locate(places, placement, found);
        unwinds.restore();
        long[] reached = new long[sections.count()];
        boolean[] used = new boolean[sections.count()];
        for (int row = 0; row < places.count(); row++) {
            if (row % 1024 == 0) {
                progress.checkCancelled();
                progress.worked(Math.min(1024, places.count() - row));
            }
            int section = image.find(places.output(row), places.address(row), places.size(row));
            if (section < 0) {
                misplaced(row, "a place inside a loaded section", "none");
            } else {
                used[section] = true;
                reached[section] = take(row, section, reached[section]);
            }
        }
        finish(reached, used);
        missing.check();
        return account();
    }

    /** Accounts for a row and what lies before it; gives how far the section is accounted for after it. */
    private long take(int row, int section, long reached) throws EngineException {
        long start = places.address(row) - sections.address(section);
        long size = places.size(row);
        if (size != 0 && start < reached) {
            misplaced(row, "a place of its own", "overlaps what lies before it");
            fill.strange(section, "one piece", reached, Math.max(start + size - reached, 0));
            return Math.max(reached, start + size);
        }
        if (start > reached) {
            fill.check(section, reached, start - reached);
        }
        switch (places.kind(row)) {
            case INPUT -> takeInput(row, section, start);
            case COMMON -> fill.checkZero(section, start, size, Owner.COMMON);
            case MERGED -> takeMerged(row, section, start);
            case LINKER -> tally.countLinker(placement.name(row), size);
            case FILL -> fill.check(section, start, size);
        }
        return Math.max(reached, start + size);
    }

    private void takeInput(int row, int section, long start) throws EngineException {
        Input input = placement.input(row);
        int inputSection = placement.section(row);
        if (input == null) {
            takeUnknown(row, section, start, placement.name(row));
            return;
        }
        long size = places.size(row);
        if (input.facts().name(inputSection).rewritten()) {
            tally.countLinker(placement.name(row), size);
            return;
        }
        if (placement.isRepeated(row)) {
            misplaced(row, "one place", "a second one");
        }
        if (placement.isWhole(row)) {
            order.next(input, inputSection, places, row, section);
            compare(section, start, input, inputSection);
        } else if (input.facts().isMergeable(inputSection)) {
            takeMerged(row, section, start);
        } else {
            misplaced(row, input.sections().size(inputSection) + " bytes", size + " bytes");
            fill.strange(section, "the object's section", start, size);
        }
    }

    private void takeUnknown(int row, int section, long start, String name) throws EngineException {
        if (LinkerSections.makes(name)) {
            tally.countLinker(name, places.size(row));
        } else if (places.size(row) != 0) {
            misplaced(row, "an object and section of this link", "none of that name");
            fill.strange(section, "an object of this link", start, places.size(row));
        }
    }

    private void compare(int section, long start, Input input, int inputSection) throws EngineException {
        long size = input.sections().size(inputSection);
        boolean noBits = input.sections().isNoBits(inputSection);
        Owner owner = input.isGap() ? Owner.GAP : noBits ? Owner.BSS : Owner.COPIED;
        if (noBits) {
            fill.checkZero(section, start, size, owner);
        } else if (sections.isNoBits(section)) {
            fill.strange(section, "bytes of " + input.name(), start, size);
        } else {
            pieces.check(section, Math.toIntExact(start), input, inputSection, owner);
            explain(section, start, size);
        }
    }

    private void explain(int section, long start, long size) {
        if (link != null) {
            link.explain(section, start, size);
        }
    }

    private void takeMerged(int row, int section, long start) throws EngineException {
        if (sections.isNoBits(section)) {
            fill.checkZero(section, start, places.size(row), Owner.MERGED);
        } else if (placement.input(row) != null && placement.isWhole(row)) {
            pieces.check(section, Math.toIntExact(start), placement.input(row), placement.section(row), Owner.COPIED);
        } else {
            pools.check(section, places, row);
        }
    }

    /** What lies behind the last row of each section, and sections that have no row at all. */
    private void finish(long[] reached, boolean[] used) throws EngineException {
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i)) {
                long size = sections.size(i);
                if (!used[i] && image.isMade(i)) {
                    tally.countLinker(image.name(i), size);
                } else if (Long.compareUnsigned(reached[i], size) < 0) {
                    fill.check(i, reached[i], size - reached[i]);
                }
                if (link != null) {
                    reportUnproved(i);
                }
                exceptions.check(i);
            }
        }
    }

    /** Words and code of the linker's that nothing refers to, or that nothing explains. */
    private void reportUnproved(int section) throws EngineException {
        int end = (int) sections.size(section);
        for (int at = link.nextUnproved(section, 0); at < end; ) {
            int from = at;
            int next = at;
            while (next < end && next - at <= NEAR) {
                at = next + 1;
                next = link.nextUnproved(section, at);
            }
            from &= -WORD;
            int to = Math.min(end, at + WORD - 1 & -WORD);
            tally.countLinker(image.name(section), from - to);
            reporter.unproved(section, image.content(section), from, to - from);
            at = next;
        }
    }

    private Account account() {
        int loaded = 0;
        long bytes = 0;
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i)) {
                loaded++;
                bytes += sections.size(i);
            }
        }
        return tally.account(loaded, bytes);
    }

    private void misplaced(int row, String expected, String found) {
        reporter.misplaced(
                places.output(row), places.object(row), places.section(row), places.address(row), expected, found);
    }
}
