package org.karlworkbench.ui.kit;

import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.lab.MeasureDialog;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.relink.CheckOrdersJob;
import org.karlworkbench.ui.relink.RelinkJob;

/** Links to what a person is likely to do next with a kit; those that make no sense yet are greyed. */
final class NextSteps {
    private final KitPage page;
    private final ImageHyperlink open;
    private final ImageHyperlink compare;

    NextSteps(FormToolkit toolkit, Composite parent, KitPage page) {
        this.page = page;
        GridLayoutFactory.swtDefaults().margins(4, 4).spacing(0, 6).applyTo(parent);
        link(toolkit, parent, "relink", "Relink the kit in random order (F9)", this::relink);
        link(toolkit, parent, "gaps", "Set gaps, linker and seed", () -> page.kitEditor()
                .showRecipe(null));
        link(toolkit, parent, "objects", "Look at the objects", () -> page.kitEditor()
                .showObject(null));
        link(
                toolkit,
                parent,
                "orders",
                "Check what must hold for all orders",
                () -> CheckOrdersJob.start(
                        page.kitEditor().kitFile(), page.kitEditor().chosenRecipe()));
        link(
                toolkit,
                parent,
                "lab",
                "Measure what the randomness is worth",
                () -> MeasureDialog.ask(
                        parent.getShell(),
                        page.kitEditor().kitFile(),
                        page.kitEditor().chosenRecipe()));
        open = link(toolkit, parent, "kernel", "Open the latest kernel", this::openLatest);
        compare = link(toolkit, parent, "compare", "Compare the two latest kernels", this::compareLatest);
    }

    private static ImageHyperlink link(
            FormToolkit toolkit, Composite parent, String icon, String text, Runnable action) {
        ImageHyperlink link = toolkit.createImageHyperlink(parent, SWT.NONE);
        link.setImage(Images.of(icon));
        link.setText(text);
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(_ -> action.run()));
        Theme.own(link, () -> {
            link.setBackground(Theme.FORM_BACKGROUND.color());
            link.setForeground(Theme.LINK.color());
        });
        return Ids.mark(link, "kit.next." + icon);
    }

    private void relink() {
        RelinkJob.start(
                page.kitEditor().kitFile(),
                page.kitEditor().chosenRecipe(),
                page.model().takeSeed());
    }

    private List<RelinkItem> relinks() {
        List<RelinkItem> relinks = Kits.get().relinks(page.model().file()).value();
        return relinks == null ? List.of() : relinks;
    }

    private IWorkbenchPage workbench() {
        return page.getSite().getPage();
    }

    private void openLatest() {
        relinks().stream().findFirst().ifPresent(relink -> Opener.kernel(workbench(), relink.kernel()));
    }

    private void compareLatest() {
        List<RelinkItem> relinks = relinks();
        if (relinks.size() > 1) {
            Opener.comparison(
                    workbench(), relinks.get(1).kernel(), relinks.get(0).kernel());
        }
    }

    void show() {
        open.setEnabled(!relinks().isEmpty());
        compare.setEnabled(relinks().size() > 1);
    }
}
