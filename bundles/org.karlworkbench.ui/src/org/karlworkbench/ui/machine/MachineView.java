package org.karlworkbench.ui.machine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineContents;
import org.karlworkbench.machine.MachineContents.Placed;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.DiagramCanvas;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.table.Shown;

/** What the editor of a machine shows: its state in words, behaviours, root and states as pictures, the timeline. */
final class MachineView extends Composite {
    /** In fewer letters a box of the pictures does not say what it is. */
    private static final int LEAST = 70;

    private final Machine machine;
    private final KernelJumps jumps;
    private final Label words;
    private final Map<BehaviourKind, Button> buttons = new EnumMap<>(BehaviourKind.class);
    private final ScrolledComposite scrolled;
    private final DiagramCanvas root;
    private final KernelButtons kernels;
    private final DiagramCanvas states;
    private final TimelinePane timeline;
    private MachineContents contents;

    MachineView(Composite parent, Machine machine, KernelJumps jumps, Consumer<BehaviourKind> act) {
        super(parent, SWT.NONE);
        this.machine = machine;
        this.jumps = jumps;
        GridLayoutFactory.swtDefaults().margins(10, 8).spacing(5, 8).applyTo(this);
        words = Ids.mark(new Label(this, SWT.WRAP), "machine.state");
        words.setFont(JFaceResources.getBannerFont());
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(words);
        behaviours(act);
        CTabFolder tabs = Ids.mark(new CTabFolder(this, SWT.BOTTOM | SWT.FLAT), "machine.tabs");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        scrolled = new ScrolledComposite(tabs, SWT.H_SCROLL | SWT.V_SCROLL);
        Composite pictures = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(pictures);
        root = picture(pictures, "machine.root", "The root of the machine");
        root.onOpen(this::open);
        kernels = new KernelButtons(pictures, "machine.root", jumps);
        root.onSelect(this::selected);
        states = picture(pictures, "machine.states", "States of the machine");
        scrolled.setContent(pictures);
        Room.scroll(scrolled, LEAST);
        timeline = new TimelinePane(tabs, machine, jumps);
        tab(tabs, "Machine", "machine", scrolled);
        tab(tabs, "Timeline", "ledger", timeline.control());
        tabs.setSelection(0);
    }

    private void behaviours(Consumer<BehaviourKind> act) {
        Composite bar = Room.line(this);
        for (BehaviourKind kind : BehaviourKind.values()) {
            Button button = button(bar, kind.id(), kind.title(), kind.icon(), kind.tip());
            button.setEnabled(false);
            button.addListener(SWT.Selection, _ -> act.accept(kind));
            buttons.put(kind, button);
        }
        String tip = "Compares the signatures by which a kernel knows its own hibernated image; changes nothing";
        Button hibernation = button(bar, "hibernation", "Hibernation", "hibernate", tip);
        hibernation.addListener(SWT.Selection, _ -> new HibernationDialog(getShell(), machine).open());
    }

    private static Button button(Composite bar, String id, String title, String icon, String tip) {
        Button button = Theme.plain(Ids.mark(new Button(bar, SWT.PUSH), "machine." + id));
        button.setText(title + "…");
        button.setImage(Images.of(icon));
        button.setToolTipText(tip);
        return button;
    }

    private static void tab(CTabFolder tabs, String title, String icon, Control page) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setImage(Images.of(icon));
        item.setControl(page);
    }

    private static DiagramCanvas picture(Composite parent, String id, String name) {
        DiagramCanvas canvas = Ids.mark(new DiagramCanvas(parent, name), id);
        Theme.own(canvas, () -> {
            canvas.setBackground(Theme.MAP_BACKGROUND.color());
            canvas.setForeground(Theme.MAP_FOREGROUND.color());
            canvas.setSelectionColour(Theme.SELECTION.color());
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(canvas);
        return canvas;
    }

    /** Shows how a machine is. */
    void show(MachineContents now) {
        contents = now;
        MachineState state = MachineState.of(now);
        String reason = now.status().reason();
        boolean told = state != MachineState.NONE && reason != null;
        words.setText(Shown.line(machine.root() + ": " + state.title() + (told ? ", " + reason : "")));
        buttons.forEach((kind, button) -> button.setEnabled(kind.fits(now)));
        root.setDiagram(RootPicture.of(now));
        states.setDiagram(StatePicture.of(now));
        timeline.show(now.events());
        layout(true, true);
        Room.fit(scrolled);
    }

    /** What is shown; null as long as nothing is. */
    MachineContents shown() {
        return contents;
    }

    /** Says why something could not be done. */
    void fail(String line) {
        words.setText(Shown.line(line));
        layout(true, true);
    }

    private void open(String box) {
        digests(box).forEach(jumps::open);
    }

    private void selected(String box) {
        kernels.show(digests(box));
    }

    /** The digest of the kernel that a box shows; none where it shows no kernel. */
    private List<String> digests(String box) {
        return contents.kernels().stream()
                .filter(kernel -> kernel.name().equals(box))
                .map(Placed::sha256)
                .toList();
    }

    @Override
    public boolean setFocus() {
        return root.setFocus();
    }
}
