package org.karlworkbench.ui.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.HelpfulPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.kit.FindingTable;
import org.karlworkbench.ui.table.ColumnTable;

/** Reads the kit when it comes to be seen, and shows what it is and what is wrong with it. */
final class FindingsPage extends HelpfulPage {
    private final NewKitWizard wizard;
    private Label configurationLabel;
    private Combo configuration;
    private Label summary;
    private ColumnTable findings;

    FindingsPage(NewKitWizard wizard) {
        super("findings", "Findings");
        this.wizard = wizard;
        setDescription("What was found in the kit. Finish brings it into the workspace.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        ContextHelp.on(page, "newKit");
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 8).applyTo(page);
        configurationLabel = new Label(page, SWT.NONE);
        configurationLabel.setText("&Configuration:");
        configuration = Ids.mark(new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN), "newkit.configuration");
        Spoken.name(configuration, "Configuration");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(configuration);
        configuration.addListener(SWT.Selection, _ -> read(configuration.getText()));
        summary = Ids.mark(new Label(page, SWT.WRAP), "newkit.summary");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(400, 40)
                .applyTo(summary);
        findings = new ColumnTable(page, "newkit.findings", "Findings");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(2, 1)
                .hint(700, 220)
                .applyTo(findings);
        findings.setModel(FindingTable.columns(List.of()), 0);
        setPageComplete(false);
        setControl(page);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible && !isRead()) {
            showConfigurations(List.of());
            // The page must be on screen before its wizard's progress bar can show what is read.
            getControl().getDisplay().asyncExec(() -> {
                if (!getControl().isDisposed()) {
                    read(null);
                    findings.setFocusOnFilter(); // from Next it would go to Back, and Enter would lead there
                }
            });
        }
    }

    private boolean isRead() {
        ReadKit read = wizard.read();
        return read != null
                && read.kit() != null
                && read.place().equals(wizard.source().place());
    }

    private void read(String name) {
        setErrorMessage(null);
        try {
            List<String> names = List.of(configuration.getItems());
            ReadKit read = wizard.readAnew(wizard.source().place(), name, names);
            if (read != null && read.kit() == null) {
                showConfigurations(read.names());
                read = wizard.readAnew(wizard.source().place(), configuration.getText(), read.names());
            }
            show(read);
        } catch (EngineException e) {
            wizard.forget();
            clear("There is no kit to show.");
            setErrorMessage(Problems.line(e));
        }
        setPageComplete(wizard.read() != null && wizard.read().kit() != null);
    }

    private void showConfigurations(List<String> names) {
        configuration.setItems(names.toArray(String[]::new));
        if (!names.isEmpty()) {
            configuration.select(0);
        }
        configuration.setVisible(!names.isEmpty());
        configurationLabel.setVisible(!names.isEmpty());
    }

    private void clear(String words) {
        summary.setText(words);
        findings.setModel(FindingTable.columns(List.of()), 0);
        setMessage(getDescription());
    }

    private void show(ReadKit read) {
        if (read == null) {
            clear("Reading was cancelled. Go back and choose Next to read again.");
            return;
        }
        if (!read.names().isEmpty()) {
            wizard.source().proposeName(read.source().name());
        }
        LoadedKit kit = read.kit();
        List<Finding> list = new ArrayList<>(kit.findings());
        list.sort(Comparator.comparing(Finding::getSeverity));
        findings.setModel(FindingTable.columns(list), list.size());
        summary.setText(kit.architecture().name() + " kit with "
                + Formats.plural(kit.objects().size(), "object", "objects")
                + " in " + read.place() + "\n"
                + (list.isEmpty() ? "Nothing is wrong with it." : Formats.plural(list.size(), "finding", "findings")));
        if (kit.hasErrors()) {
            setMessage(
                    "The kit can be looked at, but not relinked until its errors are gone.", IMessageProvider.WARNING);
        } else {
            setMessage(getDescription());
        }
    }
}
