package org.karlworkbench.ui.kit;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.items.FindingItem;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.table.ColumnTable;

/** The first page of a kit: what is wrong with it, what can be done next, and what it is. */
final class OverviewPage extends KitPage {
    static final String ID = "overview";

    private Composite section;
    private ColumnTable table;
    private FindingDetails details;
    private Label none;
    private NextSteps steps;
    private KitSummary summary;
    private List<Finding> findings = List.of();
    private List<String> shown;

    OverviewPage(KitEditor editor) {
        super(editor, ID, "Overview");
    }

    @Override
    void fill(IManagedForm form) {
        FormToolkit toolkit = form.getToolkit();
        Composite body = form.getForm().getBody();
        FormParts.twoColumns(form.getForm());
        Composite client = FormParts.section(toolkit, body, "Findings", "", 2, 1);
        section = client.getParent();
        findings(toolkit, client);
        steps = new NextSteps(toolkit, FormParts.section(toolkit, body, "What Next", "", 1, 1), this);
        summary = new KitSummary(toolkit, FormParts.section(toolkit, body, "Link-Kit", "", 1, 1));
    }

    private void findings(FormToolkit toolkit, Composite client) {
        none = Ids.mark(toolkit.createLabel(client, "", SWT.WRAP), "kit.findings.none");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(none);
        table = new ColumnTable(client, "kit.findings", "Findings");
        toolkit.adapt(table);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 190).applyTo(table);
        table.setModel(FindingTable.columns(findings), 0);
        table.onSelect(this::selected);
        table.onOpen(row -> Opener.open(getSite().getPage(), item(row)));
        table.setContextMenu(ContextMenu.of(
                getSite(), "org.karlworkbench.ui.findings", table, kitEditor().selection()));
        details = new FindingDetails(
                toolkit, client, item -> Opener.open(getSite().getPage(), item));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(details.control());
    }

    private void selected(int[] rows) {
        select(Arrays.stream(rows).mapToObj(this::item).toList());
        if (rows.length > 0) {
            details.show(item(rows[0]), model().known());
        }
    }

    /** Selects a finding by what it says, as far as it is there. */
    void show(FindingItem wanted) {
        for (int row = 0; row < findings.size(); row++) {
            if (item(row).copyText().equals(wanted.copyText())) {
                table.selectShown(row);
                selected(new int[] {row});
            }
        }
    }

    private FindingItem item(int row) {
        return new FindingItem(model().file(), findings.get(row));
    }

    @Override
    void refresh() {
        steps.show();
        summary.show(model());
        LinkKit read = model().objects().value();
        if (read != null) {
            showFindings(read, model().findings());
        } else {
            none.setText(
                    model().objects().pending()
                            ? "The kit is being read…"
                            : model().objects().problem());
            visible(none, true);
            visible(table, false);
            visible(details.control(), false);
            shown = null; // what comes then is shown, even if it is the same
        }
    }

    /** Shows findings where they are others than before; those about recipes are made anew at each change. */
    private void showFindings(LinkKit read, List<Finding> list) {
        List<String> words = list.stream()
                .map(finding -> new FindingItem(model().file(), finding).copyText())
                .toList();
        findings = list;
        if (words.equals(shown)) {
            return;
        }
        shown = words;
        table.setModel(FindingTable.columns(list), list.size());
        none.setText("Nothing is wrong with this kit: "
                + Formats.plural(read.getObjects().size(), "object", "objects") + " can be linked in any order.");
        visible(none, list.isEmpty());
        visible(table, !list.isEmpty());
        visible(details.control(), !list.isEmpty());
        if (!list.isEmpty()) {
            table.select(0);
            details.show(item(0), read);
        }
        ((GridData) section.getLayoutData()).grabExcessVerticalSpace = !list.isEmpty();
        getManagedForm().reflow(true);
    }

    private static void visible(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.requestLayout();
    }
}
