package org.karlworkbench.ui.open;

import org.eclipse.core.commands.AbstractHandler;

/** Handles a command that can be run while certain things are selected. */
public abstract class SelectionHandler extends AbstractHandler {
    private boolean asked;

    /**
     * Takes what is selected now. Whoever hears of the change asks again, and menus and tool bars do so in contexts of their
     * own, which need not have the same selection; an answer to those would be a change again, and so on without end.
     */
    @Override
    public final void setEnabled(Object context) {
        if (!asked) {
            asked = true;
            try {
                setBaseEnabled(isFor(context));
            } finally {
                asked = false;
            }
        }
    }

    /**
     * Whether the command can be run.
     *
     * @param context an evaluation context, see {@link Selected}
     */
    protected abstract boolean isFor(Object context);
}
