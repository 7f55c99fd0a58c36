package org.karlworkbench.debug.bisect;

import java.util.BitSet;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedColumns;

/**
 * Which functions and variables cross the boundary of a page, by placing draws without linking them.
 *
 * @param kit the kit
 * @param placer the built-in linker of the kit
 * @param page the size of a page in bytes, a power of two
 */
record Crossings(LoadedKit kit, BuiltInLinker placer, long page) {
    /** The numbers of those that do in a draw. */
    BitSet of(Draw draw) throws EngineException {
        LinkedColumns symbols = placer.layout(kit.linkOrder(draw.order()), draw.sections(), draw.gaps(), page)
                .symbols();
        BitSet crossing = new BitSet();
        for (int i = 0; i < symbols.count(); i++) {
            int number = symbols.numbers()[i];
            long last = symbols.addresses()[i] + symbols.sizes()[i] - 1;
            boolean crosses = symbols.sizes()[i] > 0 && (symbols.addresses()[i] ^ last) >>> shift() != 0;
            boolean counts = placer.names().isFunction(number) || placer.names().isObject(number);
            crossing.set(number, crosses && counts);
        }
        return crossing;
    }

    private int shift() {
        return Long.numberOfTrailingZeros(page);
    }

    /** The condition that one of them does. */
    Condition condition(int number) {
        return new PageCrossing(this, number);
    }
}
