package org.karlworkbench.ui.code;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.Follower;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;

/**
 * A view that follows the selection and shows a table about the row of a kernel that is selected. It is read in a Job; only
 * the latest selection is, and only while the view can be seen. What a row of the table leads to is selected with it, and a
 * double click or Enter goes there.
 *
 * @param <V> what is read for a row
 */
abstract class RowView<V> extends ViewPart {
    private final String id;
    private final PartSelection selection = new PartSelection();
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

    /** Where a row of the table leads, null for nowhere: such a row is about what is shown itself. */
    abstract Hit leadsTo(RowItem item, V value, int row);

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, id + ".message");
        reading = new Reading(stack.control());
        table = new ColumnTable(stack.control(), id, getPartName());
        getSite().setSelectionProvider(selection);
        table.setContextMenu(ContextMenu.of(getSite(), "org.karlworkbench.ui." + id, stack.control(), selection));
        stack.say(hint());
        follower = new Follower(this, this::want, this::follow);
        follow();
    }

    private void want(Object selected) {
        // What is selected elsewhere is selected here too, or other views would lose it when this one gets the focus.
        selection.set(selected instanceof Item item ? List.of(item) : List.of());
        wanted = selected instanceof RowItem item && shows(item) ? item : null;
        follow();
    }

    /** The row about which something is shown; empty where nothing is, or it is still being read. */
    final Optional<RowItem> item() {
        return Optional.ofNullable(shown == null ? null : asked);
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
            table.onSelect(rows -> select(item, value, rows));
            table.onOpen(row -> open(item, leadsTo(item, value, row)));
            fill(table, item, value);
            stack.show(table);
        }
    }

    private void select(RowItem item, V value, int[] rows) {
        Stream<RowItem> items = rows.length == 0
                ? Stream.of(item)
                : Arrays.stream(rows).mapToObj(row -> at(item, leadsTo(item, value, row)));
        selection.set(items.toList());
    }

    private static RowItem at(RowItem item, Hit hit) {
        return hit == null ? item : new RowItem(item.layout(), RowTable.of(hit.table()), hit.row());
    }

    private void open(RowItem item, Hit hit) {
        if (hit != null) {
            KernelEditor.goTo(getSite().getPage(), item.layout(), hit);
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
