package org.karlworkbench.ui.kit;

import java.util.List;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.ui.table.Column;

/** The columns of a table of findings. */
public final class FindingTable {
    private FindingTable() {}

    /**
     * The columns for a list of findings.
     *
     * @param findings the list; it must not change
     */
    public static List<Column> columns(List<Finding> findings) {
        return List.of(
                Column.text("Severity", 100, row -> findings.get(row)
                                .getSeverity()
                                .getLiteral())
                        .withIcon(row -> findings.get(row).getSeverity().getLiteral()),
                Column.text("Object", 130, row -> text(findings.get(row).getObject())),
                Column.text("Place", 80, row -> text(findings.get(row).getPlace())),
                Column.text("What Is Found", 0, row -> text(findings.get(row).getMessage())),
                Column.text("What to Do", 0, row -> text(findings.get(row).getAdvice())));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
