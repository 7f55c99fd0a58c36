package org.karlworkbench.ui.tests;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormText;

/** What F1 says, and where. */
final class HelpShown {
    /** The key under which the platform keeps what a control is about. */
    private static final String CONTEXT = "org.eclipse.ui.help";

    private HelpShown() {}

    /** Waits until the help beside the controls says so. */
    static void until(String words) {
        Ui.until("help says " + words, () -> {
            List<FormText> texts = new ArrayList<>();
            Windows.collect(FormText.class, text -> said(text).contains(words), texts);
            return !texts.isEmpty();
        });
    }

    /** Whether something visible is about that context; to be used on the UI thread. */
    static boolean knows(String context) {
        List<Control> found = new ArrayList<>();
        Windows.collect(Control.class, control -> context.equals(control.getData(CONTEXT)), found);
        return !found.isEmpty();
    }

    /** All the words of a text; the widget keeps them to itself and to screen readers. */
    private static String said(FormText text) {
        try {
            Field field = FormText.class.getDeclaredField("model");
            field.setAccessible(true);
            Object model = field.get(text);
            return (String) model.getClass().getMethod("getAccessibleText").invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
