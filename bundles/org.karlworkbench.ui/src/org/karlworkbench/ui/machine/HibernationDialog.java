package org.karlworkbench.ui.machine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Hibernation;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.kernel.Reading;

/**
 * Would a hibernated image resume? Compares the signatures of the machine's running kernel and of the one that its next
 * boot starts, or of any two that a person names instead. Changes nothing.
 */
final class HibernationDialog extends TitleAreaDialog {
    private static final int SOON = 150;

    private final Machine machine;
    private Text sleeper;
    private Text waker;
    private Text sleeperSignature;
    private Text wakerSignature;
    private Reading reading;

    HibernationDialog(Shell parent, Machine machine) {
        super(parent);
        this.machine = machine;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Hibernation");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Would a hibernated image resume?");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        ContextHelp.on(area, "hibernation");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 12).applyTo(area);
        sleeper = kernel(area, "hibernation.sleeper", "The kernel that hibernates", RootPicture.BOOTED);
        sleeperSignature = signature(area, "hibernation.signatureA");
        waker = kernel(area, "hibernation.waker", "The kernel that wakes up", RootPicture.KERNEL);
        wakerSignature = signature(area, "hibernation.signatureB");
        reading = Reading.quiet(sleeper, SOON);
        return area;
    }

    private Text kernel(Composite area, String id, String words, String own) {
        new Label(area, SWT.NONE).setText(words + ":");
        Text text = Spoken.name(Ids.mark(new Text(area, SWT.BORDER), id), words);
        text.setMessage(own + " of the machine");
        text.addListener(SWT.Modify, _ -> ask());
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(420, SWT.DEFAULT)
                .applyTo(text);
        Button file = new Button(area, SWT.PUSH);
        file.setText("File…");
        file.addListener(SWT.Selection, _ -> {
            String chosen = new FileDialog(getShell(), SWT.OPEN).open();
            if (chosen != null) {
                text.setText(chosen);
            }
        });
        return text;
    }

    private static Text signature(Composite area, String id) {
        new Label(area, SWT.NONE).setText("Signature:");
        Text text = Spoken.name(Ids.mark(new Text(area, SWT.READ_ONLY), id), "Signature");
        text.setFont(JFaceResources.getTextFont());
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(560, SWT.DEFAULT)
                .applyTo(text);
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
        ask();
    }

    private void ask() {
        String first = sleeper.getText().strip();
        String second = waker.getText().strip();
        setErrorMessage(null);
        setMessage("Comparing signatures…");
        reading.start("Comparing Signatures", _ -> compare(first, second), this::show, this::fail);
    }

    /** Where only one kernel is named, the machine's own stands for the other. */
    private Hibernation compare(String first, String second) throws EngineException {
        if (first.isEmpty() && second.isEmpty()) {
            return Hibernation.of(machine);
        }
        try {
            return Hibernation.of(
                    first.isEmpty() ? own(RootPicture.BOOTED) : Path.of(first),
                    second.isEmpty() ? own(RootPicture.KERNEL) : Path.of(second));
        } catch (InvalidPathException e) {
            throw new EngineException("io", e.getInput(), null, "is no path", "choose a kernel's file");
        }
    }

    private Path own(String kernel) {
        return machine.root().resolve(kernel.substring(1));
    }

    private void show(Hibernation found) {
        sleeperSignature.setText(found.signatureA() == null ? "none" : found.signatureA());
        wakerSignature.setText(found.signatureB() == null ? "none" : found.signatureB());
        if (found.resumes()) {
            setMessage("Yes: both have the same signature.", IMessageProvider.INFORMATION);
        } else {
            String why = found.reason() == null
                    ? "the kernels differ. It is thrown away, and the machine boots as always."
                    : found.reason();
            setMessage("No: " + why, IMessageProvider.WARNING);
        }
    }

    private void fail(String line) {
        sleeperSignature.setText("");
        wakerSignature.setText("");
        setErrorMessage(line);
    }
}
