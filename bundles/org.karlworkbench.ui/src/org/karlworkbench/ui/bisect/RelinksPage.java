package org.karlworkbench.ui.bisect;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.HelpfulPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;

/** Asks for a relink that works and for one that fails. */
final class RelinksPage extends HelpfulPage {
    private final List<FiledEntry> entries;
    private final List<Path> proposed;
    private Combo good;
    private Combo bad;

    /**
     * A page that is not shown yet.
     *
     * @param entries the kit's ledger, the latest first
     * @param proposed the entries that are selected, the one that works first
     */
    RelinksPage(List<FiledEntry> entries, List<Path> proposed) {
        super("relinks", "Two Relinks");
        this.entries = entries;
        this.proposed = proposed;
        setDescription("What differs between them is narrowed down to the smallest cause of the failure.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        ContextHelp.on(page, "bisect");
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 8).applyTo(page);
        good = combo(page, "&Good:", "Relink that works", "bisect.good");
        bad = combo(page, "&Bad:", "Relink that fails", "bisect.bad");
        setControl(page);
        select(good, 0);
        select(bad, 1);
        check();
        setErrorMessage(null);
    }

    private Combo combo(Composite page, String label, String words, String id) {
        new Label(page, SWT.NONE).setText(label);
        Combo combo = Spoken.name(Ids.mark(new Combo(page, SWT.READ_ONLY), id), words);
        combo.setItems(entries.stream().map(RelinksPage::title).toArray(String[]::new));
        combo.setToolTipText(words);
        combo.addListener(SWT.Selection, _ -> check());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    private static String title(FiledEntry entry) {
        String note = entry.entry().getNote();
        return entry.name() + ", " + Formats.time(entry.date().toString())
                + (note == null || note.isBlank()
                        ? ""
                        : ": " + note.lines().findFirst().orElse(""));
    }

    private void select(Combo combo, int number) {
        if (number < proposed.size()) {
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).file().equals(proposed.get(number))) {
                    combo.select(i);
                }
            }
        }
    }

    private void check() {
        boolean both = good.getSelectionIndex() >= 0 && bad.getSelectionIndex() >= 0;
        boolean same = both && good.getSelectionIndex() == bad.getSelectionIndex();
        setMessage(both ? null : "Choose a relink that works and one that fails.");
        setErrorMessage(same ? "These are one and the same relink." : null);
        setPageComplete(both && !same);
    }

    String good() {
        return entries.get(good.getSelectionIndex()).file().toString();
    }

    String bad() {
        return entries.get(bad.getSelectionIndex()).file().toString();
    }
}
