package org.karlworkbench.ui.bisect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.debug.trial.KernelTest.Reply;
import org.karlworkbench.debug.trial.Question;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.kernel.KernelCopies;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.run.KernelRuns;

/** Asks a person whether a kernel works. The kernel can be opened and run before the answer. */
final class QuestionPane extends Composite {
    /** The buttons, and what they leave of the width. */
    private static final int COLUMNS = 7;

    private final IWorkbenchPage page;
    private final Consumer<String> failed;
    private final Label words;
    private final Button undo;
    private Question question;

    QuestionPane(Composite parent, IWorkbenchPage page, Consumer<Reply> replied, Consumer<String> failed) {
        super(parent, SWT.NONE);
        this.page = page;
        this.failed = failed;
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).margins(6, 6).applyTo(this);
        words = Ids.mark(new Label(this, SWT.WRAP), "bisect.question");
        GridDataFactory.fillDefaults()
                .span(COLUMNS, 1)
                .grab(true, false)
                .hint(200, SWT.DEFAULT)
                .applyTo(words);
        button("Works", "bisect.works", () -> replied.accept(Reply.WORKS));
        button("Fails", "bisect.fails", () -> replied.accept(Reply.FAILS));
        button("Cannot Tell", "bisect.unknown", () -> replied.accept(Reply.UNKNOWN));
        undo = button("Take Back", "bisect.undo", () -> replied.accept(Reply.UNDO));
        undo.setToolTipText("The answer before this one was wrong: it is asked again");
        button("Open", "bisect.open", this::open).setToolTipText("Shows the layout of this kernel");
        button("Run", "bisect.run", this::run)
                .setToolTipText("Boots this kernel in QEMU; what it says is in the Console");
    }

    private Button button(String title, String id, Runnable run) {
        Button button = Theme.plain(Ids.mark(new Button(this, SWT.PUSH), id));
        button.setText(title);
        button.addListener(SWT.Selection, _ -> run.run());
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    /** Asks. */
    void ask(Question asked) {
        question = asked;
        words.setText(asked.number() + ". Does this kernel work?");
        undo.setEnabled(asked.undo());
        layout(true, true);
    }

    private void open() {
        copy(kernel -> Opener.kernel(page, kernel));
    }

    private void run() {
        copy(kernel -> KernelRuns.start(page, kernel));
    }

    /** The next kernel that is tried takes the place of this one, so that a copy is looked at. */
    private void copy(Consumer<Path> taken) {
        Path folder = KernelCopies.folder().resolve("trial-" + question.number());
        Path copy = folder.resolve(question.kernel().getFileName());
        try {
            PrivateFiles.folder(folder);
            Path entry = LedgerFiles.beside(question.kernel());
            for (Path each : List.of(question.kernel(), entry, LedgerFiles.placesOf(entry))) {
                if (Files.isRegularFile(each)) {
                    Files.copy(each, folder.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            taken.accept(copy);
        } catch (IOException e) {
            failed.accept(Problems.line(EngineException.io(copy, e)));
        } catch (EngineException e) {
            failed.accept(Problems.line(e));
        }
    }
}
