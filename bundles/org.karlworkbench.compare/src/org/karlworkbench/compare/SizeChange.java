package org.karlworkbench.compare;

/**
 * A symbol of both kernels that has another size in each.
 *
 * @param symbol which; its size is that in the first kernel
 * @param sizeB its size in the second, in bytes
 */
public record SizeChange(SymbolId symbol, long sizeB) {
    /** How many bytes it grew from the first kernel to the second; below 0 if it shrank. */
    public long change() {
        return sizeB - symbol.size();
    }
}
