package org.karlworkbench.ui.kit;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

/**
 * A text field for one setting: checked at every letter, written into the kit as soon as it is right, and shown anew
 * when the setting changes elsewhere, by undo for instance. What is wrong stays in the field and is never written.
 */
final class Field {
    private final Text text;
    private final Supplier<String> read;
    private final UnaryOperator<String> check;
    private final Consumer<String> write;
    private final Consumer<String> report;
    private String known;
    private boolean showing;

    /**
     * Connects a field.
     *
     * @param text the control
     * @param read the setting as it is, in the form in which it is typed
     * @param check what is wrong with a typed text, null for nothing
     * @param write takes a right text
     * @param report takes what is wrong, or null
     */
    Field(
            Text text,
            Supplier<String> read,
            UnaryOperator<String> check,
            Consumer<String> write,
            Consumer<String> report) {
        this.text = text;
        this.read = read;
        this.check = check;
        this.write = write;
        this.report = report;
        text.addListener(SWT.Modify, _ -> typed());
    }

    private void typed() {
        if (showing) {
            return;
        }
        String typed = text.getText().strip();
        String problem = check.apply(typed);
        report.accept(problem);
        if (problem == null) {
            // The field keeps the form in which the value was typed, 0x1000 stays 0x1000.
            showing = true;
            write.accept(typed);
            known = read.get();
            showing = false;
        }
    }

    /** Shows the setting, unless it is what the field shows already or what it last was told to show. */
    void show() {
        String now = read.get();
        if (showing || Objects.equals(now, known)) {
            return;
        }
        known = now;
        report.accept(null);
        if (!text.getText().strip().equals(now)) {
            showing = true;
            text.setText(now);
            showing = false;
        }
    }

    /** Shows the setting whatever is in the field, because it is about another recipe now. */
    void showAnew() {
        known = null;
        show();
        report.accept(null);
    }

    Text text() {
        return text;
    }
}
