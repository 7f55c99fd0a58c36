package org.karlworkbench.relink.orders;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.relink.orders.Definitions.Definition;

/**
 * Symbols that mean what lies beside them: begin and end markers. They work while objects are linked in one order, and
 * border something else in any other.
 */
final class NeighbourCheck implements Check {
    private static final String CODE = "neighbour-symbol";
    private static final String END = "_end";
    private static final List<String> BEGINS = List.of("_start", "_begin");
    private static final String ADVICE =
            "Let the script define both markers around the pattern that places the pieces.";

    @Override
    public void run(Orders orders, Findings findings) throws EngineException {
        Set<Definition> wanted = wanted(orders);
        for (ObjectFile object : orders.kit().objects()) {
            Symbols symbols = object.symbols();
            for (int i = 1; i < symbols.count(); i++) {
                if (symbols.binding(i) != Elf.STB_LOCAL && symbols.isInSection(i)) {
                    Definition definition = new Definition(object, i);
                    boolean told = pair(orders, definition, findings);
                    if (!told && wanted.contains(definition) && isMarker(orders, definition)) {
                        end(orders, definition, findings);
                    }
                }
            }
        }
    }

    /** The symbols to which other objects than their own refer. */
    private static Set<Definition> wanted(Orders orders) throws EngineException {
        Set<Definition> wanted = new HashSet<>();
        for (ObjectFile object : orders.kit().objects()) {
            References.of(object, (table, i) -> {
                Definition definition = orders.definitions().of(object, table.symbol(i));
                if (definition != null && definition.object() != object) {
                    wanted.add(definition);
                }
            });
        }
        return wanted;
    }

    /** Whether a symbol has no size, stands at the end of its section, and ends nothing of its own object. */
    private static boolean isMarker(Orders orders, Definition definition) {
        ObjectFile object = definition.object();
        Symbols symbols = object.symbols();
        int symbol = definition.symbol();
        boolean atEnd = symbols.size(symbol) == 0
                && symbols.value(symbol) == object.sections().size(definition.section())
                && object.sections().isAllocated(definition.section());
        return atEnd
                && !orders.kit().plan().tail().contains(object.name())
                && begins(symbols.name(symbol)).stream().noneMatch(begin -> isBeside(object, definition, begin));
    }

    private static boolean isBeside(ObjectFile object, Definition end, String begin) {
        int found = object.symbols().find(begin);
        return found > 0 && object.symbols().section(found) == end.section();
    }

    private static Set<String> begins(String end) {
        Set<String> begins = new LinkedHashSet<>();
        if (end.endsWith(END)) {
            BEGINS.forEach(begin -> begins.add(end.substring(0, end.length() - END.length()) + begin));
        }
        return begins;
    }

    private static void end(Orders orders, Definition definition, Findings findings) {
        ObjectFile object = definition.object();
        String what = orders.isHead(object.name())
                ? "and behind the head lies the gap, not the body."
                : "and means what another object puts behind it, which is another one in every order.";
        findings.add(
                Severity.WARNING,
                CODE,
                object.name(),
                object.symbols().name(definition.symbol()) + " has no size, stands at the end of "
                        + object.sections().name(definition.section()) + ", " + what,
                ADVICE);
    }

    /** Whether this is the end of something that begins in a section of the same name of another object. */
    private static boolean pair(Orders orders, Definition end, Findings findings) {
        for (String name : begins(end.object().symbols().name(end.symbol()))) {
            Definition begin = orders.definitions().named(name);
            if (begin != null && begin.object() != end.object() && begin.section() > 0) {
                String section = begin.object().sections().name(begin.section());
                if (section.equals(end.object().sections().name(end.section()))) {
                    tell(orders, begin, end, section, findings);
                    return true;
                }
            }
        }
        return false;
    }

    private static void tell(Orders orders, Definition begin, Definition end, String section, Findings findings) {
        String between = orders.isHead(begin.object().name())
                ? "The gap lies between them, and it moves."
                : "What lies between them is chance.";
        findings.add(
                Severity.WARNING,
                CODE,
                end.object().name(),
                begin.object().symbols().name(begin.symbol()) + " of "
                        + begin.object().name() + " and "
                        + end.object().symbols().name(end.symbol()) + " of "
                        + end.object().name()
                        + " mark begin and end of something in " + section + ". " + between,
                ADVICE);
    }
}
