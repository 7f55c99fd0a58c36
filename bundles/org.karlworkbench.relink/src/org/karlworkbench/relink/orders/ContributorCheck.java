package org.karlworkbench.relink.orders;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.relink.orders.Findings.Text;
import org.karlworkbench.relink.orders.Script.Inputs;

/**
 * Statements of the script that take pieces of few objects of the body, or sort them: what they place hardly moves. Under
 * a linker's own script the sections of one name are taken for a statement.
 */
final class ContributorCheck implements Check {
    /** With this many contributors the best guess at the first is right in one of so many cases. */
    private static final int ENOUGH = 8;

    @Override
    public void run(Orders orders, Findings findings) {
        Map<Inputs, Set<String>> contributors = new LinkedHashMap<>();
        for (ObjectFile object : orders.kit().objects()) {
            Sections sections = object.sections();
            for (int i = 1; i < sections.count(); i++) {
                boolean counts = sections.isAllocated(i) && sections.size(i) > 0;
                Inputs inputs = counts ? placing(orders.script(), object.name(), sections.name(i)) : null;
                if (inputs != null && orders.body().contains(object.name())) {
                    contributors.computeIfAbsent(inputs, _ -> new HashSet<>()).add(object.name());
                }
            }
        }
        contributors.forEach((inputs, objects) -> tell(inputs, objects.size(), findings));
    }

    private static Inputs placing(Script script, String object, String section) {
        if (script == null) {
            return new Inputs(section, "*", List.of(), List.of(section), false, 0);
        }
        Inputs inputs = script.placing(object, section);
        return inputs == null || inputs.output().equals(Script.DISCARD) ? null : inputs;
    }

    private static void tell(Inputs inputs, int count, Findings findings) {
        String objects = count == 1 ? "1 object" : count + " objects";
        if (inputs.sorted()) {
            findings.add(
                    new Text(
                            Severity.INFO,
                            "sorted-section",
                            inputs.output(),
                            inputs.words() + " is sorted by the linker, so that the pieces of its " + objects
                                    + " of the body keep their order.",
                            "Take SORT away where the order does not matter.",
                            inputs.line()),
                    "");
        }
        if (count < ENOUGH) {
            findings.add(
                    new Text(
                            Severity.INFO,
                            "few-contributors",
                            inputs.output(),
                            inputs.words() + " has pieces of only " + objects + " of the body, so that what lies there "
                                    + "hardly moves.",
                            "Put it between pieces of more objects, where nothing speaks against it.",
                            inputs.line()),
                    "");
        }
    }
}
