package org.karlworkbench.compare.gadgets;

/**
 * A gadget that was born or lost at its place of a function from the first kernel to the second.
 *
 * @param born whether only the second has it; otherwise only the first
 * @param object the function's object, empty where it is not known
 * @param function the function's name
 * @param offset where in the function it begins
 * @param bytes its bytes in the kernel that has it; not to be changed
 * @param cause what made the difference
 * @param target what the relocation means that did it; empty for other causes
 */
public record GadgetChange(
        boolean born, String object, String function, int offset, byte[] bytes, Cause cause, String target) {
    /** What makes a gadget come and go. */
    public enum Cause {
        /** The linker wrote another address into it. */
        RELOCATION,
        /** It reaches beyond the function's object into what lies behind. */
        NEIGHBOUR,
        /** The function itself is another one. */
        CONTENT,
        /** Without a kit nobody can say. */
        UNKNOWN;

        /** What the command calls it. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
