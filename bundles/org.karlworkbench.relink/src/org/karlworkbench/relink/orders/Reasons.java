package org.karlworkbench.relink.orders;

import java.util.Map;

/** Why findings over all orders matter, by their codes. */
final class Reasons {
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry(
                    "body-before-gap",
                    "What lies there goes away with the startup code after boot, though it is used later; and it does not move."),
            Map.entry(
                    "head-needed",
                    "After boot that code is gone: whoever calls it then takes a fault, or runs into what is there."),
            Map.entry("before-gap", "What precedes the gap has the same address in every relink."),
            Map.entry(
                    "orphan-section",
                    "Each linker has rules of its own for such sections: another linker, or another order, gives another layout."),
            Map.entry("few-contributors", "So few pieces have few orders: an attacker guesses their places."),
            Map.entry("sorted-section", "What the linker sorts keeps its order, whatever is shuffled."),
            Map.entry(
                    "neighbour-symbol",
                    "Code that counts on what follows a symbol works in the order of the Makefile and breaks in another."),
            Map.entry(
                    "reach",
                    "A kernel that exceeds it is not linked, at a boot on somebody's machine; most orders do not, so tests pass."),
            Map.entry("fixed-address", "What grows over it ends a relink, or is overwritten."),
            Map.entry("writable-code", "Whoever can write there runs code of his own."),
            Map.entry("shared-page", "A page has one protection: one of both sections gets more than it needs."),
            Map.entry(
                    "unaligned-endboot",
                    "Only whole pages are unmapped: the rest of startup code stays, or the body's first page goes too."),
            Map.entry("link-failed", "A machine that draws such gaps gets no new kernel at its next boot."),
            Map.entry("no-linker", "What only a link tells is not known."));

    private Reasons() {}

    /** Why findings of a code matter, null where the message says all. */
    static String of(String code) {
        return WHY.get(code);
    }
}
