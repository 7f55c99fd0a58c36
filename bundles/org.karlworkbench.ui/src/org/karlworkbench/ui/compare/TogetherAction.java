package org.karlworkbench.ui.compare;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.canvas.AddressMap;

/** Whether both maps show the same addresses, or each its own. */
final class TogetherAction extends Action {
    private final AddressMap map;

    /**
     * An action that is on.
     *
     * @param map the one that the other follows when they come together again
     */
    TogetherAction(AddressMap map) {
        super("Scroll Both Maps Together", IAction.AS_CHECK_BOX);
        this.map = map;
        setToolTipText("Scroll Both Maps Together");
        setImageDescriptor(Images.descriptor("together"));
        setChecked(true);
    }

    @Override
    public void run() {
        map.setTogether(isChecked());
    }
}
