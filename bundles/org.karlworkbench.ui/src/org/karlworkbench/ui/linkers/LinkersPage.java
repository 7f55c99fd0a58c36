package org.karlworkbench.ui.linkers;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;

/** The preferences' page of linkers: which are here, what they can do, and which program is taken instead of one. */
public final class LinkersPage extends PreferencePage implements IWorkbenchPreferencePage {
    private static final String FIELD = "Program of the selected linker";

    private LinkerChoices choices;
    private ColumnTable table;
    private Text program;
    private Button browse;

    /** The page, empty; the platform makes it. */
    public LinkersPage() {
        setDescription("Relinks use the linkers on the PATH, unless another program is named here.");
    }

    @Override
    public void init(IWorkbench workbench) {
        // nothing of the workbench is needed
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        ContextHelp.on(page, "linkers");
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(page);
        table = new ColumnTable(page, "linkers.table", "Linkers");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(3, 1)
                .hint(760, 260)
                .applyTo(table);
        new Label(page, SWT.NONE).setText("&" + FIELD + ":");
        program = Spoken.name(Ids.mark(new Text(page, SWT.BORDER), "linkers.program"), FIELD);
        program.setMessage("The one on the PATH");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(program);
        browse = Ids.mark(new Button(page, SWT.PUSH), "linkers.browse");
        browse.setText("&Browse\u2026");
        choices = new LinkerChoices(page, this::show);
        table.setModel(columns(), choices.kinds().size());
        table.onSelect(_ -> showSelected());
        table.onShown(this::showSelected); // the filter may have hidden the row
        table.onOpen(_ -> program.setFocus());
        program.addListener(SWT.Modify, _ -> typed());
        browse.addListener(SWT.Selection, _ -> browse());
        table.select(0);
        showSelected();
        show();
        return page;
    }

    private List<Column> columns() {
        return List.of(
                Column.text(
                        "Architecture",
                        100,
                        row -> choices.kinds().get(row).architecture().name()),
                Column.text("Linker", 65, row -> choices.kinds().get(row).title()),
                found("Program", 220, FoundLinker::program).withIcon(row -> isBad(row) ? "error" : null),
                found("Version", 70, FoundLinker::version),
                found("What It Can Do", 0, FoundLinker::ability));
    }

    private Column found(String title, int width, Function<FoundLinker, String> words) {
        return Column.text(
                title, width, row -> words.apply(choices.found(choices.kinds().get(row))));
    }

    private boolean isBad(int row) {
        FoundLinker found = choices.found(choices.kinds().get(row));
        return found.is(FoundLinker.State.MISSING) || found.is(FoundLinker.State.WRONG);
    }

    /** The linker whose row is selected, or null. */
    private LinkerKind selected() {
        int[] rows = table.selection();
        return rows.length == 1 ? choices.kinds().get(rows[0]) : null;
    }

    private void showSelected() {
        LinkerKind kind = selected();
        program.setEnabled(kind != null);
        browse.setEnabled(kind != null);
        String path = kind == null ? "" : choices.named(kind);
        if (!program.getText().strip().equals(path)) {
            program.setText(path);
        }
    }

    private void typed() {
        LinkerKind kind = selected();
        String path = program.getText().strip();
        if (kind != null && !path.equals(choices.named(kind))) {
            choices.name(kind, path);
        }
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(FIELD);
        String chosen = dialog.open();
        if (chosen != null) {
            program.setText(chosen);
        }
    }

    private void show() {
        table.refresh();
        setErrorMessage(choices.wrong()
                .map(kind -> kind.words() + ": " + choices.found(kind).ability())
                .orElse(null));
        setValid(choices.sound());
    }

    @Override
    protected void performDefaults() {
        choices.forget();
        showSelected();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        choices.store();
        return true;
    }
}
