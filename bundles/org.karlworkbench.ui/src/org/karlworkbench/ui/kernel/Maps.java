package org.karlworkbench.ui.kernel;

import java.util.function.Supplier;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.AddressMap;

/** Address maps in the workbench's colours, and the tool bar that goes with them. */
public final class Maps {
    private Maps() {}

    /**
     * Makes a map that follows the theme.
     *
     * @param parent the composite around it
     * @param id its name for tests
     */
    public static AddressMap create(Composite parent, String id) {
        AddressMap map = Ids.mark(new AddressMap(parent, SWT.BORDER), id);
        Theme.own(map, () -> {
            map.setBackground(Theme.MAP_BACKGROUND.color());
            map.setForeground(Theme.MAP_FOREGROUND.color());
            map.setSelectionColour(Theme.SELECTION.color());
        });
        return map;
    }

    /** The style of pictures beside maps, in the theme's colours of this moment. */
    public static MapStyle style() {
        return MapStyle.of(Theme.MAP_BACKGROUND.rgb(), Theme.MAP_FOREGROUND.rgb(), Theme.SELECTION.rgb());
    }

    /**
     * Makes the tool bar of a map; linked maps need only one.
     *
     * @param parent the composite around it
     * @param map the map
     */
    public static ToolBarManager tools(Composite parent, AddressMap map) {
        return tools(parent, map, null);
    }

    /**
     * A tool bar that begins with something else.
     *
     * @param parent the composite around it
     * @param map the map
     * @param first what it begins with, or null
     */
    public static ToolBarManager tools(Composite parent, AddressMap map, IAction first) {
        return tools(parent, map, () -> "map", first);
    }

    /**
     * A tool bar that can save the picture, too.
     *
     * @param parent the composite around it
     * @param map the map
     * @param title what the picture is called
     * @param first what it begins with, or null
     */
    static ToolBarManager tools(Composite parent, AddressMap map, Supplier<String> title, IAction first) {
        ToolBarManager bar = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        if (first != null) {
            bar.add(first);
        }
        bar.add(new ButtonAction("Zoom In (+)", "zoom-in", map.window()::zoomIn));
        bar.add(new ButtonAction("Zoom Out (-)", "zoom-out", map.window()::zoomOut));
        bar.add(new ButtonAction("Show the Whole Kernel (0)", "zoom-all", map.window()::showAll));
        bar.add(new ButtonAction(
                "Save Picture...",
                "picture",
                () -> PictureFile.save(map.getShell(), title.get(), map::picture, map::image)));
        Ids.mark(bar.createControl(parent), "map.tools");
        return bar;
    }
}
