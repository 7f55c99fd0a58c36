package org.karlworkbench.debug.bisect;

import org.karlworkbench.debug.trial.KernelTest;

/**
 * What the repeated runs of a test said of one draw.
 *
 * @param works how many runs worked
 * @param fails how many failed
 * @param unknown how many could not tell, or did not end in time
 */
record Verdict(int works, int fails, int unknown) {
    private static final int DIGITS = 9;

    String words() {
        return works + " " + fails + " " + unknown;
    }

    /** Reads a line of the journal; what is no number counts as nothing. */
    static Verdict parse(String[] words) {
        return new Verdict(number(words[1]), number(words[2]), number(words[3]));
    }

    private static int number(String word) {
        return word.length() <= DIGITS && word.matches("[0-9]+") ? Integer.parseInt(word) : 0;
    }

    /** One more run. */
    Verdict plus(KernelTest.Reply reply) {
        return switch (reply) {
            case WORKS -> new Verdict(works + 1, fails, unknown);
            case FAILS -> new Verdict(works, fails + 1, unknown);
            case UNKNOWN -> new Verdict(works, fails, unknown + 1);
            case UNDO -> throw new IllegalArgumentException("says nothing of this draw");
        };
    }

    int runs() {
        return works + fails + unknown;
    }

    /** The share of the runs that failed, of those that could tell; NaN where none could. */
    double failing() {
        return fails / (double) (works + fails);
    }
}
