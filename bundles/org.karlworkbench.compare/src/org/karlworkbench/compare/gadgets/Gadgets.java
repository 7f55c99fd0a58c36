package org.karlworkbench.compare.gadgets;

/** What is known of the gadgets of two kernels. */
public sealed interface Gadgets permits GadgetFigures, Gadgets.Unknown {
    /**
     * Nothing.
     *
     * @param reason why, for people
     */
    record Unknown(String reason) implements Gadgets {}
}
