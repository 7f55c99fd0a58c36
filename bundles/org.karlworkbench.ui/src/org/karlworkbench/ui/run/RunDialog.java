package org.karlworkbench.ui.run;

import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.machine.emulator.Loader;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.table.Shown;

/** Asks how a kernel shall be run; what was chosen last is proposed. */
final class RunDialog extends TitleAreaDialog {
    private static final List<String> LOADERS =
            List.of("as the kernel wants it", "by QEMU", "by OpenBSD's boot protocol (amd64)");

    private final String kernel;
    private RunSettings settings;
    private Spinner seconds;
    private Text expect;
    private Text arguments;
    private Button goesOn;
    private Text typed;
    private Text stopAt;
    private Button debugger;
    private Combo loader;

    RunDialog(Shell parent, String kernel, RunSettings proposed) {
        super(parent);
        this.kernel = kernel;
        this.settings = proposed;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** What is chosen. */
    RunSettings settings() {
        return settings;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Run Kernel");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Run " + Shown.line(kernel));
        setMessage("QEMU starts the kernel. It has booted when it says what is expected; then its startup pages are "
                + "looked at from outside.");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        ContextHelp.on(area, "runKernel");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).applyTo(area);
        label(area, "Time limit in seconds:");
        seconds = Spoken.name(Ids.mark(new Spinner(area, SWT.BORDER), "run.seconds"), "Time limit in seconds");
        seconds.setValues(settings.seconds(), 1, RunSettings.LONGEST, 0, 10, 60);
        expect = text(area, "run.expect", "It has booted when it says", settings.expect(), "");
        arguments = text(area, "run.arguments", "Boot arguments besides -a", settings.arguments(), "none");
        goesOn = check(area, "run.goesOn", "Let the machine go on when it has booted", settings.goesOn());
        typed = text(area, "run.typed", "Typed then, with Return", settings.typed(), "nothing");
        stopAt = text(area, "run.stopAt", "Stop at the symbol", settings.stopAt(), "none");
        debugger =
                check(area, "run.debugger", "Let a debugger in, and wait for it at that symbol", settings.debugger());
        label(area, "Entered:");
        loader = Spoken.name(Ids.mark(new Combo(area, SWT.READ_ONLY), "run.loader"), "Entered");
        loader.setItems(LOADERS.toArray(String[]::new));
        loader.select(settings.loader().ordinal());
        return area;
    }

    private static void label(Composite area, String words) {
        new Label(area, SWT.NONE).setText(words);
    }

    private Text text(Composite area, String id, String words, String value, String hint) {
        label(area, words + ":");
        Text text = Spoken.name(Ids.mark(new Text(area, SWT.BORDER), id), words);
        text.setText(value);
        text.setMessage(hint);
        text.addListener(SWT.Modify, _ -> changed());
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private Button check(Composite area, String id, String words, boolean value) {
        Button check = Ids.mark(new Button(area, SWT.CHECK), id);
        check.setText(words);
        check.setSelection(value);
        check.addListener(SWT.Selection, _ -> changed());
        GridDataFactory.swtDefaults().span(2, 1).applyTo(check);
        return check;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Ids.mark(createButton(parent, IDialogConstants.OK_ID, "Run", true), "run.go");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        changed();
    }

    private void changed() {
        typed.setEnabled(goesOn.getSelection());
        boolean silent = expect.getText().isEmpty();
        setErrorMessage(silent ? "Name a text that the kernel says when it has booted." : null);
        Button run = getButton(IDialogConstants.OK_ID);
        if (run != null) {
            run.setEnabled(!silent);
        }
    }

    @Override
    protected void okPressed() {
        settings = new RunSettings(
                seconds.getSelection(),
                expect.getText(),
                arguments.getText().strip(),
                goesOn.getSelection(),
                typed.getText(),
                stopAt.getText().strip(),
                debugger.getSelection(),
                Loader.values()[loader.getSelectionIndex()]);
        super.okPressed();
    }
}
