package org.karlworkbench.ui.compare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.swt.widgets.Shell;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.compare.report.ComparisonJson;
import org.karlworkbench.compare.report.ComparisonReport;
import org.karlworkbench.compare.report.ComparisonTable;
import org.karlworkbench.ui.SavedFile;

/** Saves the report of a comparison, as the command {@code karl diff} writes it. */
final class ReportFile {
    private ReportFile() {}

    /**
     * Asks for a file and saves.
     *
     * @param shell the window
     * @param comparison what is reported
     * @param gadgets what is known of the gadgets, or null as long as they are looked for
     */
    static void save(Shell shell, Comparison comparison, Gadgets gadgets) {
        SavedFile.ask(
                shell,
                "Save Report",
                comparison.a().kernel().getFileName() + "-"
                        + comparison.b().kernel().getFileName(),
                List.of(
                        new SavedFile.Form(
                                ".html",
                                "Report with pictures",
                                () -> () -> bytes(ComparisonReport.html(comparison, gadgets))),
                        new SavedFile.Form(
                                ".csv", "Table of all symbols", () -> () -> bytes(ComparisonTable.text(comparison))),
                        new SavedFile.Form(
                                ".json",
                                "All figures and symbols",
                                () -> () -> bytes(ComparisonJson.text(comparison, gadgets)))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
