package org.karlworkbench.ui.kit;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.ide.IGotoMarker;
import org.karlworkbench.ui.items.FindingItem;
import org.karlworkbench.ui.open.Opener;

/** Goes from a line of the Problems view to what it is about, as soon as the kit is read. */
final class MarkedFinding implements IGotoMarker {
    private final KitEditor editor;
    private String wanted;
    private boolean follows;

    MarkedFinding(KitEditor editor) {
        this.editor = editor;
    }

    @Override
    public void gotoMarker(IMarker marker) {
        wanted = marker.getAttribute(IMarker.MESSAGE, "");
        editor.whenShown(this::look);
    }

    private void look() {
        KitModel model = editor.model();
        FindingItem found = model.findings().stream()
                .map(finding -> new FindingItem(model.file(), finding))
                .filter(item -> item.copyText().equals(wanted))
                .findFirst()
                .orElse(null);
        if (found != null) {
            wanted = null;
            editor.showFinding(found);
            Opener.open(editor.getSite().getPage(), found);
        } else if (!follows) {
            follows = true;
            model.onChange(this::lookAgain);
        }
    }

    private void lookAgain() {
        if (wanted != null) {
            look();
        }
    }
}
