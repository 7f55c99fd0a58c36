package org.karlworkbench.ui.preview;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;

/** The preview's own buttons: draw again, and slow motion. */
final class PreviewTools {
    private PreviewTools() {}

    static ToolBarManager create(Composite parent, IAction slow) {
        ToolBarManager bar = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        var draw = new CommandContributionItemParameter(
                PlatformUI.getWorkbench(), null, Ids.DRAW_AGAIN_COMMAND, CommandContributionItem.STYLE_PUSH);
        draw.label = "Draw Again";
        draw.mode = CommandContributionItem.MODE_FORCE_TEXT;
        bar.add(new CommandContributionItem(draw));
        ActionContributionItem item = new ActionContributionItem(slow);
        item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
        bar.add(item);
        Ids.mark(bar.createControl(parent), "preview.tools");
        return bar;
    }

    /** The switch for slow motion. */
    static IAction slowMotion() {
        Action slow = new Action("Slow Motion", IAction.AS_CHECK_BOX) {};
        slow.setToolTipText("Lets everything fly from one draw to the next");
        slow.setImageDescriptor(Images.descriptor("slow"));
        return slow;
    }
}
