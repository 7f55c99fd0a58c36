package org.karlworkbench.ui.bisect;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.HelpfulPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.Spoken;

/** Asks what tells whether a kernel works: a command, a boot, or the person. */
final class TestPage extends HelpfulPage {
    private static final String SECTION = "Bisect";
    private static final String COMMAND = "command";
    private static final String EXPECT = "expect";
    private static final int USUAL_SECONDS = 120;
    private static final int LONGEST = 7 * 24 * 3600;
    private static final int USUAL_SAMPLE = 8;
    private static final int MOST_SAMPLED = 100_000;
    private static final int MOST_REPEATED = 1_000;

    private final Map<HuntSettings.Test, Button> tests = new EnumMap<>(HuntSettings.Test.class);
    private Text command;
    private Text expect;
    private Spinner seconds;
    private Spinner sample;
    private Spinner repeat;

    TestPage() {
        super("test", "The Test");
        setDescription("Each kernel that is tried is linked anew and tested.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        ContextHelp.on(page, "bisect");
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 8).applyTo(page);
        radio(page, HuntSettings.Test.COMMAND, "A &command with the kernel's file in $KERNEL:");
        command = text(page, COMMAND, "Command");
        note(
                page,
                "It ends with 0 where the kernel works, with 125 where it cannot tell, with 1 to 124 where it fails.");
        radio(page, HuntSettings.Test.BOOT, "A &boot in QEMU that has to say:");
        expect = text(page, EXPECT, "Expected text");
        radio(page, HuntSettings.Test.PERSON, "&You: each kernel can be opened and run, and you say whether it works");
        seconds = spinner(page, "&Seconds for one test:", "bisect.seconds", USUAL_SECONDS, 1, LONGEST);
        sample = spinner(page, "&Random relinks tested first:", "bisect.sample", USUAL_SAMPLE, 0, MOST_SAMPLED);
        repeat = spinner(page, "&Times a relink is tested at most:", "bisect.repeat", 1, 1, MOST_REPEATED);
        setControl(page);
        tests.get(HuntSettings.Test.COMMAND).setSelection(true);
        command.setText(Remembered.word(SECTION, COMMAND, ""));
        expect.setText(Remembered.word(SECTION, EXPECT, RunRequest.PROMPT.strip()));
        check();
    }

    private void radio(Composite page, HuntSettings.Test test, String words) {
        Button button = Ids.mark(
                new Button(page, SWT.RADIO), "bisect.test." + test.name().toLowerCase(Locale.ROOT));
        button.setText(words);
        button.addListener(SWT.Selection, _ -> check());
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(button);
        tests.put(test, button);
    }

    private Text text(Composite page, String id, String words) {
        Text text = Spoken.name(Ids.mark(new Text(page, SWT.BORDER), "bisect." + id), words);
        text.addListener(SWT.Modify, _ -> check());
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .indent(20, 0)
                .applyTo(text);
        return text;
    }

    private static void note(Composite page, String words) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(words);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .hint(440, SWT.DEFAULT)
                .indent(20, 0)
                .applyTo(label);
    }

    private static Spinner spinner(Composite page, String words, String id, int value, int least, int most) {
        Label label = new Label(page, SWT.NONE);
        label.setText(words);
        GridDataFactory.swtDefaults().indent(0, 4).applyTo(label);
        Spinner spinner = Spoken.name(Ids.mark(new Spinner(page, SWT.BORDER), id), words.replace("&", ""));
        spinner.setValues(value, least, most, 0, 1, 10);
        GridDataFactory.swtDefaults().hint(110, SWT.DEFAULT).indent(0, 4).applyTo(spinner);
        return spinner;
    }

    private HuntSettings.Test chosen() {
        return tests.entrySet().stream()
                .filter(each -> each.getValue().getSelection())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private void check() {
        if (getControl() == null) {
            return;
        }
        HuntSettings.Test test = chosen();
        command.setEnabled(test == HuntSettings.Test.COMMAND);
        expect.setEnabled(test == HuntSettings.Test.BOOT);
        seconds.setEnabled(test != HuntSettings.Test.PERSON);
        boolean missing = test != HuntSettings.Test.PERSON && words().isEmpty();
        setMessage(
                missing
                        ? "Say " + (test == HuntSettings.Test.COMMAND ? "the command." : "what a boot has to say.")
                        : null);
        setPageComplete(!missing);
    }

    private String words() {
        return switch (chosen()) {
            case COMMAND -> command.getText().strip();
            case BOOT -> expect.getText().strip();
            case PERSON -> "";
        };
    }

    /** What is asked for between two relinks. */
    HuntSettings settings(String good, String bad) {
        Remembered.keepWord(SECTION, COMMAND, command.getText().strip());
        Remembered.keepWord(SECTION, EXPECT, expect.getText().strip());
        return new HuntSettings(
                good, bad, chosen(), words(), seconds.getSelection(), sample.getSelection(), repeat.getSelection());
    }
}
