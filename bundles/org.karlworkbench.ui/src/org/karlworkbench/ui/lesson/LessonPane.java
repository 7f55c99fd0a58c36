package org.karlworkbench.ui.lesson;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.lesson.LessonShelf.Shelved;

/** A lesson as it is taken: the step that is shown, whether it is done, and the way to the others. */
final class LessonPane extends Composite {
    private static final String FINISHED = "That was the last step: the lesson is done.";

    /** So many letters have to fit, for all buttons to stand in one line. */
    private static final int ONE_LINE = 44;

    private final IWorkbenchPage page;
    private final Shelved shelved;
    private final LessonKit kit;
    private final Stage stage;
    private final LessonProgress progress;
    private final Combo steps;
    private final StepForm form;
    private final Label verdict;
    private final Button back;
    private final Button check;
    private final Button hint;
    private final Button next;

    /**
     * Shows a lesson where a person left it.
     *
     * @param parent the composite around it
     * @param page where the lesson opens things
     * @param shelved the lesson
     */
    LessonPane(Composite parent, IWorkbenchPage page, Shelved shelved) {
        super(parent, SWT.NONE);
        this.page = page;
        this.shelved = shelved;
        kit = new LessonKit(shelved.lesson().kit());
        stage = new Stage(page, kit, this::say);
        progress = new LessonProgress(shelved.id(), lesson().steps().size());
        LessonLook look = new LessonLook(this);
        GridLayoutFactory.swtDefaults().margins(8, 6).spacing(6, 6).applyTo(this);
        look.coloured(this);
        Label title = look.title(Ids.mark(new Label(this, SWT.WRAP), "lesson.title"));
        title.setText(lesson().title());
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(title);
        steps = look.input(Spoken.name(Ids.mark(new Combo(this, SWT.READ_ONLY), "lesson.steps"), "Step of the lesson"));
        steps.addListener(SWT.Selection, _ -> go(steps.getSelectionIndex()));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(steps);
        form = new StepForm(this, look, stage::run, this::check);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(form.control());
        verdict = look.plain(Ids.mark(new Label(this, SWT.WRAP), "lesson.verdict"));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(verdict);
        Composite bar = look.coloured(new Composite(this, SWT.NONE));
        GridLayoutFactory.fillDefaults().equalWidth(true).applyTo(bar);
        Room.follow(this, ONE_LINE, narrow -> ((GridLayout) bar.getLayout()).numColumns = narrow ? 2 : 4);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        back = button(bar, look, "Back", "lesson.back", () -> go(progress.step() - 1));
        hint = button(bar, look, "Hint", "lesson.hint", this::hint);
        check = button(bar, look, "Check", "lesson.check", this::check);
        next = button(bar, look, "Next", "lesson.next", () -> go(progress.step() + 1));
        show();
    }

    private static Button button(Composite bar, LessonLook look, String words, String id, Runnable run) {
        Button button = look.input(Ids.mark(new Button(bar, SWT.PUSH), id));
        button.setText(words);
        button.addListener(SWT.Selection, _ -> run.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private Lesson lesson() {
        return shelved.lesson();
    }

    private Lesson.Step step() {
        return lesson().steps().get(progress.step());
    }

    private Scene scene() {
        return new Scene(page, kit.file());
    }

    private void go(int to) {
        progress.go(Math.clamp(to, 0, lesson().steps().size() - 1));
        show();
    }

    /** A step in the list of all; a mark at its end would be the first thing to be cut off. */
    private String title(int step) {
        List<Lesson.Step> all = lesson().steps();
        String number = (step + 1) + " of " + all.size() + ": ";
        return (progress.isDone(step) ? "✓ " : "") + number + all.get(step).title();
    }

    /** Shows the step that a person is at. */
    private void show() {
        List<Lesson.Step> all = lesson().steps();
        String[] items = new String[all.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = title(i);
        }
        steps.setItems(items);
        steps.select(progress.step());
        form.show(progress.step() == 0 ? lesson().about() : List.of(), step());
        back.setEnabled(progress.step() > 0);
        next.setEnabled(progress.step() < items.length - 1);
        hint.setEnabled(!step().hint().isEmpty());
        check.setEnabled(step().isChecked());
        if (!step().isChecked()) {
            progress.finish(progress.step()); // there is nothing but to read
        }
        say(progress.isDone(progress.step()) && step().isChecked() ? "✓ This step is done." : "");
        Theme.style(this);
        layout(true, true);
    }

    private void hint() {
        form.showHint(step());
    }

    /** Looks whether all is so that must be so, and whether the answer is right. */
    private void check() {
        if (!step().isChecked()) {
            return;
        }
        Optional<String> missing = step().checks().stream()
                .flatMap(each -> each.missing(scene()).stream())
                .findFirst()
                .or(this::wrongAnswer);
        if (missing.isPresent()) {
            say("✗ Not yet: " + missing.get());
            return;
        }
        progress.finish(progress.step());
        steps.setItem(progress.step(), title(progress.step()));
        steps.select(progress.step());
        say("✓ Right. " + (next.isEnabled() ? "" : FINISHED));
        (next.isEnabled() ? next : check).setFocus();
    }

    private Optional<String> wrongAnswer() {
        if (step().question() == null) {
            return Optional.empty();
        }
        Optional<Answer> right = step().question().fact().in(scene());
        if (right.isEmpty()) {
            return Optional.of("What is asked cannot be seen now. Do what the step says first; it may still be read.");
        }
        if (form.answer().isBlank()) {
            return Optional.of("The question has no answer yet.");
        }
        return right.get().accepts(new Typed(form.answer())) ? Optional.empty() : Optional.of("The answer is another.");
    }

    private void say(String words) {
        if (!isDisposed()) {
            verdict.setText(words.replace("&", "&&"));
            verdict.requestLayout();
        }
    }

    /** The lesson's kit as it was, and the first step. */
    void reset() {
        kit.reset(page, problem -> {
            if (!isDisposed()) {
                progress.forget();
                show();
                say(problem.orElse("The lesson's kit is as it was."));
            }
        });
    }

    /** Where the lesson came from. */
    Shelved shelved() {
        return shelved;
    }

    @Override
    public boolean setFocus() {
        return form.setFocus();
    }
}
