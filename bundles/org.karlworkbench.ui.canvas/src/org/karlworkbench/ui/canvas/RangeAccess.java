package org.karlworkbench.ui.canvas;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.karlworkbench.picture.Numbers;

/** What a screen reader hears of a range: that it is one, both bounds, and which of them the keys move. */
final class RangeAccess {
    private RangeAccess() {}

    static void attachTo(RangeBar bar) {
        bar.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getHelp(AccessibleEvent e) {
                e.result = "Up and Down choose the upper or lower bound, Left and Right move it.";
            }
        });
        bar.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_SLIDER;
            }

            @Override
            public void getValue(AccessibleControlEvent e) {
                e.result = "from " + Numbers.count(bar.low()) + " to " + Numbers.count(bar.high())
                        + (bar.isUpper() ? ", upper bound" : ", lower bound");
            }
        });
        bar.addRangeListener((_, _, _) -> bar.getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED, null));
    }
}
