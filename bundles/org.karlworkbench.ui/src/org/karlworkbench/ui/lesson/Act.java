package org.karlworkbench.ui.lesson;

import org.karlworkbench.kit.Seed;
import org.karlworkbench.ui.kernel.RowTable;

/** What a button or link of a lesson does: a closed list, of which none runs anything that a file names. */
sealed interface Act {
    /** Opens the lesson's kit on one of its editor's pages. */
    record OpenKit(String page) implements Act {}

    /** Relinks the lesson's kit; a null seed is drawn. */
    record Relink(Seed seed) implements Act {}

    /** Turns the slow motion of the kit's preview on or off. */
    record SlowMotion(boolean on) implements Act {}

    /** Opens the newest relink of the kit. */
    record OpenKernel() implements Act {}

    /** Opens the two newest relinks side by side. */
    record Compare() implements Act {}

    /** Shows a view. */
    record ShowView(String id) implements Act {}

    /** Selects something in the kernel in front. */
    record Select(RowTable table, String name) implements Act {}

    /** Hands the panic of the latest run on to Symbolize. */
    record SymbolizePanic() implements Act {}

    /** Runs one of the workbench's own commands on what is in front. */
    record Run(String command) implements Act {}
}
