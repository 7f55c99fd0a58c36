package org.karlworkbench.ui.canvas;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.Numbers;

/** What a screen reader hears of a map: that it is one, what it shows, and what is selected. */
final class MapAccess {
    private final AddressMap map;
    private final Accessible accessible;
    private String name = "Address map";

    MapAccess(AddressMap map) {
        this.map = map;
        this.accessible = map.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = name;
            }

            @Override
            public void getDescription(AccessibleEvent e) {
                e.result = description();
            }

            @Override
            public void getHelp(AccessibleEvent e) {
                e.result = "Up and Down go to another lane, Ctrl+Left and Ctrl+Right to the next item, "
                        + "plus and minus zoom, Enter zooms to the item.";
            }
        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_GRAPHIC;
            }

            @Override
            public void getValue(AccessibleControlEvent e) {
                e.result = description();
            }
        });
    }

    void setName(String newName) {
        name = newName;
        accessible.sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }

    void selectionChanged() {
        accessible.sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }

    private String description() {
        int lane = map.selectedLane();
        if (lane < 0) {
            StringBuilder lanes = new StringBuilder("Nothing selected. Lanes:");
            for (MapLane each : map.model().lanes()) {
                lanes.append(' ')
                        .append(each.name())
                        .append(", ")
                        .append(Numbers.count(each.count()))
                        .append(';');
            }
            return lanes.toString();
        }
        String text = map.textOf(lane, map.selectedIndex());
        return map.model().lane(lane).name() + ": " + text.replace('\t', ' ').replace("\n", ", ");
    }
}
