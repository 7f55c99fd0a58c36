package org.karlworkbench.debug.bisect;

/** What the fresh draws that were tested say of a cause. */
enum Confirmation {
    /** Nearly all draws fail with it, and so many fewer without that chance does not explain it. */
    SURE,

    /** It may be the cause: more draws will tell, where flaky tests or another cause have blurred the picture. */
    OPEN,

    /** It is not the cause. */
    NOT;

    private static final int FEWEST = 8;
    private static final double NEARLY_ALL = 0.9;
    private static final double HOPELESS = 0.75;
    private static final double BY_CHANCE = 0.005;

    /** Where chance explains the difference as easily as this when many draws were tested, more will not make it the cause. */
    private static final double LIKELY_CHANCE = 0.2;

    /** As many again have to agree where one draw did not fail with it. */
    private static final int BLURRED = 24;

    /** With so many draws there is an answer. */
    private static final int MOST = 48;

    static Confirmation of(Tally with, Tally without) {
        if (with.draws() < FEWEST || without.draws() < FEWEST || with.share() < HOPELESS) {
            return NOT;
        }
        boolean enough = with.failed() == with.draws() || with.draws() >= BLURRED;
        double chance = Fisher.p(with, without);
        if (enough && with.share() >= NEARLY_ALL && chance < BY_CHANCE) {
            return SURE;
        }
        boolean late = with.draws() >= BLURRED;
        boolean hopeless = without.share() >= with.share() || late && chance > LIKELY_CHANCE;
        return with.draws() >= MOST || hopeless ? NOT : OPEN;
    }
}
