package org.karlworkbench.ui.code;

import java.util.Objects;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.LayoutJob;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.table.ColumnTable;

/**
 * A view that follows the selection and shows a table about the row of a kernel that is selected. It is read in a Job; only
 * the latest selection is, and only while the view can be seen.
 *
 * @param <V> what is read for a row
 */
abstract class RowView<V> extends ViewPart {
    private final String id;
    private final ISelectionListener listener = this::selectionChanged;
    private final Watch watch = new Watch(this, this::follow);
    private Stack stack;
    private ColumnTable table;
    private RowItem wanted;
    private RowItem asked;
    private Job job;

    /**
     * A view.
     *
     * @param id the table's name for tests; the sentence in its place is ID.message
     */
    RowView(String id) {
        this.id = id;
    }

    /** What is said where nothing is selected that it could show. */
    abstract String hint();

    /** Whether it can show a row. */
    abstract boolean shows(RowItem item);

    /** Reads what is shown; runs in a Job. */
    abstract V read(RowItem item, Progress progress) throws EngineException;

    /** Puts what was read into the table. */
    abstract void fill(ColumnTable rows, RowItem item, V value);

    /** Is told that a person opens a row of the table. */
    abstract void open(RowItem item, V value, int row);

    @Override
    public void createPartControl(Composite parent) {
        stack = new Stack(parent, id + ".message");
        table = new ColumnTable(stack.control(), id, getPartName());
        stack.say(hint());
        getSite().getPage().addSelectionListener(listener);
        getSite().getPage().addPartListener(watch);
        selectionChanged(null, getSite().getPage().getSelection());
    }

    private void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part == this || !(selection instanceof IStructuredSelection structured)) {
            return; // what is selected in this view is no other thing to look at
        }
        Object first = structured.getFirstElement();
        wanted = first instanceof RowItem item && shows(item) ? item : null;
        follow();
    }

    /** Shows what is wanted, if it is not shown and somebody looks. */
    private void follow() {
        if (Objects.equals(wanted, asked) || !getSite().getPage().isPartVisible(this)) {
            return;
        }
        asked = wanted;
        if (job != null) {
            job.cancel();
        }
        if (asked == null) {
            setContentDescription("");
            stack.say(hint());
        } else {
            start(asked);
        }
    }

    private void start(RowItem item) {
        job = new LayoutJob<>(
                "Reading " + getPartName() + " of " + item.label(),
                stack.control(),
                progress -> read(item, progress),
                value -> show(item, value),
                words -> fail(item, words));
        job.schedule();
    }

    private void show(RowItem item, V value) {
        if (item == asked) {
            table.onOpen(row -> open(item, value, row));
            fill(table, item, value);
            stack.show(table);
        }
    }

    private void fail(RowItem item, String words) {
        if (item == asked) {
            setContentDescription("");
            stack.fail(words);
        }
    }

    /** Says above the table what is shown. */
    void describe(String words) {
        setContentDescription(words);
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(listener);
        getSite().getPage().removePartListener(watch);
        if (job != null) {
            job.cancel();
        }
        super.dispose();
    }
}
