package org.karlworkbench.debug.bisect;

import java.util.List;

/**
 * What makes a test fail.
 *
 * @param kind its kind
 * @param objects the objects, in the order that counts; empty where a gap alone is the cause
 * @param section the kernel's section in which they follow each other or have their distance, or null where that is so of
 *     whole objects
 * @param toSection of a distance to what lies in another section, that section, or null
 * @param symbol the symbol that crosses, or that lies where it should not, or null
 * @param gap the gap's name, or null
 * @param modulus of the gap's size or the symbol's address, or the size of a page, in bytes; null where it does not matter
 * @param residue the size or address modulo {@code modulus}; of a startup cause the bound in bytes; null where it does not
 *     matter, and of an alignment where any but 0 fails
 * @param distances of a distance, at which it fails; else empty
 * @param also what has to be so at the same time, or null where this is enough
 * @param sentence the same in words
 */
public record Cause(
        Kind kind,
        List<String> objects,
        String section,
        String toSection,
        String symbol,
        String gap,
        Long modulus,
        Long residue,
        List<Range> distances,
        Cause also,
        String sentence) {
    private static final String WHENEVER = "fails whenever ";

    /** The kinds of causes. */
    public enum Kind {
        /** The objects, or what they have in a section, follow each other directly. */
        ADJACENT("adjacent"),
        /** Each object comes somewhere before the next. */
        BEFORE("before"),
        /** A gap's size has a residue. */
        GAP("gap"),
        /** A symbol crosses the boundary of a page. */
        PAGE("page"),
        /** A symbol's address has a residue. */
        ALIGNMENT("alignment"),
        /** What an object has in a section lies at some distances from another's, or from a section's beginning. */
        DISTANCE("distance"),
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

    /** Copies the lists. */
    public Cause {
        objects = List.copyOf(objects);
        distances = List.copyOf(distances);
    }

    /** Begins a cause; what is not said of it does not matter. */
    static Builder of(Kind kind, String sentence) {
        return new Builder(kind, sentence);
    }

    /** The same where another cause is needed too. */
    Cause and(Cause other) {
        String both = sentence + " and " + other.sentence.replaceFirst(WHENEVER, "");
        return new Cause(kind, objects, section, toSection, symbol, gap, modulus, residue, distances, other, both);
    }

    /** A cause in the making. */
    static final class Builder {
        private final Kind kind;
        private final String sentence;
        private List<String> objects = List.of();
        private String section;
        private String toSection;
        private String symbol;
        private String gap;
        private Long modulus;
        private Long residue;
        private List<Range> distances = List.of();

        private Builder(Kind kind, String sentence) {
            this.kind = kind;
            this.sentence = sentence;
        }

        Builder objects(List<String> names) {
            objects = names;
            return this;
        }

        Builder section(String name) {
            section = name;
            return this;
        }

        Builder toSection(String name) {
            toSection = name;
            return this;
        }

        Builder symbol(String name) {
            symbol = name;
            return this;
        }

        Builder gap(String name) {
            gap = name;
            return this;
        }

        Builder modulus(long bytes) {
            modulus = bytes;
            return this;
        }

        Builder residue(Long bytes) {
            residue = bytes;
            return this;
        }

        Builder distances(List<Range> ranges) {
            distances = ranges;
            return this;
        }

        Cause build() {
            return new Cause(
                    kind, objects, section, toSection, symbol, gap, modulus, residue, distances, null, sentence);
        }
    }
}
