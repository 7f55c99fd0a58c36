package org.karlworkbench.ui.lesson;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.lesson.Lesson.Paragraph;
import org.karlworkbench.ui.lesson.LessonShelf.Shelved;

/** The lessons from which one is chosen, with how far each is done. */
final class LessonList {
    private final ScrolledForm form;
    private final LessonLook look;
    private final Consumer<Shelved> chosen;

    /**
     * Lists lessons.
     *
     * @param parent the composite around it
     * @param lessons the lessons
     * @param chosen takes the one that is clicked
     */
    LessonList(Composite parent, List<Shelved> lessons, Consumer<Shelved> chosen) {
        this.chosen = chosen;
        form = Ids.mark(new ScrolledForm(parent, SWT.V_SCROLL), "lesson.list");
        form.setExpandHorizontal(true);
        form.setExpandVertical(false);
        look = new LessonLook(form);
        look.coloured(form);
        look.coloured(form.getForm());
        look.coloured(form.getBody());
        TableWrapLayout layout = new TableWrapLayout();
        layout.verticalSpacing = 4;
        form.getBody().setLayout(layout);
        lessons.forEach(this::add);
        if (lessons.isEmpty()) {
            words(
                    "The lessons are in the bundle org.karlworkbench.help, which is not installed. A lesson of your own is "
                            + "opened by the button above.");
        }
        Theme.style(form);
        form.reflow(true);
    }

    Composite control() {
        return form;
    }

    private void add(Shelved shelved) {
        Lesson lesson = shelved.lesson();
        Hyperlink title = look.plain(Ids.mark(new Hyperlink(form.getBody(), SWT.WRAP), "lesson.take"));
        title.setText(lesson.title());
        title.setUnderlined(true);
        Theme.follow(title, () -> title.setForeground(Theme.LINK.color()));
        title.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(_ -> chosen.accept(shelved)));
        for (Lesson.Passage passage : lesson.about()) {
            if (passage instanceof Paragraph paragraph) {
                FormText text = look.text(new FormText(form.getBody(), SWT.WRAP));
                text.setText(Markup.of(paragraph, new java.util.ArrayList<>()), true, false);
                text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
            }
        }
        int steps = lesson.steps().size();
        int done = new LessonProgress(shelved.id(), steps).done();
        String time = lesson.minutes() == 0 ? "" : lesson.minutes() + " minutes, ";
        words(time + steps + " steps" + (done == 0 ? "" : ", " + done + " done"));
    }

    private void words(String words) {
        Label label = look.plain(new Label(form.getBody(), SWT.WRAP));
        label.setText(words);
        Theme.follow(label, () -> label.setForeground(Theme.FAINT.color()));
        TableWrapData data = new TableWrapData(TableWrapData.FILL_GRAB);
        label.setLayoutData(data);
    }
}
