package org.karlworkbench.ui.navigator;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.navigator.ICommonContentExtensionSite;
import org.eclipse.ui.navigator.ICommonLabelProvider;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.ObjectItem;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.items.RoleGroup;
import org.karlworkbench.ui.table.Shown;

/** Names and pictures of what Project Explorer shows below a kit. */
public final class KitLabels extends LabelProvider implements ICommonLabelProvider, IStyledLabelProvider {
    @Override
    public void init(ICommonContentExtensionSite config) {
        // nothing to remember
    }

    @Override
    public String getText(Object element) {
        return element instanceof Item ? getStyledText(element).getString() : null;
    }

    @Override
    public StyledString getStyledText(Object element) {
        if (!(element instanceof Item item)) {
            return null;
        }
        StyledString text = new StyledString(Shown.line(item.label()));
        String more = more(item);
        return more.isEmpty() ? text : text.append("  " + more, StyledString.DECORATIONS_STYLER);
    }

    private static String more(Item item) {
        return switch (item) {
            case RoleGroup role -> "(" + Formats.count(role.objects().size()) + ")";
            case RelinkItem relink ->
                relink.linker() + " · " + Formats.digest(relink.sha256()) + " · " + Formats.time(relink.started());
            case ObjectItem object -> Formats.brief(object.bytes());
            default -> "";
        };
    }

    @Override
    public Image getImage(Object element) {
        return element instanceof Item item ? Images.of(item.icon()) : null;
    }

    @Override
    public String getDescription(Object element) {
        return getText(element);
    }

    @Override
    public void restoreState(IMemento memento) {
        // nothing to remember
    }

    @Override
    public void saveState(IMemento memento) {
        // nothing to remember
    }
}
