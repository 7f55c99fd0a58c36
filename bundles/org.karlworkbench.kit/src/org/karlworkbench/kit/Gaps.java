package org.karlworkbench.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The five gaps as they lie in {@code gap.o}, pad word and rounding included, in bytes (KARL.md section A1).
 *
 * @param text0 from the head to {@code endboot}, a multiple of the page
 * @param text1 after {@code endboot}, a multiple of its alignment, 16 unless a recipe sets another
 * @param rodata before the body's read-only data, a multiple of its alignment, 16 unless a recipe sets another
 * @param data before the body's data, a multiple of its alignment, 16 unless a recipe sets another
 * @param bss before the body's bss, a multiple of its alignment, 16 unless a recipe sets another
 */
public record Gaps(long text0, long text1, long rodata, long data, long bss) {
    /** No gaps at all, as on an architecture that never had them. */
    public static final Gaps NONE = new Gaps(0, 0, 0, 0, 0);

    /**
     * Gaps by their names.
     *
     * @param size gives the bytes of each
     */
    public static Gaps of(ToLongFunction<GapName> size) {
        return new Gaps(
                size.applyAsLong(GapName.TEXT0),
                size.applyAsLong(GapName.TEXT1),
                size.applyAsLong(GapName.RODATA),
                size.applyAsLong(GapName.DATA),
                size.applyAsLong(GapName.BSS));
    }

    /**
     * The sizes by the names that recipes, ledgers and the command use.
     *
     * @return {@code text0 text1 rodata data bss}, in this order
     */
    public Map<String, Long> byName() {
        Map<String, Long> map = new LinkedHashMap<>();
        for (GapName name : GapName.values()) {
            map.put(name.label(), of(name));
        }
        return map;
    }

    /**
     * The same with another size of one gap.
     *
     * @param name which
     * @param size bytes
     */
    public Gaps with(GapName name, long size) {
        return of(each -> each == name ? size : of(each));
    }

    /**
     * The size of one gap.
     *
     * @param name which
     * @return bytes
     */
    public long of(GapName name) {
        return switch (name) {
            case TEXT0 -> text0;
            case TEXT1 -> text1;
            case RODATA -> rodata;
            case DATA -> data;
            case BSS -> bss;
        };
    }
}
