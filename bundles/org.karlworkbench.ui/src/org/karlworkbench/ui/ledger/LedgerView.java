package org.karlworkbench.ui.ledger;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.karlworkbench.relink.ledger.EntryCheck;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.items.KitGroup;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.kits.Answer;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.open.OrderedProperties;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;

/** All relinks of the kit that is selected or edited; it follows what is made, changed and deleted. */
public final class LedgerView extends ViewPart {
    private final PartSelection selection = new PartSelection();
    private final Consumer<IFile> kitsListener = this::changed;
    private final ISelectionListener selectionListener = (part, _) -> follow(part == this);
    private final ActiveEditor editors = new ActiveEditor(() -> follow(false));
    private final Map<Path, EntryCheck> checks = new ConcurrentHashMap<>();
    private Stack stack;
    private ColumnTable table;
    private IFile kit;
    private List<FiledEntry> shown;
    private List<LedgerRow> rows = List.of();

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "ledger.message");
        table = new ColumnTable(stack.control(), "ledger.table", "Ledger");
        table.setDragged(selection);
        table.setModel(columns(rows), 0);
        table.onSelect(_ -> select());
        table.onOpen(row -> Opener.open(getSite().getPage(), rows.get(row).item()));
        getSite().setSelectionProvider(selection);
        table.setContextMenu(ContextMenu.of(getSite(), "org.karlworkbench.ui.ledger", table, selection));
        stack.say("Select a kit to see its relinks");
        Kits.get().addListener(kitsListener);
        getSite().getPage().addPostSelectionListener(selectionListener);
        getSite().getPage().addPartListener(editors);
        follow(false);
    }

    @Override
    public void dispose() {
        Kits.get().removeListener(kitsListener);
        getSite().getPage().removePostSelectionListener(selectionListener);
        getSite().getPage().removePartListener(editors);
        super.dispose();
    }

    /** Shows the ledger of the kit that the rest of the window is about, if it is about one. */
    private void follow(boolean own) {
        IFile wanted = own ? null : ActiveEditor.kit(getSite().getPage(), this);
        if (wanted != null && !wanted.equals(kit)) {
            kit = wanted;
            shown = null;
            checks.clear();
            setContentDescription(KitFile.name(kit));
            show();
        }
    }

    private void changed(IFile kitFile) {
        if (stack.control().isDisposed()) {
            return;
        }
        stack.control().getDisplay().asyncExec(() -> {
            if (!stack.control().isDisposed() && kitFile.equals(kit)) {
                show();
            }
        });
    }

    private void show() {
        Answer<List<FiledEntry>> ledger = Kits.get().ledger(kit);
        if (ledger.value() == null) {
            stack.say(ledger.pending() ? "Reading the ledger…" : ledger.problem());
        } else if (ledger.value().isEmpty()) {
            shown = null;
            selection.set(List.of(new KitGroup(kit, KitGroup.Content.RELINKS)));
            stack.say("No relinks yet: press F9 to make one");
        } else if (ledger.value() != shown) {
            show(ledger.value());
            stack.show(table);
        }
    }

    private void show(List<FiledEntry> ledger) {
        List<Path> before = selected();
        shown = ledger;
        rows = ledger.reversed().stream().map(each -> LedgerRow.of(kit, each)).toList();
        table.setRows(columns(rows), rows.size());
        for (int row = 0; row < rows.size(); row++) {
            if (before.contains(rows.get(row).filed().file())) {
                table.select(row);
                break;
            }
        }
        select();
        describe();
    }

    private List<Path> selected() {
        return Arrays.stream(table.selection())
                .mapToObj(row -> rows.get(row).filed().file())
                .toList();
    }

    /** Where no relink is selected, the commands are about the kit's relinks as a whole. */
    private void select() {
        int[] chosen = table.selection();
        selection.set(
                chosen.length == 0
                        ? List.of(new KitGroup(kit, KitGroup.Content.RELINKS))
                        : Arrays.stream(chosen)
                                .mapToObj(row -> rows.get(row).item())
                                .toList());
    }

    private void describe() {
        long kernels = rows.stream()
                .mapToLong(row -> Math.max(0, row.filed().kernelBytes()))
                .sum();
        long entries = rows.stream().mapToLong(row -> row.filed().ledgerBytes()).sum();
        setContentDescription(KitFile.name(kit) + ": " + Formats.plural(rows.size(), "relink", "relinks") + ", "
                + Formats.brief(kernels) + " of kernels, " + Formats.brief(entries) + " of ledger");
    }

    /** They are asked on other threads too, when a large ledger is sorted or exported. */
    private List<Column> columns(List<LedgerRow> of) {
        return LedgerColumns.of(of, row -> state(of.get(row)));
    }

    private String state(LedgerRow asked) {
        if (!asked.filed().isReadable()) {
            return "unreadable";
        }
        EntryCheck check = checks.get(asked.filed().file());
        if (asked.isOf(check)) {
            boolean places = check.kernel().isSound() && !check.isSound();
            return places ? "bad places" : check.kernel().word();
        }
        return asked.filed().kernel() == null ? "none" : asked.filed().kernelBytes() < 0 ? "missing" : "";
    }

    /**
     * Shows what a check has found.
     *
     * @param kitFile the kit whose ledger was checked
     * @param found a check for each entry
     */
    void show(IFile kitFile, List<EntryCheck> found) {
        if (kitFile.equals(kit)) {
            found.forEach(check -> checks.put(check.filed().file(), check));
            table.refresh();
        }
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == IPropertySheetPage.class ? type.cast(new OrderedProperties()) : super.getAdapter(type);
    }
}
