package org.karlworkbench.ui.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;

/**
 * Large fonts everywhere: in controls that there are, in those that are made later, and where JFace's fonts are used. A style
 * sheet could do the first half only, and would not give the old fonts back. For the UI thread only.
 */
final class LargeFonts {
    private static final double TIMES = 1.5;
    private static final int STYLED = 100; // milliseconds

    /** The key of the data under which a control keeps what it had. */
    private static final String BEFORE = "karl.font";

    /**
     * What a control had.
     *
     * @param font its font, which a change of the theme may free
     * @param data what that was made of
     */
    private record Kept(Font font, FontData[] data) {
        static Kept of(Control control) {
            Font font = control.getFont();
            Font alive = font.isDisposed() ? control.getDisplay().getSystemFont() : font;
            return new Kept(font, alive.getFontData());
        }
    }

    private static final List<String> NAMES = List.of(
            JFaceResources.DEFAULT_FONT,
            JFaceResources.DIALOG_FONT,
            JFaceResources.BANNER_FONT,
            JFaceResources.HEADER_FONT,
            JFaceResources.TEXT_FONT);

    private final Map<String, FontData[]> before = new HashMap<>();
    private final Listener made = event -> {
        if (event.widget instanceof Control control) {
            enlarge(control);
        }
    };

    /** Keeps the fonts that there are, before anything changes them. */
    void keep(Display display) {
        for (String name : NAMES) {
            before.put(name, JFaceResources.getFontRegistry().getFontData(name));
        }
        all(display, LargeFonts::keep);
    }

    /** Makes all fonts larger. */
    void enlarge(Display display) {
        all(display, control -> control.setFont(larger(kept(control))));
        before.forEach((name, data) -> JFaceResources.getFontRegistry().put(name, resized(data, TIMES)));
        display.addFilter(SWT.Skin, made); // a control is made
        layOut(display);
    }

    /** Gives JFace's fonts their size back; what is made from now on is of the usual size. */
    void giveBackNames(Display display) {
        display.removeFilter(SWT.Skin, made);
        before.forEach(JFaceResources.getFontRegistry()::put);
    }

    /** Gives every control the font back that it had. */
    void giveBack(Display display) {
        all(display, this::giveBack);
        layOut(display);
    }

    /** One that was made in a large font of JFace's has none to go back to. */
    private void giveBack(Control control) {
        if (control.getData(BEFORE) instanceof Kept kept) {
            control.setFont(kept.font().isDisposed() ? font(kept.data()) : kept.font());
        } else if (isLarge(control)) {
            control.setFont(font(resized(Kept.of(control).data(), 1 / TIMES)));
        }
        control.setData(BEFORE, null);
    }

    private static void all(Display display, Consumer<Control> action) {
        for (Shell shell : display.getShells()) {
            all(shell, action);
        }
    }

    private static void all(Control control, Consumer<Control> action) {
        action.accept(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                all(child, action);
            }
        }
    }

    private static void layOut(Display display) {
        for (Shell shell : display.getShells()) {
            shell.layout(true, true);
        }
    }

    /** A control that took a font of JFace's that is large already keeps it. */
    private void enlarge(Control control) {
        if (control.getData(BEFORE) == null && !isLarge(control)) {
            control.setFont(larger(keep(control)));
        }
        layOutSoon(control);
    }

    /** It was measured already; a tool bar has its new size only when its items are there and are styled. */
    private static void layOutSoon(Control control) {
        control.requestLayout();
        if (control instanceof ToolBar) {
            control.getDisplay().timerExec(STYLED, () -> {
                if (!control.isDisposed()) {
                    control.requestLayout();
                }
            });
        }
    }

    private boolean isLarge(Control control) {
        int usual = before.get(JFaceResources.DEFAULT_FONT)[0].getHeight();
        return Kept.of(control).data()[0].getHeight() >= Math.floor(usual * TIMES);
    }

    private static Kept keep(Control control) {
        Kept kept = Kept.of(control);
        control.setData(BEFORE, kept);
        return kept;
    }

    /** What a control had; one that was made meanwhile has it still. */
    private static Kept kept(Control control) {
        return control.getData(BEFORE) instanceof Kept kept ? kept : keep(control);
    }

    private static Font larger(Kept kept) {
        return font(resized(kept.data(), TIMES));
    }

    private static FontData[] resized(FontData[] data, double times) {
        FontData[] resized = FontDescriptor.copy(data);
        for (FontData each : resized) {
            each.setHeight((int) Math.round(each.getHeight() * times));
        }
        return resized;
    }

    /** JFace keeps one of each kind, and frees it with the display. */
    private static Font font(FontData[] data) {
        return JFaceResources.getResources().create(FontDescriptor.createFrom(data));
    }
}
