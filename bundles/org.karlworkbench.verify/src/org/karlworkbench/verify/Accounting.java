package org.karlworkbench.verify;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Places;

/**
 * Accounts for every byte of a linked kernel's loaded sections: each belongs to one piece of one object and equals it but
 * for relocated fields, or to the gap, a pool of merged strings, a COMMON symbol, alignment, or a section that the linker
 * makes. Besides, every loaded section of every object has its place, once, and pieces stand in link order.
 *
 * <p>What a relocated field has to hold is not computed here; {@link FieldWidths} says which bytes count as one.
 */
public final class Accounting {
    private final Places places;
    private final Sections sections;
    private final Image image;
    private final Tally tally = new Tally();
    private final Reporter reporter;
    private final Inputs inputs;
    private final PieceCheck pieces;
    private final PoolCheck pools;
    private final FillCheck fill;
    private final OrderCheck order;
    private final MissingCheck missing;

    private Accounting(ElfFile kernel, LoadedKit kit, Inputs inputs, Places places) {
        this.places = places;
        this.inputs = inputs;
        sections = kernel.sections();
        image = new Image(kernel);
        reporter = new Reporter(tally, sections);
        pieces = new PieceCheck(image, tally, reporter);
        KitFacts facts = inputs.kit();
        pools = new PoolCheck(facts, image, tally, reporter);
        FillPatterns patterns = new FillPatterns(
                kernel.header(), kit.plan().pad(), facts.hints().fills());
        fill = new FillCheck(image, tally, reporter, patterns);
        order = new OrderCheck(inputs, facts.hints(), reporter, sections.count());
        missing = new MissingCheck(inputs, tally, reporter);
    }

    /**
     * Makes what every accounting for a kit's kernels needs, and keeps it as long as memory allows. The first accounting
     * would do it too; while a linker runs it costs no time.
     *
     * @param kit the kit
     * @throws EngineException when an object had to be read again and has changed, or the script cannot be read
     */
    public static void prepare(LoadedKit kit) throws EngineException {
        KitFacts.of(kit);
    }

    /**
     * Accounts for a kernel.
     *
     * @param kernel the linked kernel
     * @param kit the kit from which it was linked
     * @param gap the gap's object; null when the link order has no {@link Places#GAP}
     * @param linkOrder the names of all objects as the linker got them: head, gap, body, tail
     * @param places where everything lies, from the linker's own map
     * @param progress told of one phase with a step for each loaded section; asked for cancel
     * @return the account; it is the caller's to ask {@link Account#isExplained}
     * @throws EngineException when the kernel or an object cannot be read, or the link order names an object that the kit
     *     does not have
     */
    public static Account check(
            Path kernel, LoadedKit kit, ObjectFile gap, List<String> linkOrder, Places places, Progress progress)
            throws EngineException {
        try (ElfFile file = ElfFile.open(kernel)) {
            Inputs inputs = new Inputs(kit, gap, linkOrder);
            return new Accounting(file, kit, inputs, places).check(progress);
        }
    }

    private Account check(Progress progress) throws EngineException {
        progress.begin("verify", places.count());
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
            case LINKER -> tally.countLinker(plainName(places.section(row)), size);
            case FILL -> fill.check(section, start, size);
        }
        return Math.max(reached, start + size);
    }

    private void takeInput(int row, int section, long start) throws EngineException {
        long size = places.size(row);
        Input input = inputs.find(places.object(row));
        String name = plainName(places.section(row));
        int inputSection = input == null ? -1 : input.section(places.sectionIndex(row), name, size);
        if (inputSection < 0) {
            takeUnknown(row, section, start, name);
            return;
        }
        if (input.facts().name(inputSection).rewritten()) {
            input.place(inputSection);
            tally.countLinker(name, size);
            return;
        }
        if (input.isPlaced(inputSection)) {
            misplaced(row, "one place", "a second one");
        }
        input.place(inputSection);
        if (input.sections().size(inputSection) == size) {
            order.next(input, inputSection, places, row, section);
            compare(section, start, input, inputSection);
        } else if (input.facts().isMergeable(inputSection)) {
            takeMerged(row, section, start);
        } else {
            misplaced(row, input.sections().size(inputSection) + " bytes", size + " bytes");
            fill.strange(section, "the object's section", start, size);
        }
    }

    /** lld splits unwind tables and then appends an offset to the section's name. */
    private static String plainName(String section) {
        int plus = section.startsWith(".eh_frame") ? section.indexOf("+0x") : -1;
        return plus > 0 ? section.substring(0, plus) : section;
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
        }
    }

    private void takeMerged(int row, int section, long start) throws EngineException {
        Input input = inputs.find(places.object(row));
        long size = places.size(row);
        int inputSection = input == null ? -1 : input.section(places.sectionIndex(row), places.section(row), size);
        if (inputSection >= 0) {
            input.place(inputSection);
        }
        boolean whole = inputSection >= 0
                && input.facts().isRelocated(inputSection)
                && input.sections().size(inputSection) == size;
        if (sections.isNoBits(section)) {
            fill.checkZero(section, start, size, Owner.MERGED);
        } else if (whole) {
            pieces.check(section, Math.toIntExact(start), input, inputSection, Owner.COPIED);
        } else {
            pools.check(section, Math.toIntExact(start), places, row);
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
            }
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
