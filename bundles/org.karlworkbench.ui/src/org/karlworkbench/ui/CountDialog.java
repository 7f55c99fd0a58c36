package org.karlworkbench.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;

/** Asks for a number and for yes or no about something else. What was chosen last is offered again. */
public abstract class CountDialog extends TrayDialog {
    private static final int MOST = 1_000_000;
    private static final String COUNT = "count";
    private static final String CHOICE = "choice";

    private final Words words;
    private int count;
    private boolean choice;

    /**
     * What the dialog says.
     *
     * @param name by which it remembers what was chosen
     * @param title of the window, in headline capitals
     * @param question before the number
     * @param id the number's name for tests
     * @param least the least number
     * @param done on the button, in headline capitals
     */
    public record Words(String name, String title, String question, String id, int least, String done) {}

    /**
     * A dialog that is not shown yet.
     *
     * @param parent the window
     * @param words what it says
     * @param usualCount the number at the first time
     * @param usualChoice the choice at the first time
     */
    protected CountDialog(Shell parent, Words words, int usualCount, boolean usualChoice) {
        super(parent);
        this.words = words;
        IDialogSettings last = Remembered.of(words.name());
        boolean asked = last.get(COUNT) != null;
        count = asked ? Math.clamp(last.getInt(COUNT), words.least(), MOST) : usualCount;
        choice = asked ? last.getBoolean(CHOICE) : usualChoice;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(words.title());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ContextHelp.on(area, words.name());
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(12, 12)
                .spacing(8, 8)
                .applyTo(area);
        new Label(area, SWT.NONE).setText(words.question());
        Spinner number = Spoken.name(Ids.mark(new Spinner(area, SWT.BORDER), words.id()), words.question());
        number.setValues(count, words.least(), MOST, 0, 1, 10);
        number.addListener(SWT.Modify, _ -> {
            count = number.getSelection();
            changed();
        });
        GridDataFactory.fillDefaults().hint(110, SWT.DEFAULT).applyTo(number);
        fill(area);
        return area;
    }

    /** Adds what stands below the number, in two columns. */
    protected abstract void fill(Composite area);

    /** Is told that number or choice is another. */
    protected void changed() {
        // most dialogs only take them in the end
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, words.done(), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        Remembered.of(words.name()).put(COUNT, count);
        Remembered.of(words.name()).put(CHOICE, choice);
        super.okPressed();
    }

    /** Chooses. */
    protected final void choose(boolean chosen) {
        choice = chosen;
        changed();
    }

    /** The number. */
    public final int count() {
        return count;
    }

    /** The choice. */
    public final boolean choice() {
        return choice;
    }
}
