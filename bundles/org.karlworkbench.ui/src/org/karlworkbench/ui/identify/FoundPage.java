package org.karlworkbench.ui.identify;

import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.debug.memory.Identified;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.HelpfulPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.table.Shown;

/** Says which kernel a dump ran, and offers to open it; one whose draw was recovered is written for that. */
final class FoundPage extends HelpfulPage {
    private Label verdict;
    private Text evidence;
    private Button open;
    private DumpSearch.Found found;

    FoundPage() {
        super("found", "Kernel");
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        ContextHelp.on(page, "identify");
        GridLayoutFactory.swtDefaults().margins(8, 8).applyTo(page);
        verdict = Ids.mark(new Label(page, SWT.WRAP), "identify.verdict");
        GridDataFactory.fillDefaults().grab(true, false).hint(460, SWT.DEFAULT).applyTo(verdict);
        evidence = Spoken.name(
                Ids.mark(
                        new Text(page, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL),
                        "identify.evidence"),
                "Evidence");
        GridDataFactory.fillDefaults().grab(true, true).hint(460, 140).applyTo(evidence);
        open = Ids.mark(new Button(page, SWT.CHECK), "identify.open");
        open.setText("&Open the kernel");
        setControl(page);
    }

    /** Shows what was found. */
    void show(DumpSearch.Found shown) {
        found = shown;
        Identified identified = found.identified();
        verdict.setText(words(found));
        evidence.setText(found.evidence().stream().map(Shown::line).collect(Collectors.joining("\n")));
        boolean none = identified == null || identified.verdict() == Identified.Verdict.NONE;
        boolean recovered = !none && identified.verdict() == Identified.Verdict.RECOVERED;
        open.setText(recovered ? "&Write the matching kernel into the kit's relinks, and open it" : "&Open the kernel");
        open.setSelection(!none);
        open.setEnabled(!none);
        setMessage(
                found.isForeign() ? "The kernel that was named and the dump do not belong together." : null,
                IMessageProvider.WARNING);
        setPageComplete(true);
        verdict.getParent().layout(true, true);
    }

    private static String words(DumpSearch.Found found) {
        Identified identified = found.identified();
        if (identified == null) {
            return "The workspace has no kit by which it could be identified.";
        }
        return switch (identified.verdict()) {
            case IDENTIFIED -> "Identified: " + Shown.line(identified.entry());
            case SEVERAL ->
                "Several: " + Formats.count(identified.candidates().size())
                        + " relinks have the same code at the same places; the first is "
                        + Shown.line(identified.candidates().getFirst());
            case RECOVERED ->
                "Recovered: order and gaps of a relink of " + KitFile.name(found.kit()) + " that no ledger has";
            case NONE -> "None: it is no kernel that is known here.";
        };
    }

    /** What was found; null as long as nothing was searched. */
    DumpSearch.Found found() {
        return found;
    }

    /** Whether the kernel shall be opened. */
    boolean opens() {
        return open.getSelection();
    }
}
