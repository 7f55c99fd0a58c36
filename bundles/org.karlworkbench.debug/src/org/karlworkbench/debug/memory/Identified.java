package org.karlworkbench.debug.memory;

import java.nio.file.Path;
import java.util.List;

/**
 * Which kernel a dump of memory ran.
 *
 * @param verdict what is known of it
 * @param entry the ledger entry, or the kernel where there is none; null where neither is known
 * @param candidates all entries that fit
 * @param kernel the kernel that was written, or null
 * @param evidence what speaks for it, a sentence each
 */
public record Identified(Verdict verdict, String entry, List<String> candidates, Path kernel, List<String> evidence) {
    /** What is known of the kernel. */
    public enum Verdict {
        /** It is this relink. */
        IDENTIFIED("identified"),
        /** It is one of several that have the same code at the same places. */
        SEVERAL("several"),
        /** Its draw was recovered. */
        RECOVERED("recovered"),
        /** It is none that is known. */
        NONE("none");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }
    }

    /** Copies the lists. */
    public Identified {
        candidates = List.copyOf(candidates);
        evidence = List.copyOf(evidence);
    }
}
