package org.karlworkbench.ui.bisect;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.ui.kits.KitFile;

/** Asks between which relinks and by what test, and begins the search. */
final class BisectWizard extends Wizard {
    private final IWorkbenchPage workbenchPage;
    private final IFile kitFile;
    private final RelinksPage relinks;
    private final TestPage test = new TestPage();

    private BisectWizard(IWorkbenchPage page, IFile kitFile, List<FiledEntry> entries, List<Path> proposed) {
        this.workbenchPage = page;
        this.kitFile = kitFile;
        relinks = new RelinksPage(entries, proposed);
        setWindowTitle("Bisect Relinks of " + KitFile.name(kitFile));
        setHelpAvailable(true);
    }

    /**
     * Opens the wizard.
     *
     * @param page where the search is shown
     * @param kitFile the kit
     * @param ledger its ledger, the oldest first
     * @param proposed the entries that are selected, the one that works first
     */
    static void open(IWorkbenchPage page, IFile kitFile, List<FiledEntry> ledger, List<Path> proposed) {
        List<FiledEntry> entries =
                ledger.reversed().stream().filter(FiledEntry::isReadable).toList();
        new WizardDialog(page.getWorkbenchWindow().getShell(), new BisectWizard(page, kitFile, entries, proposed))
                .open();
    }

    @Override
    public void addPages() {
        addPage(relinks);
        addPage(test);
    }

    @Override
    public boolean performFinish() {
        BisectView.show(workbenchPage, Hunts.begin(kitFile, test.settings(relinks.good(), relinks.bad())));
        return true;
    }
}
