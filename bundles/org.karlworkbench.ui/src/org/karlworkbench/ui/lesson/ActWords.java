package org.karlworkbench.ui.lesson;

import java.util.Map;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.console.IConsoleConstants;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.kernel.RowTable;

/** The words for what buttons and links do. docs/lessons.md lists them. */
final class ActWords {
    /** The pages of the kit's editor. */
    static final Map<String, String> PAGES =
            Map.of("overview", "overview", "objects", "objects", "gaps", "gaps", "recipes", "recipes");

    /** The views. */
    static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("code", Ids.CODE_VIEW),
            Map.entry("bytes", Ids.BYTES_VIEW),
            Map.entry("references", Ids.REFERENCES_VIEW),
            Map.entry("sizes", Ids.SIZES_VIEW),
            Map.entry("exposure", Ids.EXPOSURE_VIEW),
            Map.entry("ledger", Ids.LEDGER_VIEW),
            Map.entry("run", Ids.RUN_VIEW),
            Map.entry("symbolize", Ids.SYMBOLIZE_VIEW),
            Map.entry("bisect", Ids.BISECT_VIEW),
            Map.entry("outline", IPageLayout.ID_OUTLINE),
            Map.entry("properties", IPageLayout.ID_PROP_SHEET),
            Map.entry("problems", IPageLayout.ID_PROBLEM_VIEW),
            Map.entry("console", IConsoleConstants.ID_CONSOLE_VIEW));

    /** The tables in which something can be selected. */
    static final Map<String, RowTable> TABLES = Map.of(
            "symbol", RowTable.SYMBOLS, "object", RowTable.OBJECTS, "gap", RowTable.GAPS, "section", RowTable.SECTIONS);

    private static final Map<String, String> COMMANDS = Map.of(
            "draw",
            Ids.DRAW_AGAIN_COMMAND,
            "play",
            Ids.PLUGIN + ".play",
            "run-kernel",
            Ids.RUN_KERNEL_COMMAND,
            "measure",
            Ids.PLUGIN + ".measure",
            "check-orders",
            Ids.PLUGIN + ".checkOrders",
            "bisect",
            Ids.PLUGIN + ".bisect");

    private static final Map<String, Boolean> SWITCH = Map.of("on", true, "off", false);

    private ActWords() {}

    /**
     * Reads what a button or link does.
     *
     * @param line the words
     * @throws Words.Unknown when they are none of the list
     */
    static Act read(String line) throws Words.Unknown {
        Words words = new Words(line);
        String first = words.take("what the button does");
        Act act =
                switch (first) {
                    case "kit" -> new Act.OpenKit(words.hasMore() ? words.take("page", PAGES) : "overview");
                    case "relink" -> new Act.Relink(words.hasMore() ? seed(words.number("seed")) : null);
                    case "slow-motion" -> new Act.SlowMotion(words.take("switch", SWITCH));
                    case "kernel" -> new Act.OpenKernel();
                    case "compare" -> new Act.Compare();
                    case "view" -> new Act.ShowView(words.take("view", VIEWS));
                    case "select" -> new Act.Select(words.take("table", TABLES), words.take("name"));
                    case "symbolize" -> new Act.SymbolizePanic();
                    case "run" -> new Act.Run(words.take("command", COMMANDS));
                    default ->
                        throw new Words.Unknown("`" + first + "` is nothing that a button does; there are kit, relink, "
                                + "slow-motion, kernel, compare, view, select, symbolize and run");
                };
        return words.done(act);
    }

    /** A number as the last digits of a seed: everybody who takes the lesson gets the same draw. */
    private static Seed seed(long number) {
        return Seed.parse(String.format("%064x", number));
    }
}
