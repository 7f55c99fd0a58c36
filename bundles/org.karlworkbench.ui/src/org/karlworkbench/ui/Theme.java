package org.karlworkbench.ui;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

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
    /** Behind a form. */
    FORM_BACKGROUND("form.background"),
    /** Links. */
    LINK("link"),
    /** What the workbench itself says in the console. */
    CONSOLE_HEAD("console.head"),
    /** Failures in the console. */
    CONSOLE_ERROR("console.error");

    /** The key of the data by which a control is left alone by style sheets. */
    static final String CSS_OFF = "org.eclipse.e4.ui.css.disabled";

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
     * Gives a virtual table or tree the colours of tables. The platform's style engine keeps the items of such a control
     * after they are gone, and stumbles over them when the theme changes.
     *
     * @param control a table or tree that was made with {@link org.eclipse.swt.SWT#VIRTUAL}
     */
    public static void ownItems(Control control) {
        own(control, () -> {
            control.setBackground(TABLE_BACKGROUND.color());
            control.setForeground(TABLE_FOREGROUND.color());
        });
    }

    /**
     * Leaves a control the colours of the system's own theme, in which a button or field also shows whether it is
     * enabled; a style sheet knows no such difference.
     *
     * @param control a button or field that was given no colours
     * @return the control
     */
    public static <C extends Control> C plain(C control) {
        control.setData(CSS_OFF, true);
        return control;
    }

    /**
     * Gives a control and all in it the style sheet's colours now. The platform does so by itself for what is in front
     * when it is made, but not for a page that comes to the front in the same moment.
     *
     * @param control the control
     */
    public static void style(Control control) {
        PlatformUI.getWorkbench().getService(IThemeEngine.class).applyStyles(control, true);
    }

    /**
     * Runs now and whenever colours change, as long as the control lives.
     *
     * @param control whose colours are set
     * @param apply sets them, on the UI thread
     */
    public static void follow(Control control, Runnable apply) {
        apply.run();
        ThemeChanges.add(apply);
        control.addDisposeListener(_ -> ThemeChanges.remove(apply));
    }
}
