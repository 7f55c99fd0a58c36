package org.karlworkbench.ui.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.karlworkbench.compare.lab.LabReport;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.compare.lab.LabTable;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.SavedFile;
import org.karlworkbench.ui.Sentence;
import org.karlworkbench.ui.figures.ResultHead;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;

/** A laboratory result: figures above, pictures and tables below; beside another one where a person wants that. */
final class LabView extends Composite {
    private final String name;
    private final LabCards cards;
    private final Label words;
    private final CTabFolder tabs;
    private final LabPane pictures;
    private final ColumnTable symbols;
    private final ColumnTable sections;
    private final ColumnTable residue;
    private final ColumnTable models;
    private LabResult result;

    /**
     * Makes the view.
     *
     * @param parent the composite around it
     * @param name the file's name
     * @param another asks for another run to hold this one against
     */
    LabView(Composite parent, String name, Runnable another) {
        super(parent, SWT.NONE);
        this.name = name;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        cards = ResultHead.in(
                this,
                LabCards::new,
                "lab",
                new ButtonAction("Hold Against Another Run...", "compare", another),
                new ButtonAction("Save Report...", "export", this::save));
        words = Sentence.in(this, "lab.words");
        tabs = Ids.mark(new CTabFolder(this, SWT.TOP | SWT.FLAT), "lab.tabs");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        pictures = tab("Pictures", new LabPane(tabs));
        symbols = tab("Symbols", new ColumnTable(tabs, "lab.symbols", "Symbols"));
        sections = tab("Sections", new ColumnTable(tabs, "lab.sections", "Sections"));
        residue = tab("Residue", new ColumnTable(tabs, "lab.residue", "Residue"));
        models = tab("Method", new ColumnTable(tabs, "lab.models", "Method"));
        tabs.setSelection(0);
    }

    private <C extends Control> C tab(String title, C control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(control);
        return control;
    }

    private void save() {
        LabResult saved = result;
        SavedFile.ask(
                getShell(),
                "Save Report",
                name.replaceFirst("\\" + LabFiles.ENDING + "$", ""),
                List.of(
                        new SavedFile.Form(".html", "Report with pictures", () -> () -> bytes(LabReport.html(saved))),
                        new SavedFile.Form(".csv", "Table of the symbols", () -> () -> bytes(LabTable.text(saved)))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Shows a result.
     *
     * @param shown the result
     * @param growing whether more draws are being made for it
     */
    void show(LabResult shown, boolean growing) {
        result = shown;
        cards.show(result, null);
        words.setText(LabWords.sentences(result, growing));
        pictures.show(result);
        fill(
                symbols,
                LabColumns.symbols(result.symbols(), null),
                result.symbols().size());
        fill(sections, LabColumns.sections(result.sections()), result.sections().size());
        fill(residue, LabColumns.residue(result.residue()), result.residue().size());
        fill(models, LabColumns.models(result.models()), result.models().size());
        layout(true, true);
    }

    /**
     * Shows another result beside it.
     *
     * @param other the other one
     * @param otherName what its file is called
     */
    void showBeside(LabResult other, String otherName) {
        cards.show(result, other);
        pictures.showBeside(name, other, otherName);
        words.setText(LabWords.beside(name, result, otherName, other));
        fill(
                symbols,
                LabColumns.symbols(result.symbols(), other),
                result.symbols().size());
        layout(true, true);
    }

    /** Says something above the pictures and tables. */
    void say(String sentence) {
        words.setText(sentence);
        layout(true, true);
    }

    private void fill(ColumnTable table, List<Column> columns, int count) {
        for (CTabItem item : tabs.getItems()) {
            if (item.getControl() == table) {
                item.setText(item.getText().replaceFirst(" \\(.*", "") + " (" + Formats.count(count) + ")");
            }
        }
        table.setModel(columns, count);
    }

    @Override
    public boolean setFocus() {
        return tabs.setFocus();
    }
}
