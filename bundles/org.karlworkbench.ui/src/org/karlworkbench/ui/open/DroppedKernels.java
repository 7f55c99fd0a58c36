package org.karlworkbench.ui.open;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

/** Takes kernels that are dropped: relinks from Project Explorer or the Ledger, files from there or from the desktop. */
public final class DroppedKernels extends DropTargetAdapter {
    private final Consumer<List<Path>> taker;

    /**
     * A listener for a drop target.
     *
     * @param taker gets the files that are dropped, never none
     */
    public DroppedKernels(Consumer<List<Path>> taker) {
        this.taker = taker;
    }

    /** In what form kernels come. */
    public static Transfer[] forms() {
        return new Transfer[] {LocalSelectionTransfer.getTransfer(), FileTransfer.getInstance()};
    }

    /**
     * Lets kernels be dropped on a control.
     *
     * @param control the control, what lies in it included
     * @param taker gets the files that are dropped, never none
     */
    public static void on(Control control, Consumer<List<Path>> taker) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(forms());
        target.addDropListener(new DroppedKernels(taker));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = (event.operations & DND.DROP_COPY) == 0 ? DND.DROP_NONE : DND.DROP_COPY;
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        dragEnter(event);
    }

    @Override
    public void drop(DropTargetEvent event) {
        take(event.data);
    }

    /**
     * Takes what was dropped.
     *
     * @param data names of files, or a selection; anything else is left alone
     */
    public void take(Object data) {
        List<Path> files =
                switch (data) {
                    case String[] names -> Arrays.stream(names).map(Path::of).toList();
                    case IStructuredSelection selection -> Selected.kernelsOf(selection.toList());
                    case null, default -> List.of();
                };
        if (!files.isEmpty()) {
            taker.accept(files);
        }
    }
}
