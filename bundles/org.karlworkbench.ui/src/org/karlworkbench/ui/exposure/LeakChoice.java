package org.karlworkbench.ui.exposure;

import java.util.Arrays;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.exposure.Leak;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;

/** The fields in which a person says what leaks, how, and against which defence. */
final class LeakChoice extends Composite {
    private final Text symbol;
    private final Combo leak;
    private final Combo defence;

    /**
     * Makes the fields.
     *
     * @param parent the composite around it
     * @param changed is told of each other choice; of a name when Enter is pressed
     */
    LeakChoice(Composite parent, Runnable changed) {
        super(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(4, 2).applyTo(this);
        label("What leaks:");
        symbol = Spoken.name(Ids.mark(new Text(this, SWT.BORDER), "exposure.symbol"), "What leaks");
        symbol.setMessage("NAME or OBJECT:NAME");
        symbol.setToolTipText("The function or variable that leaks; Enter takes the name");
        symbol.addListener(SWT.DefaultSelection, _ -> changed.run());
        fill(symbol);
        label("How:");
        leak = combo("exposure.leak", "How it leaks", Leak.values(), LeakWords::title, changed);
        label("Defence:");
        defence = combo("exposure.defence", "Defence", Defence.values(), LeakWords::title, changed);
    }

    private void label(String words) {
        new Label(this, SWT.NONE).setText(words);
    }

    private <E> Combo combo(String id, String words, E[] values, Function<E, String> title, Runnable changed) {
        Combo combo = Spoken.name(Ids.mark(new Combo(this, SWT.READ_ONLY), id), words);
        combo.setItems(Arrays.stream(values).map(title).toArray(String[]::new));
        combo.addListener(SWT.Selection, _ -> changed.run());
        fill(combo);
        return combo;
    }

    private static void fill(Control control) {
        Theme.plain(control);
        GridDataFactory.fillDefaults().grab(true, false).hint(150, SWT.DEFAULT).applyTo(control);
    }

    /** Shows a question. */
    void show(LeakQuestion question) {
        symbol.setText(question.symbol());
        leak.select(question.leak().ordinal());
        defence.select(question.defence().ordinal());
    }

    String symbol() {
        return symbol.getText().strip();
    }

    Leak leak() {
        return Leak.values()[leak.getSelectionIndex()];
    }

    Defence defence() {
        return Defence.values()[defence.getSelectionIndex()];
    }
}
