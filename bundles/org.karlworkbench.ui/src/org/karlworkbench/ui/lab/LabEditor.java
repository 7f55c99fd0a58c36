package org.karlworkbench.ui.lab;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.karlworkbench.compare.lab.LabFile;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.open.ShowingEditor;

/** Shows the result of a laboratory run, alone or held against another one. The file is read in a Job and never changed. */
public final class LabEditor extends ShowingEditor {
    private Stack stack;
    private LabView view;
    private Reading reading;
    private LabResult result;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        takeFile(site, input);
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "lab.message");
        reading = new Reading(stack.control());
        view = new LabView(stack.control(), getPartName(), this::askForAnother);
        stack.say("Reading " + getPartName() + "…");
        readAgain();
    }

    /** Reads the result, which has changed. */
    public void readAgain() {
        read(Selected.path(getEditorInput()), this::show, stack::fail);
    }

    private void read(Path file, Consumer<LabResult> done, Consumer<String> failed) {
        reading.start("Reading " + file.getFileName(), _ -> LabFile.read(file), done, failed);
    }

    private void show(LabResult shown) {
        result = shown;
        view.show(shown, LabJob.isMaking(Selected.path(getEditorInput())));
        stack.show(view);
    }

    /** The result, as soon as it is read. */
    public Optional<LabResult> result() {
        return Optional.ofNullable(result);
    }

    private void askForAnother() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setText("Hold " + getPartName() + " Against");
        dialog.setFilterPath(
                Selected.path(getEditorInput()).toAbsolutePath().getParent().toString());
        dialog.setFilterExtensions("*" + LabFiles.ENDING);
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = Path.of(chosen);
            read(file, other -> view.showBeside(other, file.getFileName().toString()), view::say);
        }
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }
}
