package org.karlworkbench.ui.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.relink.ledger.CleanUp;
import org.karlworkbench.relink.ledger.Removal;
import org.karlworkbench.ui.CountDialog;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.table.Shown;

/** Asks how many relinks stay, and shows what goes then and how much that frees. */
final class CleanUpDialog extends CountDialog {
    private static final int SHOWN = 500;

    private final CleanUpPlanner planner;
    private CleanUp plan;
    private Label sum;
    private Text list;

    CleanUpDialog(Shell parent, IFile kit) {
        super(
                parent,
                new Words(
                        "CleanUp",
                        "Clean Up Ledger",
                        "Newest relinks of " + KitFile.name(kit) + " to keep:",
                        "cleanup.keep",
                        0,
                        "Clean Up"),
                10,
                false);
        planner = new CleanUpPlanner(kit, parent.getDisplay(), this::show, this::fail);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fill(Composite area) {
        Button kernels = Ids.mark(new Button(area, SWT.CHECK), "cleanup.kernels");
        kernels.setText("Take the kernels only; a replay makes them again");
        kernels.setSelection(choice());
        kernels.addListener(SWT.Selection, _ -> choose(kernels.getSelection()));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(kernels);
        sum = Ids.mark(new Label(area, SWT.NONE), "cleanup.sum");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(sum);
        list = Ids.mark(new Text(area, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL), "cleanup.list");
        Spoken.name(list, "What goes");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(460, 180)
                .applyTo(list);
        Label note = new Label(area, SWT.WRAP);
        note.setText("Pinned relinks stay, and entries that cannot be read. What goes cannot be brought back.");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(460, SWT.DEFAULT)
                .applyTo(note);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        changed();
    }

    /** Asks what would go; until that is known nothing can be cleaned up. */
    @Override
    protected void changed() {
        plan = null;
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        sum.setText("Checking what would go…");
        planner.ask(new CleanUp.Keep(count(), null, choice()));
    }

    private void show(CleanUp made) {
        if (sum.isDisposed()) {
            return;
        }
        plan = made;
        int count = made.removals().size();
        sum.setText(
                count == 0
                        ? "Nothing would go"
                        : Formats.plural(count, "relink goes, ", "relinks go, ") + Formats.bytes(made.bytes())
                                + " freed");
        list.setText(words(made.removals()));
        getButton(IDialogConstants.OK_ID).setEnabled(count > 0);
    }

    private void fail(String problem) {
        if (!sum.isDisposed()) {
            sum.setText(problem);
            list.setText("");
        }
    }

    private static String words(List<Removal> removals) {
        String words = removals.stream().limit(SHOWN).map(CleanUpDialog::line).collect(Collectors.joining("\n"));
        int more = removals.size() - SHOWN;
        return more > 0 ? words + "\nand " + Formats.plural(more, "other", "others") : words;
    }

    private static String line(Removal removal) {
        String files = removal.files().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .collect(Collectors.joining(", "));
        String kept = removal.kept() == null ? "" : "  (the kernel stays: " + removal.kept() + ")";
        return Shown.line(files + "  " + Formats.brief(removal.bytes()) + kept);
    }

    @Override
    public boolean close() {
        planner.stop();
        return super.close();
    }

    /** What a person has seen and wants; never null after OK. */
    CleanUp plan() {
        return plan;
    }
}
