package org.karlworkbench.ui.figures;

import java.util.function.Function;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.ui.Ids;

/** What stands above the pictures and tables of a result: its figures, and tools beside them. */
public final class ResultHead {
    private ResultHead() {}

    /**
     * Makes it.
     *
     * @param parent a composite with a grid layout
     * @param make makes the cards with the figures
     * @param name what the names for tests begin with
     * @param tools what can be done with the result
     * @return the cards
     */
    public static <C extends Cards> C in(Composite parent, Function<Composite, C> make, String name, IAction... tools) {
        Composite top = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        C cards = Ids.mark(make.apply(top), name + ".figures");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(cards);
        ToolBarManager bar = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        for (IAction tool : tools) {
            bar.add(tool);
        }
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.BEGINNING)
                .applyTo(Ids.mark(bar.createControl(top), name + ".tools"));
        return cards;
    }
}
