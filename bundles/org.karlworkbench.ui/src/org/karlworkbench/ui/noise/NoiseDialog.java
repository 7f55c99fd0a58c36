package org.karlworkbench.ui.noise;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.ui.CountDialog;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.Spoken;

/** Asks for a command that measures a kernel, how many relinks are measured, and how often each is run before that. */
final class NoiseDialog extends CountDialog {
    private static final String NAME = "MeasureNoise";
    private static final String COMMAND = "command";
    private static final int USUAL = 50;
    private static final int USUAL_SECONDS = 120;
    private static final int LONGEST = 7 * 24 * 3600;
    private static final int MOST_WARM_UPS = 1_000;
    private static final String NOTE =
            "The command runs by sh -c with the kernel's file in $KERNEL and ends with 0. The last "
                    + "number that it writes counts, or the time that it takes if it writes none. Warm-ups are not counted.";

    private String command;
    private int seconds = USUAL_SECONDS;
    private int warmUps;

    NoiseDialog(Shell parent, String kit) {
        super(
                parent,
                new Words(NAME, "Measure Layout Noise", "Relinks of " + kit + ":", "noise.count", 1, "Measure"),
                USUAL,
                false);
        command = Remembered.word(NAME, COMMAND, "");
    }

    @Override
    protected void fill(Composite area) {
        new Label(area, SWT.NONE).setText("Command:");
        Text text = Spoken.name(Ids.mark(new Text(area, SWT.BORDER), "noise.command"), "Command");
        text.setText(command);
        text.addListener(SWT.Modify, _ -> {
            command = text.getText().strip();
            check();
        });
        GridDataFactory.fillDefaults().hint(320, SWT.DEFAULT).applyTo(text);
        Spinner warm = spinner(area, "Warm-ups before each:", "noise.warmUps", 0, 0, MOST_WARM_UPS);
        warm.addListener(SWT.Modify, _ -> warmUps = warm.getSelection());
        Spinner time = spinner(area, "Seconds for one run:", "noise.seconds", seconds, 1, LONGEST);
        time.addListener(SWT.Modify, _ -> seconds = time.getSelection());
        Label note = new Label(area, SWT.WRAP);
        note.setText(NOTE);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .hint(420, SWT.DEFAULT)
                .indent(0, 6)
                .applyTo(note);
    }

    private static Spinner spinner(Composite area, String words, String id, int value, int least, int most) {
        new Label(area, SWT.NONE).setText(words);
        Spinner spinner = Spoken.name(Ids.mark(new Spinner(area, SWT.BORDER), id), words);
        spinner.setValues(value, least, most, 0, 1, 10);
        GridDataFactory.swtDefaults().hint(110, SWT.DEFAULT).applyTo(spinner);
        return spinner;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        check();
    }

    private void check() {
        getButton(IDialogConstants.OK_ID).setEnabled(!command.isEmpty());
    }

    @Override
    protected void okPressed() {
        Remembered.keepWord(NAME, COMMAND, command);
        super.okPressed();
    }

    String command() {
        return command;
    }

    int seconds() {
        return seconds;
    }

    int warmUps() {
        return warmUps;
    }
}
