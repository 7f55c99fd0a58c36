package org.karlworkbench.relink.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.kit.KitPlace;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Severity;

/** Collects what the checks find. What all linkers do is told once; what one of them does, with its name. */
final class Findings {
    /** A hostile or hopeless kit has too many for anyone to read. */
    private static final int MOST_OF_A_CODE = 200;

    private final LoadedKit kit;
    private final Map<Text, Set<String>> found = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /**
     * What is said.
     *
     * @param severity how bad it is
     * @param code its kind
     * @param object what is meant
     * @param message what is found, a sentence
     * @param advice what to do, a sentence
     * @param line a line of the linker script, or 0
     */
    record Text(Severity severity, String code, String object, String message, String advice, int line) {}

    Findings(LoadedKit kit) {
        this.kit = kit;
    }

    /** Adds what holds whatever the linker. */
    void add(Severity severity, String code, String object, String message, String advice) {
        add(new Text(severity, code, object, message, advice, 0), "");
    }

    /** Adds what one linker does, or all of them when each says the same. */
    void add(Severity severity, String code, String object, String message, String advice, Trial trial) {
        add(new Text(severity, code, object, message, advice, 0), trial.linker());
    }

    /** Adds what stands on a line of the script; the linker is empty where it does not matter. */
    void add(Text text, String linker) {
        if (found.containsKey(text) || counts.merge(text.code(), 1, Integer::sum) <= MOST_OF_A_CODE) {
            found.computeIfAbsent(text, _ -> new LinkedHashSet<>()).add(linker);
        }
    }

    /**
     * The findings.
     *
     * @param linkers how many linkers were tried
     */
    List<Finding> list(int linkers) {
        List<Finding> list = new ArrayList<>();
        found.forEach((text, by) -> {
            boolean one = linkers > 1 && by.size() == 1 && !by.contains("");
            list.add(finding(text, one ? "By " + by.iterator().next() + ": " : ""));
        });
        return list;
    }

    private Finding finding(Text text, String linker) {
        Finding finding = KitFactory.eINSTANCE.createFinding();
        finding.setSeverity(text.severity());
        finding.setCode(text.code());
        finding.setObject(text.object());
        finding.setMessage(linker + text.message());
        finding.setWhy(Reasons.of(text.code()));
        finding.setAdvice(text.advice());
        if (text.line() > 0) {
            KitPlace place = KitPlace.of(kit.origin(), kit.folder(), kit.script(), text.line());
            finding.setFile(place.file());
            finding.setPlace(place.place());
        }
        return finding;
    }
}
