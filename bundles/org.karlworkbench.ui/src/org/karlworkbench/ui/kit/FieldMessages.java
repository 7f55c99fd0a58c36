package org.karlworkbench.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.ScrolledForm;

/** What is wrong with what stands in a form's fields: a mark at each, and the gravest in words in the form's header. */
final class FieldMessages {
    private final ScrolledForm form;
    private final Map<Control, Message> messages = new LinkedHashMap<>();
    private final Map<Control, ControlDecoration> marks = new LinkedHashMap<>();
    private String sentence = "";

    private record Message(String words, int type) {}

    FieldMessages(ScrolledForm form) {
        this.form = form;
    }

    void put(Control control, String words, int type) {
        messages.put(control, new Message(words, type));
        ControlDecoration mark =
                marks.computeIfAbsent(control, each -> new ControlDecoration(each, SWT.LEFT | SWT.TOP));
        String image = type == IMessageProvider.ERROR
                ? FieldDecorationRegistry.DEC_ERROR
                : FieldDecorationRegistry.DEC_WARNING;
        mark.setImage(
                FieldDecorationRegistry.getDefault().getFieldDecoration(image).getImage());
        mark.setDescriptionText(words);
        mark.show();
        show();
    }

    void remove(Control control) {
        if (messages.remove(control) != null) {
            marks.get(control).hide();
            show();
        }
    }

    void say(String words) {
        sentence = words;
        show();
    }

    private void show() {
        Message first = sentence.isEmpty() ? gravest() : new Message(sentence, IMessageProvider.ERROR);
        if (first == null) {
            form.setMessage(null, IMessageProvider.NONE);
            return;
        }
        int others = messages.size() - (sentence.isEmpty() ? 1 : 0);
        form.setMessage(first.words() + (others > 0 ? " (and " + others + " more)" : ""), first.type());
    }

    private Message gravest() {
        Message found = null;
        for (Message message : messages.values()) {
            if (found == null || message.type() > found.type()) {
                found = message;
            }
        }
        return found;
    }
}
