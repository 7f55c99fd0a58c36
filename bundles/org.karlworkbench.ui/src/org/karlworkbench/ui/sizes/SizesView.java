package org.karlworkbench.ui.sizes;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.Treemap;
import org.karlworkbench.ui.canvas.TreemapListener;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.items.KernelItem;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.ColourMenu;
import org.karlworkbench.ui.kernel.Colouring;
import org.karlworkbench.ui.kernel.Follower;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kernel.PictureFile;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.open.PartSelection;

/**
 * What takes how much room in the kernel that is looked at: a treemap, and beside it a list by size. What is selected here
 * is shown in the kernel's editor, and the other way round.
 */
public final class SizesView extends ViewPart {
    private static final String LEVEL = "level";
    private static final String SHARE = "share";
    private static final int WHOLE = 100;
    private static final int USUAL_SHARE = 62;
    private static final String HINT = "Open a kernel to see what takes how much room in it.";

    private final PartSelection selection = new PartSelection();
    private Follower follower;
    private Stack stack;
    private SashForm sash;
    private Treemap map;
    private SizeList list;
    private RowTable level = RowTable.OBJECTS;
    private int share = USUAL_SHARE; // of the treemap, in the width
    private Colouring colouring = ColourMenu.last();
    private Layout wanted;
    private Layout asked;
    private RowItem selected;
    private SizeTree tree;
    private Reading reading;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        String kept = memento == null ? null : memento.getString(LEVEL);
        level = Arrays.stream(RowTable.values())
                .filter(table -> table.name().equals(kept))
                .findFirst()
                .orElse(RowTable.OBJECTS);
        Integer width = memento == null ? null : memento.getInteger(SHARE);
        share = width == null ? USUAL_SHARE : Math.clamp(width, 1, WHOLE - 1);
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(LEVEL, list.level().name());
        int[] weights = sash.getWeights();
        memento.putInteger(SHARE, weights[0] * WHOLE / (weights[0] + weights[1]));
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "sizes.message");
        reading = new Reading(stack.control());
        sash = Room.turning(new SashForm(stack.control(), SWT.HORIZONTAL), 100);
        Ids.mark(sash, "sizes.sash");
        map = treemap(sash);
        list = new SizeList(sash, level);
        list.onSelect(this::selectedInList);
        list.onOpen(this::goInto);
        sash.setWeights(share, WHOLE - share);
        getSite().setSelectionProvider(selection);
        Menu menu = ContextMenu.of(getSite(), "org.karlworkbench.ui.sizes", sash, selection);
        map.setMenu(menu);
        list.setMenu(menu);
        tools(getViewSite().getActionBars().getToolBarManager());
        stack.say(HINT);
        follower = new Follower(this, this::want, this::follow);
        look(getSite().getPage().getActiveEditor());
    }

    private Treemap treemap(Composite parent) {
        Treemap made = Ids.mark(new Treemap(parent, SWT.BORDER), "sizes.map");
        Theme.own(made, () -> {
            made.setBackground(Theme.MAP_BACKGROUND.color());
            made.setForeground(Theme.MAP_FOREGROUND.color());
            made.setSelectionColour(Theme.SELECTION.color());
        });
        made.setEmptyText("This file has nothing with a size");
        made.setAccessibleName("Treemap of sizes");
        made.setHoverText(node -> tree.hover(node));
        made.addTreemapListener(new TreemapListener() {
            @Override
            public void selected(int node) {
                selectedOnMap(node);
            }

            @Override
            public void rootChanged(int node) {
                list();
            }
        });
        return made;
    }

    private void tools(IToolBarManager bar) {
        bar.add(level("List Sections", "section", RowTable.SECTIONS));
        bar.add(level("List Objects", "object", RowTable.OBJECTS));
        bar.add(level("List Symbols", "function", RowTable.SYMBOLS));
        bar.add(new Separator());
        bar.add(new ButtonAction("Go Out (Backspace)", "up", map::goUp));
        bar.add(new ButtonAction("Show the Whole Kernel (0)", "zoom-all", map::goToWhole));
        bar.add(new ColourMenu(this::colour));
        bar.add(new ButtonAction("Save Treemap...", "picture", this::save));
    }

    private ButtonAction level(String title, String icon, RowTable table) {
        return new ButtonAction(title, icon, list.level() == table, () -> {
            list.setLevel(table);
            list();
            mark();
        });
    }

    private void save() {
        PictureFile.save(map.getShell(), title() + "-sizes", map::picture, map::image);
    }

    private String title() {
        return tree == null ? "kernel" : tree.layout().kernel().getFileName().toString();
    }

    private void want(Object first) {
        if (first instanceof RowItem item) {
            wanted = item.layout();
            selected = item;
        } else if (first instanceof KernelItem item) {
            wanted = item.layout();
            selected = null;
        }
        follow();
    }

    /** Where nothing of a kernel is selected, it is the one in front. */
    private void look(IWorkbenchPart editor) {
        if (wanted == null && editor instanceof KernelEditor kernel) {
            wanted = kernel.layout();
        }
        follow();
    }

    /** Shows what is wanted, if somebody looks. */
    private void follow() {
        if (follower == null || wanted == null || !follower.isSeen()) {
            return;
        }
        if (wanted != asked) {
            asked = wanted;
            read();
        } else {
            mark();
        }
    }

    private void read() {
        Layout layout = asked;
        Colouring colours = colouring;
        reading.start(
                "Measuring " + layout.kernel().getFileName(),
                _ -> new SizeTree(layout, colours),
                this::show,
                stack::fail);
    }

    private void show(SizeTree made) {
        boolean same = tree != null && tree.layout() == made.layout();
        tree = made;
        if (same) {
            map.updateModel(tree.model());
        } else {
            map.setModel(tree.model());
        }
        list();
        mark();
        stack.show(sash);
    }

    private void colour(Colouring colours) {
        colouring = colours;
        if (asked != null) {
            read();
        }
    }

    /** Lists what lies within the part that the treemap shows. */
    private void list() {
        if (tree != null) {
            setContentDescription(list.show(tree, map.root()));
        }
    }

    /** Shows what is selected elsewhere. */
    private void mark() {
        if (tree != null && tree.layout() == asked) {
            boolean known = selected != null && selected.layout() == asked;
            int node = known ? tree.node(selected.table(), selected.row()) : -1;
            int root = map.root();
            map.select(node);
            if (map.root() != root) {
                list();
            }
            list.select(node);
        }
    }

    private void selectedOnMap(int node) {
        list.select(node);
        choose(node);
    }

    private void selectedInList(int node) {
        map.select(node);
        choose(node);
    }

    /** Tells the workbench and the editor. */
    private void choose(int node) {
        selected = node < 0 ? null : tree.item(node);
        selection.set(List.of(selected == null ? new KernelItem(tree.layout()) : selected));
        if (selected != null) {
            KernelEditor.reveal(getSite().getPage(), tree.layout(), selected.table(), selected.row());
        }
    }

    private void goInto(int node) {
        map.setRoot(node);
        list();
        map.select(node);
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }

    @Override
    public void dispose() {
        follower.stop();
        super.dispose();
    }
}
