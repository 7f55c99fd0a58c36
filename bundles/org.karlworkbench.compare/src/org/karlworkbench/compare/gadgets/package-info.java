/**
 * Gadgets of two kernels: {@link org.karlworkbench.compare.gadgets.GadgetSearch} finds them, {@link
 * org.karlworkbench.compare.gadgets.GadgetComparison} sets them beside each other (CLI.md, Figures, {@code gadgets}).
 */
package org.karlworkbench.compare.gadgets;
