package org.karlworkbench.ui.code;

import java.util.Objects;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.Follower;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;

/**
 * A view that follows the selection and shows a table about the row of a kernel that is selected. It is read in a Job; only
 * the latest selection is, and only while the view can be seen.
 *
 * @param <V> what is read for a row
 */
abstract class RowView<V> extends ViewPart {
    private final String id;
    private Follower follower;
    private Stack stack;
    private ColumnTable table;
    private RowItem wanted;
    private RowItem asked;
    private V shown;
    private Reading reading;

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

    /** What is said where nothing can be told of a row. */
    String nothing() {
        return hint();
    }

    /** Reads what is shown, null if nothing can be told of the row; runs in a Job. */
    abstract V read(RowItem item, Progress progress) throws EngineException;

    /** Puts what was read into the table. */
    abstract void fill(ColumnTable rows, RowItem item, V value);

    /** Is told that a person opens a row of the table. */
    abstract void open(RowItem item, V value, int row);

    @Override
    public void createPartControl(Composite parent) {
        stack = new Stack(parent, id + ".message");
        reading = new Reading(stack.control());
        table = new ColumnTable(stack.control(), id, getPartName());
        stack.say(hint());
        follower = new Follower(this, this::want, this::follow);
        follow();
    }

    private void want(Object selected) {
        wanted = selected instanceof RowItem item && shows(item) ? item : null;
        follow();
    }

    /** Shows what is wanted, if it is not shown and somebody looks. */
    private void follow() {
        if (follower == null || Objects.equals(wanted, asked) || !follower.isSeen()) {
            return;
        }
        asked = wanted;
        shown = null;
        if (asked == null) {
            reading.stop();
            describe("");
            stack.say(hint());
        } else {
            start(asked);
        }
    }

    private void start(RowItem item) {
        reading.start(
                "Reading " + getPartName() + " of " + Shown.line(item.label()),
                progress -> read(item, progress),
                value -> show(item, value),
                this::fail);
    }

    private void show(RowItem item, V value) {
        if (value == null) {
            describe("");
            stack.say(nothing());
        } else {
            shown = value;
            table.onOpen(row -> open(item, value, row));
            fill(table, item, value);
            stack.show(table);
        }
    }

    /** Puts what was read into the table anew, as somebody wants to see another part of it. */
    void fillAgain() {
        if (shown != null) {
            fill(table, asked, shown);
        }
    }

    private void fail(String words) {
        describe("");
        stack.fail(words);
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
        follower.stop();
        super.dispose();
    }
}
