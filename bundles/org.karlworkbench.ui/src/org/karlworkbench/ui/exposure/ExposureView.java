package org.karlworkbench.ui.exposure;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.exposure.Leak;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.ItemListener;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.items.InKit;
import org.karlworkbench.ui.items.KernelItem;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.Follower;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kernel.Maps;
import org.karlworkbench.ui.kernel.PictureFile;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.kit.KitEditor;

/**
 * What a leak tells of the kernel or kit that is looked at. It follows what is selected; a symbol that is selected, clicked in
 * the map or typed is what leaks. Everything is found out in Jobs, and only the latest question is answered.
 */
public final class ExposureView extends ViewPart {
    private static final int PART_FOR_CHOICE = 4;

    /** In fewer lines the fields stand beside the cards. */
    private static final int LINES_FOR_BOTH = 10;

    private static final String HINT =
            "Open a kernel that was linked from a kit, or a kit, to see what a leak tells of it.";
    private static final String NO_KIT =
            "What moves together is told by a kit, and the kit of this kernel is not in the workspace. Bring it in by "
                    + "File > New > Link-Kit and open one of its relinks, or use karl exposure with --kit.";

    private final LeakReader reader = new LeakReader();
    private Follower follower;
    private Stack stack;
    private Composite page;
    private LeakChoice choice;
    private LeakCards cards;
    private Label words;
    private AddressMap map;
    private LeakTables tables;
    private LeakQuestion wanted = new LeakQuestion(null, "", Leak.POINTER, Defence.KARL);
    private LeakQuestion asked = wanted;
    private LeakAnswer shown;
    private Reading reading;

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "exposure.message");
        reading = new Reading(stack.control());
        page = new Composite(stack.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 2).applyTo(page);
        cards = Ids.mark(new LeakCards(page), "exposure.figures");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(cards);
        words = Ids.mark(new Label(page, SWT.WRAP), "exposure.words");
        GridDataFactory.fillDefaults().grab(true, false).hint(460, SWT.DEFAULT).applyTo(words);
        choice = new LeakChoice(page, this::chosen);
        choice.setLayoutData(new GridData());
        page.addListener(SWT.Resize, _ -> arrange());
        SashForm sash = Room.turning(new SashForm(page, SWT.HORIZONTAL), 100);
        Ids.mark(sash, "exposure.sash");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(sash);
        map = map(sash);
        tables = new LeakTables(sash);
        sash.setWeights(53, 47);
        tools(getViewSite().getActionBars().getToolBarManager());
        stack.say(HINT);
        follower = new Follower(this, this::want, this::follow);
        look(getSite().getPage().getActiveEditor());
    }

    /** The fields stand below the cards where there is room, else beside them. */
    private void arrange() {
        boolean low = page.getSize().y < Room.height(page, LINES_FOR_BOTH);
        GridData place = (GridData) choice.getLayoutData();
        place.widthHint = page.getSize().x / PART_FOR_CHOICE;
        place.verticalAlignment = SWT.BEGINNING;
        place.verticalSpan = low ? 2 : 1;
        ((GridData) cards.getLayoutData()).horizontalSpan = low ? 1 : 2;
        if (low) {
            choice.moveAbove(cards);
        } else {
            choice.moveBelow(words);
        }
    }

    private AddressMap map(Composite parent) {
        AddressMap made = Maps.create(parent, "exposure.map");
        made.setEmptyText("Nothing of this kit has an address");
        made.setAccessibleName("Address map of what is known");
        made.setHoverText((lane, item) -> shown.places().hover(shown.states(), lane, item));
        made.addItemListener(new ItemListener() {
            @Override
            public void selected(int lane, int item) {
                selectedOnMap(lane, item);
            }
        });
        return made;
    }

    private void tools(IToolBarManager bar) {
        bar.add(new ButtonAction("Zoom In (+)", "zoom-in", map.window()::zoomIn));
        bar.add(new ButtonAction("Zoom Out (-)", "zoom-out", map.window()::zoomOut));
        bar.add(new ButtonAction("Show the Whole Kernel (0)", "zoom-all", map.window()::showAll));
        bar.add(new ButtonAction(
                "Save Exposure Map...",
                "picture",
                () -> PictureFile.save(map.getShell(), "exposure", map::picture, map::image)));
    }

    /** A symbol that is selected elsewhere leaks; of anything else kernel or kit is looked at. */
    private void want(Object first) {
        switch (first) {
            case RowItem item
            when item.table() == RowTable.SYMBOLS -> {
                LeakPlaces places = new KernelPlaces(item.layout());
                wanted = wanted.about(new LeakQuestion.Kernel(item.layout())).of(places.symbol(item.row()));
            }
            case RowItem item -> wanted = wanted.about(new LeakQuestion.Kernel(item.layout()));
            case KernelItem item -> wanted = wanted.about(new LeakQuestion.Kernel(item.layout()));
            case RelinkItem _ -> {}
            case InKit item -> wanted = wanted.about(new LeakQuestion.Kit(item.kitFile()));
            case null, default -> {}
        }
        follow();
    }

    /** Where nothing is selected, it is the editor in front. */
    private void look(IEditorPart editor) {
        if (wanted.subject() == null && editor instanceof KernelEditor kernel && kernel.layout() != null) {
            wanted = wanted.about(new LeakQuestion.Kernel(kernel.layout()));
        } else if (wanted.subject() == null && editor instanceof KitEditor kit) {
            wanted = wanted.about(new LeakQuestion.Kit(kit.kitFile()));
        }
        follow();
    }

    /** A person chose. */
    private void chosen() {
        wanted = wanted.of(choice.symbol()).by(choice.leak(), choice.defence());
        follow();
    }

    private void selectedOnMap(int lane, int item) {
        if (lane < 0 || !shown.question().subject().equals(wanted.subject())) {
            return; // nothing, or something of a kernel that is not looked at any more
        }
        shown.places().reveal(getSite().getPage(), lane, item);
        if (lane == LeakPlaces.SYMBOLS) {
            wanted = wanted.of(shown.places().symbol(item));
            follow();
        }
    }

    /** Asks what is wanted, if somebody looks. */
    private void follow() {
        if (follower == null || wanted.subject() == null || Objects.equals(wanted, asked) || !follower.isSeen()) {
            return;
        }
        asked = wanted;
        choice.show(asked);
        LeakQuestion question = asked;
        reading.start(
                "Reading Exposure of " + question.subject().name(),
                progress -> reader.answer(question, progress),
                answer -> show(question, answer),
                this::fail);
    }

    private void show(LeakQuestion question, LeakAnswer answer) {
        if (answer == null) {
            stack.say(NO_KIT);
            return;
        }
        boolean samePlaces = shown != null && shown.places() == answer.places();
        boolean otherLeak = shown == null || !shown.question().equals(question);
        shown = answer;
        setTitleToolTip("What a leak tells of " + question.subject().name());
        cards.show(answer.exposure());
        words.setText(LeakWords.sentences(answer));
        words.setToolTipText(words.getText());
        tables.show(answer, (object, symbol) -> answer.places().goTo(getSite().getPage(), object, symbol));
        if (otherLeak && answer.knowledge() != null) {
            tables.showLeak(question.leak() == Leak.UNKNOWN
                    && !answer.knowledge().candidates().isEmpty());
        }
        if (samePlaces) {
            int lane = map.selectedLane();
            int item = map.selectedIndex();
            map.updateModel(answer.map());
            map.select(lane, item);
        } else {
            map.setModel(answer.map());
        }
        page.layout(true, true);
        stack.show(page);
    }

    /**
     * What the view tells.
     *
     * @param symbol what leaks, {@code NAME} or {@code OBJECT:NAME}; empty for nothing
     * @param leak how it leaks
     * @param defence how addresses are hidden
     * @param known how many symbols are known then
     * @param toldByPointer how many functions a leaked pointer tells on average
     * @param blocks how many blocks hide from each other
     */
    public record Told(String symbol, Leak leak, Defence defence, int known, double toldByPointer, int blocks) {}

    /** What is told now; nothing as long as a question is not answered. */
    public Optional<Told> told() {
        if (shown == null || !shown.question().equals(wanted)) {
            return Optional.empty();
        }
        LeakQuestion question = shown.question();
        int known = shown.knowledge() == null ? 0 : shown.knowledge().known().size();
        return Optional.of(new Told(
                question.symbol(),
                question.leak(),
                question.defence(),
                known,
                shown.exposure().shares().mean(),
                shown.exposure().blocks()));
    }

    private void fail(String problem) {
        asked = null; // whoever selects it once more asks once more
        stack.fail(problem);
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
