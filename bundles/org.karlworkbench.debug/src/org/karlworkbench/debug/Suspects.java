package org.karlworkbench.debug;

import java.util.List;

/**
 * Relinks of one kit from which a trace may come.
 *
 * @param kit what holds for all of them; null where only a kernel is at hand
 * @param relinks those that can be looked at
 * @param unread those that cannot
 */
record Suspects(KitSymbols kit, List<Relinked> relinks, List<Symbolized.Rejected> unread) {
    /** How many of the names in a trace the kit, or else the kernel, has with such an offset. */
    boolean knows(String symbol, long offset) {
        boolean byKit = kit != null && !kit.definitions(symbol, offset).isEmpty();
        return byKit || kit == null && relinks.stream().anyMatch(each -> each.addresses(symbol, offset).length > 0);
    }
}
