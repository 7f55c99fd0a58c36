package org.karlworkbench.linker.script;

/**
 * Sets a symbol or the location counter (GNU ld manual, "Assigning Values to Symbols").
 *
 * @param name the symbol's name, or {@code .}
 * @param value what it gets; {@code a += b} is told as {@code a + b}
 * @param visibility whether it is always defined, and who sees it
 * @param line where in the script
 */
public record Assignment(String name, Expression value, Visibility visibility, int line)
        implements Command, SectionsCommand, Content {
    /** How a symbol is defined. */
    public enum Visibility {
        /** Always. */
        PLAIN(false, false),
        /** Always, and not to be seen outside ({@code HIDDEN}). */
        HIDDEN(false, true),
        /** If something refers to it and nothing else defines it ({@code PROVIDE}). */
        PROVIDED(true, false),
        /** Both ({@code PROVIDE_HIDDEN}). */
        PROVIDED_HIDDEN(true, true);

        private final boolean onDemand;
        private final boolean hidden;

        Visibility(boolean onDemand, boolean hidden) {
            this.onDemand = onDemand;
            this.hidden = hidden;
        }

        /** Whether it is defined only where something refers to it. */
        public boolean onDemand() {
            return onDemand;
        }

        /** Whether it is of STV_HIDDEN. */
        public boolean hidden() {
            return hidden;
        }
    }

    /** Whether this moves the location counter. */
    public boolean isDot() {
        return name.equals(".");
    }
}
