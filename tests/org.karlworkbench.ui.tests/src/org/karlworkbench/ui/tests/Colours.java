package org.karlworkbench.ui.tests;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * The colours of a control.
 *
 * @param text the colour of its text
 * @param background the colour behind it
 */
record Colours(RGB text, RGB background) {

    /** How much brighter one is than the other, from 0 to 255. */
    int contrast() {
        return Math.abs(brightness(text) - brightness(background));
    }

    static int brightness(RGB colour) {
        return (colour.red + colour.green + colour.blue) / 3;
    }

    /** The colours of each visible control in the workbench's window, by its place. */
    static Map<String, Colours> shown() {
        return shown(Ui.get(() -> Ui.page().getWorkbenchWindow().getShell()));
    }

    /** The same in another window. */
    static Map<String, Colours> shown(Shell window) {
        return Ui.get(() -> {
            Map<String, Colours> colours = new LinkedHashMap<>();
            add(window, "", colours);
            return colours;
        });
    }

    private static void add(Control control, String parent, Map<String, Colours> colours) {
        if (!control.isVisible()) {
            return;
        }
        String place = parent + "/" + control.getClass().getSimpleName();
        colours.put(
                place,
                new Colours(
                        control.getForeground().getRGB(),
                        control.getBackground().getRGB()));
        if (control instanceof Composite composite) {
            Control[] children = composite.getChildren();
            for (int i = 0; i < children.length; i++) {
                add(children[i], place + "[" + i + "]", colours);
            }
        }
    }
}
