package org.karlworkbench.ui.relink;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.karlworkbench.ui.CountDialog;
import org.karlworkbench.ui.Ids;

/** Asks how many relinks, and whether their kernels are kept. */
final class RelinkManyDialog extends CountDialog {
    RelinkManyDialog(Shell parent, String kit) {
        super(
                parent,
                new Words("RelinkMany", "Relink Many", "Relinks of " + kit + ":", "many.count", 1, "Relink"),
                100,
                true);
    }

    @Override
    protected void fill(Composite area) {
        radio(area, "Keep the kernels, each with its ledger entry", "many.kernels", true);
        radio(area, "Keep only ledger entries", "many.entries", false);
        Label note = new Label(area, SWT.WRAP);
        note.setText(
                "Each relink has a seed of its own, which alone repeats it. All take place at the same time, on all"
                        + " processors.");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .hint(360, SWT.DEFAULT)
                .indent(0, 6)
                .applyTo(note);
    }

    private void radio(Composite area, String words, String id, boolean value) {
        Button button = Ids.mark(new Button(area, SWT.RADIO), id);
        button.setText(words);
        button.setSelection(choice() == value);
        button.addListener(SWT.Selection, _ -> choose(button.getSelection() == value));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
    }

    /** Whether kernels are kept, and not only ledger entries. */
    boolean wantsKernels() {
        return choice();
    }
}
