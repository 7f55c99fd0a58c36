package org.karlworkbench.relink.orders;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.layout.Places;

/** Whether a kernel can be mapped so that nothing is both writable and executable, page by page of the target. */
final class SegmentCheck implements Check {
    private static final long PROTECTION = Elf.SHF_WRITE | Elf.SHF_EXECINSTR;

    @Override
    public void run(Orders orders, Findings findings) {
        for (Trial trial : orders.trials()) {
            segments(trial, findings);
            pages(trial, findings);
            endboot(trial, findings);
        }
    }

    private static void segments(Trial trial, Findings findings) {
        Segments segments = trial.link().segments();
        int both = Elf.PF_W | Elf.PF_X;
        for (int i = 0; i < segments.count(); i++) {
            if (segments.type(i) == Elf.PT_LOAD && (segments.flags(i) & both) == both) {
                findings.add(
                        Severity.WARNING,
                        "writable-code",
                        held(trial, i),
                        "The segment that begins here can be written and executed.",
                        "Give code and data segments of their own (PHDRS), and do not link with -N.",
                        trial);
            }
        }
    }

    /** The first section in a segment, which has another number by each linker. */
    private static String held(Trial trial, int segment) {
        Segments segments = trial.link().segments();
        Sections sections = trial.link().sections();
        for (int section : trial.image().sorted()) {
            long within = sections.address(section) - segments.virtualAddress(segment);
            if (Long.compareUnsigned(within, segments.memorySize(segment)) < 0) {
                return sections.name(section);
            }
        }
        return "segment " + segment;
    }

    /** Two neighbours without a page boundary between them: that one lies between in this order is chance. */
    private static void pages(Trial trial, Findings findings) {
        Sections sections = trial.link().sections();
        long page = trial.link().page();
        int before = -1;
        for (int section : trial.image().sorted()) {
            long start = sections.address(section);
            boolean near =
                    before >= 0 && start % page != 0 && start - sections.address(before) - sections.size(before) < page;
            if (near && (sections.flags(before) & PROTECTION) != (sections.flags(section) & PROTECTION)) {
                findings.add(
                        Severity.WARNING,
                        "shared-page",
                        sections.name(section),
                        "It can share a page of " + page + " bytes with " + sections.name(before)
                                + ", which needs another protection.",
                        "Let it begin on a page: ALIGN(" + page + ").",
                        trial);
            }
            before = section;
        }
    }

    private static void endboot(Trial trial, Findings findings) {
        if (trial.gap(".text") >= 0 && trial.endboot() % trial.link().page() != 0) {
            findings.add(
                    Severity.ERROR,
                    "unaligned-endboot",
                    Places.GAP,
                    "endboot is on no boundary of a page of " + trial.link().page()
                            + " bytes, so that the startup code cannot be taken away as a whole.",
                    "Keep the alignment of gap.o: no SUBALIGN for the code.",
                    trial);
        }
    }
}
