package org.karlworkbench.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.lesson.Lesson.Paragraph;
import org.karlworkbench.ui.lesson.Lesson.Passage;

/** What is read and done in a step: paragraphs, buttons, a question with its field, and the hint when it is asked for. */
final class StepForm {
    private final ScrolledForm form;
    private final LessonLook look;
    private final Consumer<Act> acts;
    private final Runnable answered;
    private Text answer;
    private boolean hinted;
    private boolean gone;

    /**
     * Makes an empty form.
     *
     * @param parent the composite around it
     * @param look fonts and colours
     * @param acts does what buttons and links say
     * @param answered is told when Return is pressed in the answer's field
     */
    StepForm(Composite parent, LessonLook look, Consumer<Act> acts, Runnable answered) {
        this.look = look;
        this.acts = acts;
        this.answered = answered;
        form = Ids.mark(new ScrolledForm(parent, SWT.V_SCROLL), "lesson.form");
        form.addDisposeListener(_ -> gone = true);
        form.setExpandHorizontal(true);
        form.setExpandVertical(false);
        look.coloured(form);
        look.coloured(form.getForm());
        look.coloured(form.getBody());
        TableWrapLayout layout = new TableWrapLayout();
        layout.leftMargin = 0;
        layout.rightMargin = 4;
        layout.verticalSpacing = 8;
        form.getBody().setLayout(layout);
    }

    Control control() {
        return form;
    }

    /** Shows a step. */
    void show(List<Passage> about, Lesson.Step step) {
        for (Control child : form.getBody().getChildren()) {
            child.dispose();
        }
        answer = null;
        hinted = false;
        about.forEach(this::add);
        step.text().forEach(this::add);
        if (step.question() != null) {
            ask(step.question().words());
        }
        finish();
        form.setOrigin(0, 0);
    }

    /** Adds the hint, once. */
    void showHint(Lesson.Step step) {
        if (!hinted) {
            hinted = true;
            step.hint().forEach(this::add);
            finish();
            form.setOrigin(0, Integer.MAX_VALUE);
        }
    }

    private void finish() {
        Theme.style(form);
        form.reflow(true);
    }

    private void add(Passage passage) {
        switch (passage) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Lesson.Button button -> button(button);
        }
    }

    private void paragraph(Paragraph paragraph) {
        List<Act> links = new ArrayList<>();
        FormText text = look.text(Ids.mark(new FormText(form.getBody(), SWT.WRAP), "lesson.text"));
        text.setParagraphsSeparated(false);
        text.setText(Markup.of(paragraph, links), true, false);
        Spoken.name(text, paragraph.words());
        text.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                event -> acts.accept(links.get(Integer.parseInt((String) event.getHref())))));
        text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
    }

    private void button(Lesson.Button words) {
        Button button = look.input(Ids.mark(new Button(form.getBody(), SWT.PUSH | SWT.WRAP), "lesson.act"));
        button.setText(words.words().replace("&", "&&"));
        button.addListener(SWT.Selection, _ -> acts.accept(words.act()));
        button.setLayoutData(new TableWrapData(TableWrapData.LEFT));
    }

    private void ask(String words) {
        Label question = look.plain(Ids.mark(new Label(form.getBody(), SWT.WRAP), "lesson.question"));
        question.setText(words.replace("&", "&&"));
        question.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        answer = look.input(
                Spoken.name(Ids.mark(new Text(form.getBody(), SWT.BORDER), "lesson.answer"), "Your answer: " + words));
        answer.setMessage("your answer");
        answer.addListener(SWT.DefaultSelection, _ -> answered.run());
        answer.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
    }

    /** What was typed as the answer. */
    String answer() {
        return answer == null ? "" : answer.getText();
    }

    /** Not while it goes: what had the focus in it asks for another place then. */
    boolean setFocus() {
        return !gone && (answer == null ? form.setFocus() : answer.setFocus());
    }
}
