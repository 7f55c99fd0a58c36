package org.karlworkbench.compare.lab;

/**
 * What somebody gains who knows the probabilities and guesses the likeliest first.
 *
 * @param guess1 the probability that the best single guess is right
 * @param guesses50 guesses that are needed to be right with a probability of one half
 * @param values how many values there are to guess from
 */
public record Guessing(double guess1, long guesses50, long values) {
    private static final double LN2 = Math.log(2);

    /** What is certain. */
    public static final Guessing CERTAIN = new Guessing(1, 1, 1);

    /** −log2({@link #guess1}), in bits. */
    public double minEntropy() {
        return guess1 >= 1 ? 0 : -Math.log(guess1) / LN2;
    }

    /**
     * The probability to have been right at least once where each boot draws anew and allows one guess, since a wrong one
     * ends it.
     *
     * @param boots how many boots
     */
    public double afterBoots(double boots) {
        return guess1 >= 1 ? 1 : -Math.expm1(boots * Math.log1p(-guess1));
    }

    /** Boots with one guess each until one half of all attackers were right. */
    public double bootsForHalf() {
        return guess1 >= 0.5 ? 1 : Math.ceil(-LN2 / Math.log1p(-guess1));
    }
}
