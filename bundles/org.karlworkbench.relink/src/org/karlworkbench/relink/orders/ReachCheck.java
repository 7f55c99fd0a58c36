package org.karlworkbench.relink.orders;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Severity;

/** Whether every branch and every load can reach its target in any order, by the linker that leaves least room. */
final class ReachCheck implements Check {
    @Override
    public void run(Orders orders, Findings findings) throws EngineException {
        Map<ReachKind, Reach> nearest = new LinkedHashMap<>();
        ReachKinds kinds = ReachKinds.of(orders.kit().architecture().machine());
        for (Trial trial : orders.trials()) {
            ReachSearch search = new ReachSearch(orders, trial, kinds, nearest);
            for (ObjectFile object : orders.kit().objects()) {
                search.search(object);
            }
        }
        Set<String> linkers = orders.trials().stream().map(Trial::linker).collect(Collectors.toSet());
        nearest.values().forEach(reach -> tell(reach, linkers, findings));
    }

    private static void tell(Reach reach, Set<String> linkers, Findings findings) {
        ReachKind kind = reach.kind();
        boolean exceeds = reach.varies() && reach.margin() < 0;
        boolean stubs = kind.stubs().containsAll(linkers);
        Severity severity = exceeds && kind.stubs().isEmpty()
                ? Severity.ERROR
                : reach.isShort() && !stubs ? Severity.WARNING : Severity.INFO;
        findings.add(severity, "reach", reach.object(), message(reach), advice(kind, severity, exceeds, stubs));
    }

    private static String message(Reach reach) {
        String where = " from " + reach.object() + (reach.symbol().isEmpty() ? "" : " to " + reach.symbol());
        String name = reach.kind().name();
        if (!reach.varies()) {
            return name + where + " is the nearest to its limit, " + reach.margin()
                    + " bytes before; it stays inside one section and is the same in every order.";
        }
        return reach.margin() < 0
                ? name + where + " can lie " + -reach.margin() + " bytes too far in some order."
                : name + where + " has the least margin: " + reach.margin() + " bytes in every order.";
    }

    private static String advice(ReachKind kind, Severity severity, boolean exceeds, boolean stubs) {
        if (exceeds && !kind.stubs().isEmpty()) {
            return stubs
                    ? "The linkers put stubs in between."
                    : "Only " + String.join(" and ", kind.stubs()) + " puts stubs in between: link with that.";
        }
        return severity == Severity.INFO
                ? "Nothing is to be done."
                : "Use an instruction of longer reach, or put both ends into one object.";
    }
}
