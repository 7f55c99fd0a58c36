package org.karlworkbench.ui.code;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;
import org.karlworkbench.verify.References;

/**
 * Who refers to what is selected, or what it refers to. A double click or Enter goes there. Which of the two is kept when
 * the workbench ends.
 */
public final class ReferencesView extends RowView<References> {
    private static final String FROM = "from";
    private static final int ADDRESS_WIDTH = 160;
    private static final int PLACE_WIDTH = 200;
    private static final int OBJECT_WIDTH = 130;
    private static final int SECTION_WIDTH = 150;
    private static final int KIND_WIDTH = 170;

    private boolean from;
    private int[] found = {}; // what the table lists
    private List<String> objects = List.of(); // in which those references are

    /** Made by the workbench. */
    public ReferencesView() {
        super("references.lines");
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        from = memento != null && Boolean.TRUE.equals(memento.getBoolean(FROM));
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putBoolean(FROM, from);
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        var bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(new ButtonAction("Who Refers to It", "references-to", !from, () -> turn(false)));
        bar.add(new ButtonAction("What It Refers To", "references-from", from, () -> turn(true)));
    }

    private void turn(boolean value) {
        if (from != value) {
            from = value;
            fillAgain();
        }
    }

    @Override
    String hint() {
        return "Select a symbol, object or section of a kernel to see who refers to it.";
    }

    @Override
    String nothing() {
        return "References are told by the relocations of a kit, and the kit of this kernel is not in the workspace. Bring it in "
                + "by File > New > Link-Kit and open one of its relinks, or use karl references with --kit.";
    }

    @Override
    boolean shows(RowItem item) {
        return true;
    }

    @Override
    References read(RowItem item, Progress progress) throws EngineException {
        return KernelReferences.of(item.layout(), progress);
    }

    @Override
    void fill(ColumnTable rows, RowItem item, References references) {
        int[] listed = find(item, references);
        found = listed;
        objects = Arrays.stream(listed).mapToObj(references::object).distinct().toList();
        String count = Formats.plural(listed.length, "reference", "references");
        describe(count + (from ? " from " : " to ") + Shown.line(item.label()) + ", by the kit's relocations");
        Finder finder = new Finder(item.layout());
        rows.setModel(
                List.of(
                        Column.address("Address", ADDRESS_WIDTH, row -> references.place(listed[row]), Formats::hex),
                        Column.text("Place", PLACE_WIDTH, row -> words(item, finder, references.place(listed[row]))),
                        Column.text("Object", OBJECT_WIDTH, row -> references.object(listed[row])),
                        Column.text("Section", SECTION_WIDTH, row -> section(references, listed[row])),
                        Column.text("Kind", KIND_WIDTH, row -> references.kind(listed[row])),
                        Column.text("Refers By", PLACE_WIDTH, row -> by(references, listed[row])),
                        Column.text("Target", 0, row -> target(item, finder, references, listed[row]))),
                listed.length);
    }

    /**
     * Who refers to something.
     *
     * @param item what is referred to
     * @param objects the objects that do, each once
     */
    public record Told(RowItem item, List<String> objects) {}

    /** Who refers to what is selected; empty where that is not shown, or not yet. */
    public Optional<Told> told() {
        return from ? Optional.empty() : item().map(item -> new Told(item, objects));
    }

    private int[] find(RowItem item, References references) {
        Rows rows = item.table().rows(item.layout());
        long address = rows.address(item.row());
        long size = rows.size(item.row());
        return from ? references.from(address, size) : references.to(address, size);
    }

    private static String words(RowItem item, Finder finder, long address) {
        Hit hit = finder.at(address);
        return hit == null ? "" : hit.name(item.layout()) + Formats.distance(hit.offset());
    }

    private static String section(References references, int reference) {
        return references.section(reference) + Formats.distance(references.offset(reference));
    }

    private static String by(References references, int reference) {
        return references.name(reference) + Formats.distance(references.addend(reference));
    }

    private static String target(RowItem item, Finder finder, References references, int reference) {
        return references.hasTarget(reference) ? words(item, finder, references.target(reference)) : "";
    }

    @Override
    Hit leadsTo(RowItem item, References references, int row) {
        int reference = found[row];
        if (from && !references.hasTarget(reference)) {
            return null;
        }
        return new Finder(item.layout()).at(from ? references.target(reference) : references.place(reference));
    }
}
