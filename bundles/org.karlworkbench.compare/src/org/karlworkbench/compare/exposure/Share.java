package org.karlworkbench.compare.exposure;

/**
 * How things are shared out among blocks (KARL.md section H4, M5).
 *
 * @param total how many there are: Σf, with f of one block
 * @param mean how many become known on average when a random one leaks: Σf²/F
 * @param effective as many blocks of equal size would do as well: F²/Σf²
 */
public record Share(long total, double mean, double effective) {
    static Share of(long[] parts) {
        long total = 0;
        double squares = 0;
        for (long part : parts) {
            total += part;
            squares += (double) part * part;
        }
        return new Share(total, total == 0 ? 0 : squares / total, squares == 0 ? 0 : (double) total * total / squares);
    }
}
