package org.karlworkbench.ui.machine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.Plan;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.kernel.Reading;

/** Asks for what a behaviour needs, and shows each step that it would take before anything is touched. */
final class BehaviourDialog extends TitleAreaDialog {
    private static final int SOON = 150;

    private final Path root;
    private final BehaviourKind kind;
    private BehaviourFields fields;
    private Text steps;
    private Reading reading;
    private Plan plan;

    BehaviourDialog(Shell parent, Path root, BehaviourKind kind) {
        super(parent);
        this.root = root;
        this.kind = kind;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** The plan that was agreed to; null before. */
    Plan plan() {
        return plan;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(kind.title());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(kind.title());
        setMessage(kind.tip() + ".");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        ContextHelp.on(area, "behaviour");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(4).margins(12, 12).applyTo(area);
        fields = new BehaviourFields(kind, area, this::ask);
        Label label = new Label(area, SWT.NONE);
        label.setText("Steps:");
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        steps = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.WRAP | SWT.V_SCROLL);
        Spoken.name(Ids.mark(steps, "behaviour.steps"), "Steps");
        reading = Reading.quiet(steps, SOON);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(3, 1)
                .hint(520, 170)
                .applyTo(steps);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button go = createButton(parent, IDialogConstants.OK_ID, kind.title(), true);
        Ids.mark(go, "behaviour.go");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        ask();
    }

    /** Asks the engine for the steps, off the UI thread: it reads /bsd for that. */
    private void ask() {
        reading.stop();
        show(null, null);
        String prompt = fields.prompt();
        if (prompt != null) {
            steps.setText(prompt);
            return;
        }
        Behaviour behaviour;
        try {
            behaviour = fields.behaviour();
        } catch (InvalidPathException e) {
            show(null, "This is no path: " + e.getInput());
            return;
        }
        steps.setText("Looking at the machine…");
        Machine machine = Machines.at(root, fields.chosenLinker());
        reading.start(
                "Planning " + kind.title(),
                _ -> machine.plan(behaviour),
                found -> show(found, null),
                error -> show(null, error));
    }

    private void show(Plan found, String error) {
        plan = found;
        setErrorMessage(error);
        steps.setText(found == null ? "" : numbered(found.steps()));
        getButton(IDialogConstants.OK_ID).setEnabled(found != null);
    }

    private static String numbered(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(i + 1).append(". ").append(words.get(i)).append('\n');
        }
        return text.toString();
    }
}
