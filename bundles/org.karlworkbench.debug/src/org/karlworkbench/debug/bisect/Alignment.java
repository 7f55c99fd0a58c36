package org.karlworkbench.debug.bisect;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedLayout;

/**
 * The address of a function or variable has a residue, or has not.
 *
 * @param layouts tells where it lies
 * @param symbol its number there
 * @param modulus a power of two in bytes
 * @param residue below the modulus
 * @param other whether it fails with any other residue
 */
record Alignment(Layouts layouts, int symbol, long modulus, long residue, boolean other) implements Condition {
    @Override
    public boolean holds(Draw draw) throws EngineException {
        return holds(layouts.of(draw));
    }

    boolean holds(LinkedLayout layout) {
        return (layouts.address(layout, symbol) & (modulus - 1)) == residue != other;
    }

    /** No small change brings it about; fresh draws are cheap. */
    @Override
    public Draw applied(Draw fresh) {
        return fresh;
    }

    @Override
    public Cause cause() {
        String name = layouts.names().symbol(symbol);
        String object = layouts.names().objectOf(symbol);
        String where =
                other ? " does not lie at a multiple of " + modulus : " lies at " + residue + " modulo " + modulus;
        return Cause.of(Cause.Kind.ALIGNMENT, "fails whenever " + name + " of " + object + where)
                .objects(List.of(object))
                .symbol(name)
                .modulus(modulus)
                .residue(other ? null : residue)
                .build();
    }
}
