package org.karlworkbench.ui.bisect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.trial.KernelTest.Reply;
import org.karlworkbench.debug.trial.Question;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.HistoryAction;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.Sentence;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.kits.KitFile;

/** Shows a search for the cause of a failure as it narrows, asks the person where that is the test, and shows what was found. */
public final class BisectView extends ViewPart {
    private static final String HINT =
            "Select a kit or two of its relinks, the good one first, and choose Kit > Bisect. Resume goes on with the "
                    + "search that was worked on last.";

    private Stack stack;
    private Composite page;
    private Label about;
    private Label state;
    private Label result;
    private QuestionPane question;
    private HuntTables tables;
    private final List<Hunt> session = new ArrayList<>();
    private Hunt hunt;
    private BisectJob job;
    private Hunt going;
    private ButtonAction stop;
    private boolean updating;

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "bisect.message");
        page = new Composite(stack.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
        about = Sentence.in(page, "bisect.about");
        state = Sentence.in(page, "bisect.state");
        result = Sentence.in(page, "bisect.result");
        question = new QuestionPane(page, getSite().getPage(), this::reply, stack::fail);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(question);
        tables = new HuntTables(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tables.control());
        tools(getViewSite().getActionBars().getToolBarManager());
        stack.say(HINT);
    }

    private void tools(IToolBarManager bar) {
        stop = new ButtonAction("Stop Bisecting", "stop", this::stop);
        stop.setEnabled(false);
        bar.add(stop);
        bar.add(new ButtonAction("Resume Bisecting", "resume", this::resume));
        bar.add(new HistoryAction<>("Earlier Searches", this::past, () -> hunt, HuntWords::line, this::look));
    }

    /**
     * Begins a search and shows it.
     *
     * @param page where
     * @param hunt the search
     */
    static void show(IWorkbenchPage page, Hunt hunt) {
        try {
            ((BisectView) page.showView(Ids.BISECT_VIEW)).start(hunt);
        } catch (PartInitException e) {
            Problems.log(e);
        }
    }

    private void start(Hunt started) {
        stop();
        session.removeIf(each -> each.folder().equals(started.folder())); // which is gone on with
        session.add(started);
        job = new BisectJob(started);
        going = started;
        started.onChange(() -> changed(started));
        look(started);
        job.schedule();
    }

    /** Shows a search, whether or not it goes on. */
    private void look(Hunt other) {
        hunt = other;
        about.setText("Relinks of " + KitFile.name(hunt.kitFile()) + ": " + HuntWords.test(hunt.settings()));
        stack.show(page);
        update();
    }

    /** Those of this session, with their results, and before them those of which only the words are kept. */
    private List<Hunt> past() {
        List<Path> here = session.stream().map(Hunt::folder).toList();
        List<Hunt> past = new ArrayList<>(Hunts.kept());
        past.removeIf(kept -> here.contains(kept.folder()));
        past.addAll(session);
        // one that is shown stays itself, so that the menu marks it
        past.replaceAll(each -> hunt != null && each.folder().equals(hunt.folder()) ? hunt : each);
        return past;
    }

    private void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    /** The search that was stopped, or the latest of the workspace. */
    private void resume() {
        if (job != null && job.getState() != Job.NONE) {
            return; // it goes on as it is
        }
        try {
            Hunt latest = hunt == null ? Hunts.latest() : new Hunt(hunt.kitFile(), hunt.folder(), hunt.settings());
            if (latest == null) {
                stack.say("There is no search to go on with. " + HINT);
            } else {
                start(latest);
            }
        } catch (EngineException e) {
            stack.fail(Problems.line(e));
        }
    }

    private void reply(Reply reply) {
        job.person().reply(reply);
    }

    /** There may be many changes a second: those that come while one is waiting are shown with it. */
    private void changed(Hunt of) {
        synchronized (this) {
            if (updating) {
                return;
            }
            updating = true;
        }
        page.getDisplay().asyncExec(() -> {
            synchronized (this) {
                updating = false;
            }
            if (!page.isDisposed() && of == hunt) {
                update();
            }
        });
    }

    /**
     * What the search came to that is shown.
     *
     * @param kitFile the kit that it has to be about
     * @return empty as long as it goes on, and where it has no result or is about another kit
     */
    public Optional<BisectResult> told(IFile kitFile) {
        return Optional.ofNullable(hunt)
                .filter(shown -> shown.kitFile().equals(kitFile))
                .map(Hunt::result);
    }

    private void update() {
        stop.setEnabled(going != null && going.ended() == null);
        BisectResult found = hunt.result();
        Question asked = hunt.question();
        boolean onlyKept = hunt.ended() != null && hunt.counts().all() == 0;
        state.setText((hunt.ended() == null ? sentence(hunt.phase()) : "Ended") + ". "
                + (onlyKept ? "" : HuntWords.counts(hunt.counts())));
        Sentence.say(result, hunt.ended() == null ? "" : hunt.ended());
        Sentence.shown(question, asked != null);
        if (asked != null) {
            question.ask(asked);
        }
        tables.show(hunt.steps(), found == null ? List.of() : found.suspects());
        page.layout(true, true);
    }

    private static String sentence(String phase) {
        return Character.toUpperCase(phase.charAt(0)) + phase.substring(1);
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }

    @Override
    public void dispose() {
        stop();
        super.dispose();
    }
}
