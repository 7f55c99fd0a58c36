package org.karlworkbench.debug.bisect;

/**
 * A feature of layouts that goes with failing in a sample of random draws.
 *
 * @param cause the cause that it would be
 * @param with sampled draws that have it
 * @param without those that do not
 * @param p the probability that so many failures or more fall on draws with it by chance (Fisher's exact test, one-sided)
 */
public record Suspect(Cause cause, Tally with, Tally without, double p) {}
