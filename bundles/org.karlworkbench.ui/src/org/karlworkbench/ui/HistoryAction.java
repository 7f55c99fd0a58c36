package org.karlworkbench.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.karlworkbench.ui.table.Shown;

/** The button of a view by which what it showed before is shown again, as those of Console and Search. */
public final class HistoryAction<T> extends MenuAction {
    private final Supplier<List<T>> past;
    private final Supplier<T> shown;
    private final Function<T, String> words;
    private final Consumer<T> show;

    /**
     * Makes the button.
     *
     * @param title what is shown, in headline capitals
     * @param past all that there is, the latest last; asked each time that the menu opens
     * @param shown what is shown now, or null
     * @param words what the menu says of one, in a line
     * @param show shows one
     */
    public HistoryAction(
            String title, Supplier<List<T>> past, Supplier<T> shown, Function<T, String> words, Consumer<T> show) {
        super(title, "history");
        this.past = past;
        this.shown = shown;
        this.words = words;
        this.show = show;
    }

    @Override
    protected void fill(Menu opened) {
        List<T> all = past.get();
        for (T each : all.reversed()) {
            choice(opened, Shown.line(words.apply(each)), each.equals(shown.get()), () -> show.accept(each));
        }
        if (all.isEmpty()) {
            MenuItem none = new MenuItem(opened, SWT.PUSH);
            none.setText("There is none yet");
            none.setEnabled(false);
        }
    }
}
