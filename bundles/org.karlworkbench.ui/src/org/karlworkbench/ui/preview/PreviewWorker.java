package org.karlworkbench.ui.preview;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Display;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Startup;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Preview;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.Kits;

/**
 * Computes previews on a thread of its own. Settings that change while one is computed wait, and of those that wait only
 * the latest is answered: a hand that drags sees the newest layout, not all that lay between.
 */
final class PreviewWorker {
    private final Display display;
    private final Consumer<Answer> shown;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("Layout Preview").factory());
    private final AtomicReference<Question> next = new AtomicReference<>();
    private volatile boolean stopped;
    private LinkKit known;
    private LoadedKit kit;
    private PreviewColours colours;

    /**
     * What is asked.
     *
     * @param file the kit's file
     * @param model the kit as the workbench has read it; another one makes it be read anew
     * @param recipe a copy that nobody changes
     * @param seed the seed
     * @param page the page size, in bytes
     */
    record Question(IFile file, LinkKit model, Recipe recipe, Seed seed, long page) {}

    /**
     * What comes of it.
     *
     * @param question what was asked
     * @param kit the kit that was placed, or null
     * @param picture the layout, or null
     * @param problem why there is none, in one line, or null
     */
    record Answer(Question question, LoadedKit kit, PreviewPicture picture, String problem) {}

    /**
     * A worker that waits.
     *
     * @param display whose thread gets the answers
     * @param shown takes them
     */
    PreviewWorker(Display display, Consumer<Answer> shown) {
        this.display = display;
        this.shown = shown;
    }

    /** Asks for a preview; an earlier question that still waits is dropped. */
    void ask(Question question) {
        if (next.getAndSet(question) == null && !stopped) {
            thread.execute(this::answer);
        }
    }

    private void answer() {
        Question question = next.getAndSet(null);
        Answer answer = compute(question);
        if (!stopped && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (!stopped) {
                    shown.accept(answer);
                }
            });
        }
    }

    private Answer compute(Question question) {
        try {
            if (kit == null || known != question.model()) {
                kit = Kits.get().read(question.file(), Progress.NONE);
                known = question.model();
            }
            Preview preview = Preview.of(kit, question.recipe(), question.seed(), Progress.NONE);
            if (colours == null || !colours.areOf(preview.names())) {
                colours = new PreviewColours(preview.names());
            }
            Startup policy = kit.architecture().startup();
            return new Answer(question, kit, PreviewPicture.of(preview, colours, question.page(), policy), null);
        } catch (EngineException e) {
            return new Answer(question, kit, null, Problems.line(e));
        }
    }

    /** Ends the thread; nothing is answered any more. */
    void stop() {
        stopped = true;
        thread.shutdownNow();
    }
}
