package org.karlworkbench.ui.relink;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.Spoken;

/** Asks how many relinks, and whether their kernels are kept. What was chosen last is offered again. */
final class RelinkManyDialog extends Dialog {
    private static final int MOST = 999_999;
    private static final String COUNT = "count";
    private static final String KERNELS = "kernels";

    private final String kit;
    private int count = 100;
    private boolean kernels = true;

    RelinkManyDialog(Shell parent, String kit) {
        super(parent);
        this.kit = kit;
        IDialogSettings last = settings();
        if (last.get(COUNT) != null) {
            count = Math.clamp(last.getInt(COUNT), 1, MOST);
            kernels = last.getBoolean(KERNELS);
        }
    }

    private static IDialogSettings settings() {
        return Remembered.of("RelinkMany");
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Relink Many");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(12, 12)
                .spacing(8, 8)
                .applyTo(area);
        new Label(area, SWT.NONE).setText("Relinks of " + kit + ":");
        Spinner number = Spoken.name(Ids.mark(new Spinner(area, SWT.BORDER), "many.count"), "How many relinks");
        number.setValues(count, 1, MOST, 0, 1, 100);
        number.addListener(SWT.Modify, _ -> count = number.getSelection());
        GridDataFactory.fillDefaults().hint(110, SWT.DEFAULT).applyTo(number);
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
        return area;
    }

    private void radio(Composite area, String words, String id, boolean value) {
        Button button = Ids.mark(new Button(area, SWT.RADIO), id);
        button.setText(words);
        button.setSelection(kernels == value);
        button.addListener(SWT.Selection, _ -> kernels = button.getSelection() == value);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Relink", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        settings().put(COUNT, count);
        settings().put(KERNELS, kernels);
        super.okPressed();
    }

    /** How many relinks, 1 or more. */
    int count() {
        return count;
    }

    /** Whether kernels are kept, and not only ledger entries. */
    boolean wantsKernels() {
        return kernels;
    }
}
