package org.karlworkbench.relink.orders;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;

/** Sections that the script places nowhere, so that each linker puts them where it thinks best. */
final class OrphanCheck implements Check {
    private static final String COMMON = "COMMON";

    @Override
    public void run(Orders orders, Findings findings) {
        run(orders.kit(), orders.script(), orders.trials(), findings);
    }

    /** Checks a kit; without trials it is not told where a linker puts them. */
    static void run(LoadedKit kit, Script script, List<Trial> trials, Findings findings) {
        if (script == null) {
            return; // a linker's own script knows its own sections
        }
        orphans(kit, script).forEach((section, objects) -> {
            StringBuilder where =
                    new StringBuilder(trials.isEmpty() ? " Each linker puts it where it thinks best." : "");
            for (Trial trial : trials) {
                where.append(' ')
                        .append(trial.linker())
                        .append(" puts it ")
                        .append(where(trial, section))
                        .append('.');
            }
            String others = objects.size() > 1 ? " and " + (objects.size() - 1) + " more" : "";
            findings.add(
                    Severity.WARNING,
                    "orphan-section",
                    objects.iterator().next(),
                    "The script places " + section + " of this object" + others + " nowhere." + where,
                    "Name " + section + " in the script, in an output section or in /DISCARD/.");
        });
    }

    /** The objects that have a section which no pattern takes, by its name. */
    private static Map<String, Set<String>> orphans(LoadedKit kit, Script script) {
        Map<String, Set<String>> orphans = new LinkedHashMap<>();
        for (ObjectFile object : kit.objects()) {
            Sections sections = object.sections();
            for (int i = 1; i < sections.count(); i++) {
                boolean excluded = (sections.flags(i) & Elf.SHF_EXCLUDE) != 0;
                if (sections.isAllocated(i) && sections.size(i) > 0 && !excluded) {
                    note(script, object, sections.name(i), orphans);
                }
            }
            if (hasCommon(object.symbols())) {
                note(script, object, COMMON, orphans);
            }
        }
        return orphans;
    }

    private static void note(Script script, ObjectFile object, String section, Map<String, Set<String>> orphans) {
        if (script.placing(object.name(), section) == null) {
            orphans.computeIfAbsent(section, _ -> new LinkedHashSet<>()).add(object.name());
        }
    }

    private static boolean hasCommon(Symbols symbols) {
        for (int i = 1; i < symbols.count(); i++) {
            if (symbols.section(i) == Symbols.COMMON) {
                return true;
            }
        }
        return false;
    }

    private static String where(Trial trial, String section) {
        Places places = trial.places();
        for (int row = 0; row < places.count(); row++) {
            boolean common = section.equals(COMMON) && places.kind(row) == PlaceKind.COMMON;
            if (common
                    || places.kind(row) != PlaceKind.COMMON
                            && places.section(row).equals(section)) {
                return output(trial, places.output(row), section);
            }
        }
        return "nowhere that its map tells";
    }

    private static String output(Trial trial, String output, String section) {
        if (!output.equals(section)) {
            return "into " + output;
        }
        int before = trial.image().before(trial.link().sections().find(output));
        String neighbour = before < 0
                ? "first of all"
                : "behind " + trial.link().sections().name(before);
        return "into an output section of its own, " + neighbour;
    }
}
