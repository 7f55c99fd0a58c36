package org.karlworkbench.ui.lesson;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.motion.Pace;

/**
 * Projector mode: the whole workbench in large fonts and in black on white, and everything that moves in slow motion. It ends
 * with the workbench; the theme that was chosen before comes back. For the UI thread only.
 */
final class Projector {
    private static final String THEME = Ids.PLUGIN + ".projector";
    private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
    private static final LargeFonts FONTS = new LargeFonts();
    private static final SideViews SIDE = new SideViews();
    private static ITheme before;

    private Projector() {}

    static boolean isOn() {
        return before != null;
    }

    /** Turns it on or off. */
    static void set(boolean on) {
        if (on == isOn()) {
            return;
        }
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (on) {
            before = engine.getActiveTheme();
            FONTS.keep(display);
            engine.setTheme(THEME, false); // which takes fonts away that it does not know
            FONTS.enlarge(display);
            SIDE.putAside();
        } else {
            ITheme back = before;
            before = null;
            SIDE.putBack();
            FONTS.giveBackNames(display);
            engine.setTheme(back, false); // which uses the names
            FONTS.giveBack(display);
        }
        Pace.forAnAudience(on);
        LISTENERS.forEach(Runnable::run);
    }

    static void addListener(Runnable listener) {
        LISTENERS.add(listener);
    }

    static void removeListener(Runnable listener) {
        LISTENERS.remove(listener);
    }
}
