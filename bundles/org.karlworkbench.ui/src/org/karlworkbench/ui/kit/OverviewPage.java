package org.karlworkbench.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
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
    private Label none;
    private NextSteps steps;
    private KitSummary summary;
    private List<Finding> findings = List.of();
    private List<Finding> shown;

    OverviewPage(KitEditor editor) {
        super(editor, ID, "Overview");
    }

    @Override
    void fill(IManagedForm form) {
        FormToolkit toolkit = form.getToolkit();
        Composite body = form.getForm().getBody();
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(10, 8)
                .spacing(16, 10)
                .applyTo(body);
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
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 140).applyTo(table);
        table.setModel(FindingTable.columns(findings), 0);
        table.onSelect(rows -> select(Arrays.stream(rows).mapToObj(this::item).toList()));
        table.onOpen(row -> Opener.open(getSite().getPage(), item(row)));
        table.setContextMenu(ContextMenu.of(
                getSite(), "org.karlworkbench.ui.findings", table, kitEditor().selection()));
    }

    private FindingItem item(int row) {
        return new FindingItem(model().file(), findings.get(row));
    }

    @Override
    void refresh() {
        steps.show();
        summary.show(model());
        LinkKit read = model().objects().value();
        if (read != null && !model().findings().equals(shown)) {
            shown = model().findings();
            showFindings(read);
        } else if (read == null) {
            none.setText(
                    model().objects().pending()
                            ? "The kit is being read…"
                            : model().objects().problem());
            visible(none, true);
            visible(table, false);
        }
    }

    private void showFindings(LinkKit read) {
        List<Finding> list = new ArrayList<>(shown);
        list.sort(Comparator.comparing(Finding::getSeverity));
        findings = list;
        table.setModel(FindingTable.columns(list), list.size());
        none.setText("Nothing is wrong with this kit: "
                + Formats.plural(read.getObjects().size(), "object", "objects") + " can be linked in any order.");
        visible(none, list.isEmpty());
        visible(table, !list.isEmpty());
        ((GridData) section.getLayoutData()).grabExcessVerticalSpace = !list.isEmpty();
        getManagedForm().reflow(true);
    }

    private static void visible(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.requestLayout();
    }
}
