package org.karlworkbench.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.karlworkbench.ui.Ids;

/** What a person cannot see or click, because there is not enough room for it. */
final class CutOff {
    private static final List<Class<? extends Control>> KINDS =
            List.of(Button.class, Combo.class, Label.class, Spinner.class, Text.class, ToolBar.class, Hyperlink.class);

    /** A field of which less is seen is no field any more, in points. */
    private static final int NARROWEST = 70;

    private CutOff() {}

    /** All that is cut off in our parts; to be used on the UI thread. */
    static List<String> shown() {
        List<Control> found = new ArrayList<>();
        Windows.collect(
                Control.class,
                control -> isOurs(control) && KINDS.stream().anyMatch(kind -> kind.isInstance(control)),
                found);
        return found.stream().map(CutOff::told).filter(Objects::nonNull).toList();
    }

    private static boolean isOurs(Control control) {
        for (Control each = control; each != null; each = each.getParent()) {
            if (each.getData(Ids.KEY) != null && !(each instanceof Shell)) {
                return true;
            }
        }
        return false;
    }

    private static String told(Control control) {
        String name = control.getClass().getSimpleName() + " " + id(control) + " " + words(control);
        if (!isWithin(control)) {
            return name + " lies outside";
        }
        return isTooSmall(control) ? name + " is too small" : null;
    }

    private static String id(Control control) {
        Control each = control;
        while (each.getData(Ids.KEY) == null) {
            each = each.getParent();
        }
        return (each == control ? "" : "in ") + each.getData(Ids.KEY);
    }

    private static String words(Control control) {
        return switch (control) {
            case Button button -> button.getText();
            case Label label -> label.getText();
            case Combo combo -> combo.getText();
            default -> "";
        };
    }

    /** Whether all around a control shows the whole of it; what can be scrolled to counts as shown. */
    private static boolean isWithin(Control control) {
        Rectangle area = control.getBounds();
        if (area.isEmpty()) {
            return words(control).isEmpty();
        }
        Composite around = control.getParent();
        while (around != null && !(around instanceof ScrolledComposite)) {
            Rectangle room = around.getClientArea();
            if (area.x < room.x || area.x + area.width > room.x + room.width) {
                return false;
            }
            area = new Rectangle(area.x + around.getBounds().x, area.y, area.width, area.height);
            around = around.getParent();
        }
        return true;
    }

    private static boolean isTooSmall(Control control) {
        Point size = control.getSize();
        return switch (control) {
            case Label label when label.getText().isEmpty() -> false;
            case Label label
            when (label.getStyle() & SWT.WRAP) != 0 -> label.computeSize(size.x, SWT.DEFAULT).y > size.y;
            case Label label when label.getToolTipText() != null -> false; // which has the whole of it
            case Label label -> label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > size.x;
            case Button button -> button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > size.x;
            case Hyperlink link -> link.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > size.x;
            case ToolBar bar -> lacks(bar);
            default -> size.x < NARROWEST;
        };
    }

    private static boolean lacks(ToolBar bar) {
        Rectangle room = bar.getClientArea();
        for (ToolItem item : bar.getItems()) {
            Rectangle area = item.getBounds();
            if (area.x + area.width > room.x + room.width || area.y + area.height > room.y + room.height) {
                return true;
            }
        }
        return false;
    }
}
