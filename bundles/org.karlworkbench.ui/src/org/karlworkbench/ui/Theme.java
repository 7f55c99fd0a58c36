package org.karlworkbench.ui;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/**
 * The workbench's colours. They are defined in plugin.xml for the light theme and in {@code css/dark.css} for the dark
 * one; a person changes them under Colors and Fonts.
 */
public enum Theme {
    /** Behind the rows of a table. */
    TABLE_BACKGROUND("table.background"),
    /** Behind every other row. */
    TABLE_STRIPE("table.stripe"),
    /** The text of a table. */
    TABLE_FOREGROUND("table.foreground"),
    /** Behind a table's header. */
    TABLE_HEADER("table.header"),
    /** The text of a table's header. */
    TABLE_HEADER_FOREGROUND("table.headerForeground"),
    /** The lines between cells. */
    TABLE_LINE("table.line"),
    /** Behind what is selected, in tables and on maps. */
    SELECTION("selection"),
    /** The text of what is selected. */
    SELECTION_FOREGROUND("selectionForeground"),
    /** Behind an address map. */
    MAP_BACKGROUND("map.background"),
    /** Text and lines of an address map. */
    MAP_FOREGROUND("map.foreground"),
    /** Behind a figure. */
    CARD("card"),
    /** The words below a figure, and hints. */
    FAINT("faint"),
    /** What the workbench itself says in the console. */
    CONSOLE_HEAD("console.head"),
    /** Failures in the console. */
    CONSOLE_ERROR("console.error");

    private static final String CSS_OFF = "org.eclipse.e4.ui.css.disabled";

    private final String id;

    Theme(String name) {
        id = Ids.PLUGIN + "." + name;
    }

    /** The colour in the current theme; the registry owns it. */
    public Color color() {
        ColorRegistry registry =
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return registry.get(id);
    }

    /** The colour as {@code 0xRRGGBB}. */
    public int rgb() {
        RGB rgb = color().getRGB();
        return rgb.red << 16 | rgb.green << 8 | rgb.blue;
    }

    /**
     * Sets colours of a control ourselves, now and whenever they change, as long as it lives. The theme's style sheet,
     * which would give it the colours of its parent, keeps off it.
     *
     * @param control whose colours are set
     * @param apply sets them, on the UI thread
     */
    public static void own(Control control, Runnable apply) {
        control.setData(CSS_OFF, true);
        follow(control, apply);
    }

    /**
     * Runs now and whenever colours change, as long as the control lives.
     *
     * @param control whose colours are set
     * @param apply sets them, on the UI thread
     */
    public static void follow(Control control, Runnable apply) {
        apply.run();
        IThemeManager manager = PlatformUI.getWorkbench().getThemeManager();
        IPropertyChangeListener listener = _ -> {
            if (!control.isDisposed()) {
                apply.run();
            }
        };
        manager.addPropertyChangeListener(listener);
        control.addDisposeListener(_ -> manager.removePropertyChangeListener(listener));
    }
}
