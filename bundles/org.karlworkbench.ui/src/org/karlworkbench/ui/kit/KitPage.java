package org.karlworkbench.ui.kit;

import java.util.List;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.KitItem;

/** What the pages of the kit editor have in common: title, message, tool bar and selection. */
abstract class KitPage extends FormPage {
    private final KitEditor editor;
    private List<? extends Item> selected = List.of();

    KitPage(KitEditor editor, String id, String title) {
        super(editor, id, title);
        this.editor = editor;
    }

    KitModel model() {
        return editor.model();
    }

    KitEditor kitEditor() {
        return editor;
    }

    /** Selects items of this page; as long as there are none, Properties are about the kit itself. */
    void select(List<? extends Item> items) {
        selected = items;
        if (isActive()) {
            kitEditor()
                    .selection()
                    .set(items.isEmpty() ? List.of(new KitItem(model().file(), model().known())) : items);
        }
    }

    @Override
    protected final void createFormContent(IManagedForm form) {
        ScrolledForm scrolled = form.getForm();
        ContextHelp.on(scrolled, "kitPage-" + getId());
        Ids.mark(scrolled, "kit.form." + getId());
        scrolled.setImage(Images.of("kit"));
        form.getToolkit().decorateFormHeading(scrolled.getForm());
        tools(scrolled.getToolBarManager());
        scrolled.updateToolBar();
        fill(form);
        model().onChange(() -> {
            if (!scrolled.isDisposed()) {
                show(form);
            }
        });
        show(form);
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active && getManagedForm() != null) {
            select(selected);
        }
    }

    private void tools(IToolBarManager bar) {
        var relink = new CommandContributionItemParameter(
                getSite(), null, Ids.RELINK_COMMAND, CommandContributionItem.STYLE_PUSH);
        relink.label = "Relink";
        relink.tooltip = "Relinks the kit in random order";
        relink.mode = CommandContributionItem.MODE_FORCE_TEXT;
        bar.add(new CommandContributionItem(relink));
        for (IAction action : actions()) {
            bar.add(action);
        }
    }

    private void show(IManagedForm form) {
        form.getForm().setText(title());
        if (!ownsMessage()) {
            message(form.getForm());
        }
        if (selected.isEmpty()) {
            select(selected);
        }
        refresh();
    }

    private String title() {
        String arch = model().known().getArch();
        return model().name() + (arch == null ? "" : " · " + arch + " link-kit");
    }

    private void message(ScrolledForm form) {
        String problem = model().objects().problem();
        if (!model().message().isEmpty()) {
            form.setMessage(model().message(), IMessageProvider.ERROR);
        } else if (problem != null) {
            form.setMessage(problem, IMessageProvider.ERROR);
        } else if (model().objects().pending()) {
            form.setMessage("Reading objects…", IMessageProvider.NONE);
        } else {
            findings(form, model().known().getFindings(), model().findings());
        }
    }

    private static void findings(ScrolledForm form, List<Finding> ofKit, List<Finding> all) {
        long errors = count(all, Severity.ERROR);
        long warnings = count(all, Severity.WARNING);
        if (errors > 0) {
            String effect = count(ofKit, Severity.ERROR) > 0 ? "the kit cannot be relinked" : "not every order works";
            form.setMessage(Formats.plural(errors, "error", "errors") + ": " + effect, IMessageProvider.ERROR);
        } else if (warnings > 0) {
            form.setMessage(Formats.plural(warnings, "warning", "warnings"), IMessageProvider.WARNING);
        } else {
            form.setMessage(null, IMessageProvider.NONE);
        }
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.getSeverity() == severity)
                .count();
    }

    /** Whether the page says by itself what is wrong with what was typed into it. */
    boolean ownsMessage() {
        return false;
    }

    /** More actions of the page's tool bar. */
    List<IAction> actions() {
        return List.of();
    }

    /** Makes the page's controls. */
    abstract void fill(IManagedForm form);

    /** Shows what is known now. */
    abstract void refresh();
}
