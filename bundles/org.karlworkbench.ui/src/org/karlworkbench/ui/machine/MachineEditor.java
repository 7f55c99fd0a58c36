package org.karlworkbench.ui.machine;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineContents;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.open.ShowingEditor;

/**
 * Shows a machine and lets it be installed, upgraded and booted. The root is looked at again whenever the editor comes
 * to the front and after all that it did, in a Job.
 */
public final class MachineEditor extends ShowingEditor {
    private Stack stack;
    private MachineView view;
    private Path root;
    private Reading reading;
    private boolean installsWhereEmpty;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput)) {
            throw new PartInitException("A machine is named in the workspace: use File > Open Machine");
        }
        setSite(site);
        setInput(input);
        setPartName(file().getFullPath().removeFileExtension().lastSegment());
    }

    private IFile file() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "machine.message");
        try {
            root = MachineFile.root(file());
        } catch (EngineException e) {
            Problems.log(e);
            stack.fail(Problems.line(e));
            return;
        }
        Machine machine = Machines.at(root, null);
        KernelJumps jumps = new KernelJumps(machine, getSite().getPage(), stack.control(), this::fail);
        reading = new Reading(stack.control());
        view = new MachineView(stack.control(), machine, jumps, this::act);
        stack.say("Looking at " + root + "…");
        look();
    }

    /** Looks at the root. */
    private void look() {
        reading.start("Looking at " + root, _ -> Machines.at(root, null).contents(), this::show, stack::fail);
    }

    private void show(MachineContents contents) {
        view.show(contents);
        stack.show(view);
        if (installsWhereEmpty && contents.isEmpty()) {
            installsWhereEmpty = false;
            act(BehaviourKind.INSTALL);
        }
    }

    private void fail(String line) {
        view.fail(line);
    }

    /** What is shown; null as long as nothing is. */
    public MachineContents contents() {
        return view == null ? null : view.shown();
    }

    /** Goes on with the installation, as soon as the root was found to be empty. */
    void installWhereEmpty() {
        installsWhereEmpty = true;
    }

    /** Shows the steps of a behaviour, and takes them if a person agrees. */
    private void act(BehaviourKind kind) {
        BehaviourDialog dialog = new BehaviourDialog(getSite().getShell(), root, kind);
        if (dialog.open() != Window.OK || dialog.plan() == null) {
            return;
        }
        Job work = new MachineJob(file(), kind, dialog.plan());
        work.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                lookAgain();
            }
        });
        work.schedule();
    }

    private void lookAgain() {
        if (!view.isDisposed()) {
            view.getDisplay().asyncExec(() -> {
                if (!view.isDisposed()) {
                    look();
                }
            });
        }
    }

    @Override
    public void setFocus() {
        stack.setFocus();
        if (view != null && view.shown() != null) {
            look();
        }
    }
}
