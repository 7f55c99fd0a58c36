package org.karlworkbench.ui.table;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;

/** The line above a table: a field for the filter, and how many rows it leaves. */
final class FilterBar extends Composite {
    private final Text text;
    private final Label count;

    FilterBar(Composite parent, String id, String title, Runnable changed) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(2, 2).applyTo(this);
        text = Ids.mark(new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), id + ".filter");
        Spoken.name(text, "Filter of " + title);
        text.setMessage("Filter: words that a row contains");
        text.setToolTipText("Shows the rows that contain all words; numbers match addresses and sizes as written");
        text.addModifyListener(_ -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        count = Ids.mark(new Label(this, SWT.RIGHT), id + ".count");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(190, SWT.DEFAULT)
                .applyTo(count);
    }

    String text() {
        return text.getText();
    }

    void setText(String words) {
        text.setText(words);
    }

    void setCount(int shown, int all) {
        String rows = Formats.plural(all, "row", "rows");
        count.setText(shown == all ? rows : Formats.count(shown) + " of " + rows);
    }
}
