package org.karlworkbench.ui.table;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;

/** Asks which columns of a table are shown, and in which order. */
final class ColumnsDialog extends TrayDialog {
    private static final int DEFAULTS = IDialogConstants.CLIENT_ID;

    private final String title;
    private final List<Column> model;
    private List<ColumnChoice.Place> places;
    private Table list;
    private Button up;
    private Button down;

    ColumnsDialog(Shell shell, String title, List<Column> model, ColumnChoice choice) {
        super(shell);
        this.title = title;
        this.model = model;
        this.places = choice.with(model).places();
    }

    /** What was chosen. */
    ColumnChoice choice() {
        return new ColumnChoice(places);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Columns of " + title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ContextHelp.on(area, "columns");
        Label label = new Label(area, SWT.WRAP);
        label.setText("Columns that are shown, from left to right (Alt+Up and Alt+Down move one):");
        Composite body = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        list = Ids.mark(new Table(body, SWT.CHECK | SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL), "columns.list");
        Spoken.name(list, "Columns");
        GridDataFactory.fillDefaults().grab(true, true).hint(240, 220).applyTo(list);
        list.addListener(SWT.Selection, event -> {
            places = read();
            enable();
            if (event.detail == SWT.CHECK) {
                getButton(IDialogConstants.OK_ID).setEnabled(places.stream().anyMatch(ColumnChoice.Place::shown));
            }
        });
        list.addListener(SWT.KeyDown, event -> {
            if (event.stateMask == SWT.ALT && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
                move(event.keyCode == SWT.ARROW_UP ? -1 : 1);
                event.doit = false;
            }
        });
        Composite side = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(side);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.TOP).applyTo(side);
        up = button(side, "Move &Up", -1);
        down = button(side, "Move &Down", 1);
        show(0);
        return area;
    }

    private Button button(Composite side, String words, int by) {
        Button button = new Button(side, SWT.PUSH);
        button.setText(words);
        button.addListener(SWT.Selection, _ -> move(by));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, DEFAULTS, "Restore Defaults", false);
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == DEFAULTS) {
            places = new ColumnChoice(List.of()).with(model).places();
            show(0);
            getButton(IDialogConstants.OK_ID).setEnabled(true);
            return;
        }
        super.buttonPressed(id);
    }

    private void show(int selected) {
        list.removeAll();
        for (ColumnChoice.Place place : places) {
            TableItem item = new TableItem(list, SWT.NONE);
            item.setText(place.title());
            item.setChecked(place.shown());
        }
        list.setSelection(selected);
        enable();
    }

    private List<ColumnChoice.Place> read() {
        List<ColumnChoice.Place> read = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            ColumnChoice.Place place = places.get(i);
            read.add(new ColumnChoice.Place(
                    place.title(), place.width(), list.getItem(i).getChecked()));
        }
        return read;
    }

    private void enable() {
        int selected = list.getSelectionIndex();
        up.setEnabled(selected > 0);
        down.setEnabled(selected >= 0 && selected < places.size() - 1);
    }

    private void move(int by) {
        int from = list.getSelectionIndex();
        int to = from + by;
        if (from < 0 || to < 0 || to >= places.size()) {
            return;
        }
        List<ColumnChoice.Place> moved = new ArrayList<>(read());
        moved.add(to, moved.remove(from));
        places = moved;
        show(to);
    }
}
