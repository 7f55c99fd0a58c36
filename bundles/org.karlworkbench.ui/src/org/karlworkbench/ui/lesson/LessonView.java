package org.karlworkbench.ui.lesson;

import java.nio.file.Path;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.lesson.LessonShelf.Shelved;

/** Lessons: the list of those that there are, and the one that is taken. */
public final class LessonView extends ViewPart {
    /** How the file of a lesson is called. */
    public static final String ENDING = ".lesson";

    private final Runnable projectorListener = this::projected;
    private Stack stack;
    private Control shown;
    private LessonPane pane;
    private IAction reset;
    private IAction projector;

    /**
     * Shows the lessons.
     *
     * @param page where
     * @return the view, or null when it could not be opened; the reason is in the Error Log
     */
    public static LessonView open(IWorkbenchPage page) {
        try {
            return (LessonView) page.showView(Ids.LESSON_VIEW);
        } catch (PartInitException e) {
            Problems.log(e);
            return null;
        }
    }

    /**
     * Shows a lesson of a file.
     *
     * @param page where
     * @param file the lesson's file; what is wrong with it is said in the view
     */
    public static void open(IWorkbenchPage page, Path file) {
        LessonView view = open(page);
        if (view != null) {
            view.take(file);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "lesson.message");
        tools(getViewSite().getActionBars().getToolBarManager());
        Projector.addListener(projectorListener);
        list();
    }

    private void tools(IToolBarManager bar) {
        bar.add(new ButtonAction("All Lessons", "lesson", this::list));
        bar.add(new ButtonAction("Open Lesson File...", "open", this::askForFile));
        bar.add(new Separator());
        reset = new ButtonAction("Reset Lesson...", "reengage", this::reset);
        bar.add(reset);
        projector = new Action("Projector Mode", IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                Projector.set(isChecked());
            }
        };
        projector.setToolTipText("Large fonts, black on white, slow motion");
        projector.setImageDescriptor(Images.descriptor("projector"));
        bar.add(projector);
    }

    private void list() {
        pane = null;
        showNew(new LessonList(stack.control(), LessonShelf.all(), this::take).control());
    }

    private void take(Shelved shelved) {
        pane = new LessonPane(stack.control(), getSite().getPage(), shelved);
        showNew(pane);
        pane.setFocus();
    }

    private void take(Path file) {
        try {
            take(new Shelved(file.toString(), LessonReader.read(file)));
        } catch (EngineException e) {
            pane = null;
            reset.setEnabled(false);
            stack.fail(Problems.line(e));
        }
    }

    private void showNew(Control control) {
        stack.show(control);
        if (shown != null) {
            shown.dispose();
        }
        shown = control;
        reset.setEnabled(pane != null);
    }

    private void askForFile() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setText("Open a Lesson");
        dialog.setFilterExtensions("*" + ENDING);
        String chosen = dialog.open();
        if (chosen != null) {
            take(Path.of(chosen));
        }
    }

    private void reset() {
        boolean sure = MessageDialog.openQuestion(
                getSite().getShell(),
                "Reset Lesson",
                "Begin the lesson anew? Its kit in the project " + LessonKit.PROJECT
                        + " becomes as it was: the relinks, recipes and results that were made there go. Nothing else does.");
        if (sure && pane != null) {
            pane.reset();
        }
    }

    /** Everything is shown anew in the fonts of the mode; everything flies in slow motion for an audience. */
    private void projected() {
        projector.setChecked(Projector.isOn());
        for (var reference : getSite().getPage().getEditorReferences()) {
            if (reference.getEditor(false) instanceof KitEditor editor) {
                editor.setSlowMotion(Projector.isOn());
            }
        }
        if (pane != null) {
            take(pane.shelved());
        } else {
            list();
        }
    }

    @Override
    public void setFocus() {
        if (pane != null) {
            pane.setFocus();
        } else {
            stack.setFocus();
        }
    }

    @Override
    public void dispose() {
        Projector.removeListener(projectorListener);
        super.dispose();
    }
}
