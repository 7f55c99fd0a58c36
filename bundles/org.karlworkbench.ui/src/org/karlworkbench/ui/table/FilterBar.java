package org.karlworkbench.ui.table;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.figures.Room;

/** The line above a table: a field for the filter, how many rows it leaves or what is wrong with it, and tools. */
final class FilterBar extends Composite {
    private static final int COUNT_WIDTH = 190;
    private static final int MARGIN = 8;

    private static final int LEAST_WIDTH = 40;
    private static final int COLUMNS = 3;

    /** So many letters have to fit, for all to stand in one line. */
    private static final int ONE_LINE = 60;

    private final Text text;
    private final Label count;
    private final TableTools tools;
    private boolean narrow;

    FilterBar(ColumnTable parent, String id, String title, Runnable changed) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(2, 2).applyTo(this);
        text = Ids.mark(new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), id + ".filter");
        Spoken.name(text, "Filter of " + title);
        text.setMessage("Filter: words, /expression/, section=.text, size>4096");
        text.setToolTipText(FilterReader.HELP);
        text.addModifyListener(_ -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        count = Ids.mark(new Label(this, SWT.RIGHT), id + ".count");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(COUNT_WIDTH, SWT.DEFAULT)
                .applyTo(count);
        tools = new TableTools(this, parent, id, title);
        Room.follow(this, ONE_LINE, this::setNarrow);
    }

    /** The field has a line of its own then, above the number of rows and the tools. */
    private void setNarrow(boolean isNarrow) {
        narrow = isNarrow;
        ((GridData) text.getLayoutData()).horizontalSpan = narrow ? COLUMNS : 1;
        GridData data = (GridData) count.getLayoutData();
        data.grabExcessHorizontalSpace = narrow;
        data.widthHint = narrow ? LEAST_WIDTH : COUNT_WIDTH;
    }

    @Override
    public boolean setFocus() {
        return text.setFocus();
    }

    TableTools tools() {
        return tools;
    }

    String text() {
        return text.getText();
    }

    void setText(String words) {
        text.setText(words);
    }

    void setCount(int shown, int all) {
        String rows = Formats.plural(all, "row", "rows");
        say(shown == all ? rows : Formats.count(shown) + " of " + rows, COUNT_WIDTH);
    }

    /** Says in this line why a filter makes no sense; the rows stay as they are. */
    void setProblem(String problem) {
        say(problem, Math.min(getSize().x / 2, Math.max(COUNT_WIDTH, width(problem))));
        count.setToolTipText(problem);
    }

    private int width(String words) {
        GC gc = new GC(count);
        int width = gc.textExtent(words).x + MARGIN;
        gc.dispose();
        return width;
    }

    private void say(String words, int width) {
        count.setText(words);
        count.setToolTipText(null);
        GridData data = (GridData) count.getLayoutData();
        if (!narrow && data.widthHint != width) {
            data.widthHint = width;
            layout();
        }
    }
}
