package org.karlworkbench.relink.orders;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;

/**
 * In each of its four sections the gap stands before the body; what precedes it is told. What of the body lies before the
 * gap in the code is {@link StartupCheck}'s business.
 */
final class BeforeGapCheck implements Check {
    private static final String CODE = "before-gap";
    private static final String TEXT = ".text";
    private static final List<String> SECTIONS = List.of(TEXT, ".rodata", ".data", ".bss");

    @Override
    public void run(Orders orders, Findings findings) {
        for (Trial trial : orders.trials()) {
            for (String section : SECTIONS) {
                int gap = trial.gap(section);
                if (gap >= 0) {
                    pieces(orders, trial, gap, findings);
                    symbols(orders, trial, gap, findings);
                } else if (orders.kit().architecture().randomized()) {
                    missing(trial, section, findings);
                }
            }
        }
    }

    private static void missing(Trial trial, String section, Findings findings) {
        findings.add(
                Severity.ERROR,
                CODE,
                Places.GAP,
                "The gap in " + section + " is not in the kernel, so that nothing moves what follows.",
                "Let the script place *(" + section + ").",
                trial);
    }

    private static void pieces(Orders orders, Trial trial, int gap, Findings findings) {
        Places places = trial.places();
        for (int row = 0; row < gap; row++) {
            if (places.size(row) > 0 && places.output(row).equals(places.output(gap))) {
                boolean later = orders.isLater(places.object(row)) && isAlike(orders, places, row, gap);
                if (!later || !trial.isStartup(places.address(row))) {
                    piece(orders, trial, row, gap, later, findings);
                }
            }
        }
    }

    private static void piece(Orders orders, Trial trial, int row, int gap, boolean later, Findings findings) {
        Places places = trial.places();
        boolean made = orders.kit().object(places.object(row)) == null;
        findings.add(
                later ? Severity.ERROR : Severity.INFO,
                CODE,
                made ? places.output(gap) : places.object(row),
                (made ? "What the linker makes as " : "Its section ") + places.section(row) + " (" + places.size(row)
                        + " bytes) lies before the gap in " + places.output(gap) + ".",
                later
                        ? "Place only the head before the pattern that takes gap.o."
                        : "It has the same place in every order.",
                trial);
    }

    /** What has another protection, such as constants placed behind the code, is not what this gap is for. */
    private static boolean isAlike(Orders orders, Places places, int row, int gap) {
        ObjectFile object = orders.kit().object(places.object(row));
        int section = places.sectionIndex(row);
        if (object == null || section < 0) {
            return places.kind(row) != PlaceKind.COMMON || places.section(gap).equals(".bss");
        }
        Sections sections = object.sections();
        String kind = sections.isExecutable(section)
                ? TEXT
                : (sections.flags(section) & Elf.SHF_WRITE) == 0
                        ? ".rodata"
                        : sections.isNoBits(section) ? ".bss" : ".data";
        return kind.equals(places.section(gap));
    }

    private static void symbols(Orders orders, Trial trial, int gap, Findings findings) {
        Symbols symbols = trial.link().symbols();
        Places places = trial.places();
        int output = trial.link().sections().find(places.output(gap));
        long start = trial.link().sections().address(output);
        Set<String> names = new TreeSet<>();
        for (int i = 1; i < symbols.count(); i++) {
            boolean before = symbols.section(i) == output
                    && Long.compareUnsigned(symbols.value(i) - start, places.address(gap) - start) <= 0
                    && symbols.binding(i) != Elf.STB_LOCAL;
            if (before && orders.definitions().named(symbols.name(i)) == null) {
                names.add(symbols.name(i));
            }
        }
        if (!names.isEmpty()) {
            findings.add(
                    Severity.INFO,
                    CODE,
                    names.iterator().next(),
                    "Of the script's symbols, " + String.join(" ", names) + " lie before the gap in "
                            + places.output(gap) + ".",
                    "They have the same place in every order.",
                    trial);
        }
    }
}
