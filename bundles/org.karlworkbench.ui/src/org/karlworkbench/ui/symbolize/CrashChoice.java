package org.karlworkbench.ui.symbolize;

import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.karlworkbench.debug.trace.Crash;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.table.Shown;

/** The choice among the crashes of a log; it is seen where a log has more than one. */
final class CrashChoice {
    private final Composite row;
    private final Spinner number;
    private final Label words;

    /**
     * Makes a choice that is not seen.
     *
     * @param parent a grid
     * @param columns how many of its columns are taken
     * @param chosen is told which crash a person wants, from 1
     */
    CrashChoice(Composite parent, int columns, IntConsumer chosen) {
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(4, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(row);
        new Label(row, SWT.NONE).setText("Crash:");
        number = Spoken.name(Ids.mark(new Spinner(row, SWT.BORDER), "symbolize.crash"), "Which crash of the log");
        number.setToolTipText("Which crash of the log is symbolized; the first is 1");
        number.addListener(SWT.Selection, _ -> chosen.accept(number.getSelection()));
        words = Ids.mark(new Label(row, SWT.NONE), "symbolize.crash.words");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(80, SWT.DEFAULT)
                .applyTo(words);
        see(false);
    }

    /** Shows which crash it is that was symbolized; null for none. */
    void show(Crash crash) {
        boolean several = crash != null && crash.count() > 1;
        if (several) {
            number.setValues(crash.number(), 1, crash.count(), 0, 1, 1);
            String panic = crash.panic() == null ? "" : ": panic: " + Shown.line(crash.panic());
            words.setText("of " + Formats.count(crash.count()) + ", line " + Formats.count(crash.line()) + panic);
            words.setToolTipText(words.getText());
        }
        see(several);
    }

    private void see(boolean seen) {
        if (row.getVisible() != seen || ((GridData) row.getLayoutData()).exclude == seen) {
            ((GridData) row.getLayoutData()).exclude = !seen;
            row.setVisible(seen);
            row.requestLayout();
        }
    }
}
