package org.karlworkbench.debug.bisect;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedNames;

/**
 * Where draws put everything, without linking them.
 *
 * @param kit the kit
 * @param placer the built-in linker of the kit
 * @param page the size of a page in bytes, a power of two
 */
record Layouts(LoadedKit kit, BuiltInLinker placer, long page) {
    LinkedLayout of(Draw draw) throws EngineException {
        return placer.layout(kit.linkOrder(draw.order()), draw.sections(), draw.gaps(), page);
    }

    LinkedNames names() {
        return placer.names();
    }

    /** Where a symbol lies, of those that have a piece. */
    long address(LinkedLayout layout, int symbol) {
        return layout.address(names().pieceOf(symbol)) + names().offset(symbol);
    }

    /** Whether it is a function or a variable with a size, in a piece of its own object. */
    boolean isNamed(int symbol) {
        return names().size(symbol) > 0
                && (names().isFunction(symbol) || names().isObject(symbol))
                && names().pieceOf(symbol) >= 0;
    }

    /** Whether a symbol crosses the boundary of a page. */
    boolean crosses(LinkedLayout layout, int symbol) {
        long first = address(layout, symbol);
        long last = first + names().size(symbol) - 1;
        return (first ^ last) >>> Long.numberOfTrailingZeros(page) != 0;
    }
}
