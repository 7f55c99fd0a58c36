package org.karlworkbench.kit.worth;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Severity;

/** Names that local functions of several objects have in common. */
final class LocalNames implements Question {
    /** How often a name occurs, and the first object that has it. */
    private record Use(String object, int objects) {
        Use more() {
            return new Use(object, objects + 1);
        }
    }

    @Override
    public List<Finding> ask(Look look) {
        Map<String, Use> uses = new HashMap<>();
        for (ObjectFile object : look.loaded().objects()) {
            for (String name : localFunctions(object.symbols())) {
                uses.merge(name, new Use(object.name(), 1), (first, _) -> first.more());
            }
        }
        uses.values().removeIf(use -> use.objects() == 1);
        return uses.entrySet().stream()
                .max(Comparator.comparingInt(
                                (Map.Entry<String, Use> each) -> each.getValue().objects())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(most ->
                        finding(uses.size(), most.getKey(), most.getValue()).alone())
                .orElse(List.of());
    }

    private static Said finding(int names, String name, Use use) {
        return new Said(
                Severity.INFO,
                "same-local-name",
                use.object(),
                Look.plural(names, "name", "names") + " of local functions occur" + (names == 1 ? "s" : "")
                        + " in more than one object; " + name + " in " + use.objects() + ", this one among them.",
                "A name alone does not say which function is meant: in a debugger, in a trace and where two relinks are"
                        + " compared it takes the object too.",
                "Name the object with the function, as search and tables here do.");
    }

    private static Set<String> localFunctions(Symbols symbols) {
        Set<String> names = new HashSet<>();
        for (int i = 1; i < symbols.count(); i++) {
            if (symbols.binding(i) == Elf.STB_LOCAL
                    && symbols.type(i) == Elf.STT_FUNC
                    && symbols.isInSection(i)
                    && symbols.size(i) > 0) {
                names.add(symbols.name(i));
            }
        }
        return names;
    }
}
