package org.karlworkbench.linker;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Command;

/**
 * Where a kernel starts: the symbol of {@code -e}, else of the script's {@code ENTRY}, else {@code start}; without such a
 * symbol the first byte of code (GNU ld manual, "Setting the Entry Point").
 *
 * @param template the kit
 * @param placement one draw of it
 */
record EntryPoint(Template template, Placement placement) {
    /**
     * The address.
     *
     * @throws EngineException with code {@code no-entry} if a symbol was named that nothing defines
     */
    long address() throws EngineException {
        String named = template.settings().entry() != null ? template.settings().entry() : ofScript();
        if (named == null) {
            return of("start") != -1 ? of("start") : firstCode();
        }
        long address = of(named);
        if (address == -1) {
            address = number(named);
        }
        if (address == -1) {
            throw new EngineException(
                    "no-entry",
                    template.script().name(),
                    null,
                    "names the entry " + named + ", which nothing defines",
                    "name the first symbol of the startup code: ENTRY(symbol) in the script, or -e symbol");
        }
        return address;
    }

    private String ofScript() {
        return template.script().commands().stream()
                .filter(Command.Entry.class::isInstance)
                .map(each -> ((Command.Entry) each).symbol())
                .findFirst()
                .orElse(null);
    }

    private static long number(String text) {
        try {
            return Long.decode(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private long of(String symbol) {
        Binding binding = template.binding();
        int name = binding.names().find(symbol);
        if (name == Names.NONE || binding.how(name) == Binding.How.UNDEFINED) {
            return -1;
        }
        int target = binding.target(name);
        long base = placement.base[target >= 0 ? target : template.pieces().count() + ~target];
        return base + binding.offset(name);
    }

    private long firstCode() {
        return placement.order.stream()
                .filter(output -> (template.outputs().flags(output) & (int) Elf.SHF_EXECINSTR) != 0)
                .mapToLong(output -> placement.address[output])
                .findFirst()
                .orElse(0);
    }
}
