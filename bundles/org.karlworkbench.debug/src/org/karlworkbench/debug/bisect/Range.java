package org.karlworkbench.debug.bisect;

/**
 * Distances, both ends included.
 *
 * @param from the least in bytes, with its sign; null where there is none
 * @param to the largest; null where there is none
 */
public record Range(Long from, Long to) {
    String words() {
        if (from == null) {
            return "at most " + to;
        }
        return to == null ? "at least " + from : from + " to " + to;
    }
}
