package org.karlworkbench.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;

/**
 * Makes a change of theme whole while the workbench runs. The platform applies the style sheet before GTK has taken the
 * dark or light variant of its own theme, so controls about which the sheet says nothing would keep the text colour of
 * the variant before: white on white. As soon as SWT knows GTK's new colours everything is coloured once more.
 */
final class ThemeChanges {
    private static final List<Runnable> FOLLOWERS = new CopyOnWriteArrayList<>();
    private static boolean pending;

    private ThemeChanges() {}

    /** Watches the colours of a workbench from now on. */
    static void watch(IWorkbench workbench) {
        Display display = workbench.getDisplay();
        // A change of theme is a change of each of its colours; those who follow are told once.
        workbench.getThemeManager().addPropertyChangeListener(_ -> {
            if (!pending) {
                pending = true;
                display.asyncExec(ThemeChanges::tell);
            }
        });
        display.addListener(SWT.Settings, _ -> colourAgain(display, workbench.getService(IThemeEngine.class)));
    }

    private static void tell() {
        pending = false;
        FOLLOWERS.forEach(Runnable::run);
    }

    private static void colourAgain(Display display, IThemeEngine engine) {
        for (Shell shell : display.getShells()) {
            colourAgain(shell, engine);
        }
        tell();
    }

    /** One after the other: the engine itself would leave out what is on a page that is not in front. */
    private static void colourAgain(Control control, IThemeEngine engine) {
        if (control.getData(Theme.CSS_OFF) == null) {
            forgetColours(control);
            engine.applyStyles(control, false);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                colourAgain(child, engine);
            }
        }
    }

    private static void forgetColours(Control control) {
        // SWT takes the default anew only when there was another colour before. GTK colours push buttons itself, and
        // the text of a dialog's default one cannot be read in other colours: these lose the style sheet's only.
        if (!(control instanceof Button button) || (button.getStyle() & SWT.PUSH) == 0) {
            Display display = control.getDisplay();
            control.setForeground(display.getSystemColor(SWT.COLOR_WIDGET_FOREGROUND));
            control.setBackground(display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND));
        }
        control.setForeground(null);
        control.setBackground(null);
    }

    static void add(Runnable follower) {
        FOLLOWERS.add(follower);
    }

    static void remove(Runnable follower) {
        FOLLOWERS.remove(follower);
    }
}
