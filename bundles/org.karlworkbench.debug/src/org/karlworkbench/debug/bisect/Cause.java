package org.karlworkbench.debug.bisect;

import java.util.List;

/**
 * What makes a test fail.
 *
 * @param kind its kind
 * @param objects the objects, in the order that counts; empty where a gap alone is the cause
 * @param symbol the symbol that crosses, or null
 * @param gap the gap's name, or null
 * @param modulus of the gap's size, or the size of a page, in bytes; null where it does not matter
 * @param residue the gap's size modulo {@code modulus}; of a startup cause the bound in bytes; null where it does not matter
 * @param sentence the same in words
 */
public record Cause(
        Kind kind, List<String> objects, String symbol, String gap, Long modulus, Long residue, String sentence) {
    /** The kinds of causes. */
    public enum Kind {
        /** The objects follow each other directly. */
        ADJACENT("adjacent"),
        /** The first object comes somewhere before the second. */
        BEFORE("before"),
        /** A gap's size has a residue. */
        GAP("gap"),
        /** A symbol crosses the boundary of a page. */
        PAGE("page"),
        /** The startup code reaches, or does not reach, up to a place. */
        STARTUP("startup");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind as the command calls it. */
        public String word() {
            return word;
        }
    }

    /** Copies the objects. */
    public Cause {
        objects = List.copyOf(objects);
    }
}
