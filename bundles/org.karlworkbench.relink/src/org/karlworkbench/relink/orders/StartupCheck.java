package org.karlworkbench.relink.orders;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.Startup;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.orders.Definitions.Definition;

/**
 * Only head and gap lie in [kernel_text, endboot), and nothing that stays refers to the head's code, since on most
 * architectures it is unmapped or overwritten after boot (KARL.md section C).
 */
final class StartupCheck implements Check {
    @Override
    public void run(Orders orders, Findings findings) throws EngineException {
        for (Trial trial : orders.trials()) {
            pieces(orders, trial, findings);
        }
        if (orders.kit().architecture().startup() != Startup.NONE) {
            for (ObjectFile object : orders.kit().objects()) {
                if (orders.isLater(object.name())) {
                    references(orders, object, findings);
                }
            }
        }
    }

    private static void pieces(Orders orders, Trial trial, Findings findings) {
        Places places = trial.places();
        for (int row = 0; row < places.count(); row++) {
            boolean later = orders.isLater(places.object(row))
                    || places.kind(row) == PlaceKind.MERGED
                            && places.object(row).isEmpty();
            if (later && places.size(row) > 0 && trial.isStartup(places.address(row))) {
                findings.add(
                        Severity.ERROR,
                        "body-before-gap",
                        places.object(row),
                        "Its section " + places.section(row) + " (" + places.size(row)
                                + " bytes) lies before the gap, at 0x"
                                + Long.toHexString(places.address(row))
                                + ", where only the head may: it does not move, and "
                                + "may be taken away after boot.",
                        "Place only the head before the pattern that takes gap.o.",
                        trial);
            }
        }
    }

    private static void references(Orders orders, ObjectFile object, Findings findings) throws EngineException {
        Set<String> told = new HashSet<>();
        References.of(object, (table, i) -> {
            Definition definition = orders.definitions().of(object, table.symbol(i));
            if (definition != null && isHeadCode(orders, definition)) {
                String symbol = definition.object().symbols().name(definition.symbol());
                if (told.add(symbol)) {
                    headNeeded(object, definition, symbol, findings);
                }
            }
        });
    }

    private static void headNeeded(ObjectFile object, Definition definition, String symbol, Findings findings) {
        findings.add(
                Severity.WARNING,
                "head-needed",
                object.name(),
                object.name() + " refers to " + symbol + " in the code of "
                        + definition.object().name() + ", which goes away after boot.",
                "Move " + symbol + " into an object of the body, if it is used later than at boot.");
    }

    /** Whether a symbol lies in code of the head that goes away: by a link, or without one in any code. */
    private static boolean isHeadCode(Orders orders, Definition definition) {
        ObjectFile object = definition.object();
        int section = definition.section();
        if (section <= 0 || !orders.isHead(object.name())) {
            return false;
        }
        List<Trial> trials = orders.trials();
        return trials.isEmpty()
                ? object.sections().isExecutable(section)
                : trials.stream().anyMatch(trial -> isGone(trial, object, section));
    }

    private static boolean isGone(Trial trial, ObjectFile object, int section) {
        int row = trial.row(object, section);
        return row >= 0 && trial.isStartup(trial.places().address(row));
    }
}
