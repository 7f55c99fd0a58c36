package org.karlworkbench.ui.preview;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.kernel.Maps;
import org.karlworkbench.ui.motion.MapFlight;

/**
 * The layout of a kit as its settings stand: an address map that follows each change while it is made. When the built-in
 * linker is chosen, the next relink gives this very layout.
 */
public final class PreviewPane extends Composite {
    /** In fewer letters the sentence stands above the tools. */
    private static final int BESIDE_TOOLS = 130;

    private final IFile file;
    private final AddressMap map;
    private final Label sentence;
    private final PreviewWorker worker;
    private final Nearness nearness;
    private final PreviewMoves moves;
    private final MapFlight flight;
    private final IAction slow = PreviewTools.slowMotion();
    private Consumer<String> selectionListener = _ -> {};
    private Runnable drawnListener = () -> {};
    private PreviewWorker.Question asked;
    private PreviewPicture picture;
    private LoadedKit loaded;
    private PreviewLane selectedLane;
    private int selectedNumber;

    /**
     * Makes an empty pane.
     *
     * @param parent where it goes
     * @param file the kit's file
     * @param hand changes the recipe when objects are moved
     */
    public PreviewPane(Composite parent, IFile file, RecipeHand hand) {
        super(parent, SWT.NONE);
        this.file = file;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(this);
        sentence = Ids.mark(new Label(this, SWT.WRAP), "preview.sentence");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .indent(6, 0)
                .hint(200, SWT.DEFAULT)
                .applyTo(sentence);
        GridData place = (GridData) sentence.getLayoutData();
        Room.follow(this, BESIDE_TOOLS, narrow -> place.horizontalSpan = narrow ? 2 : 1);
        Composite bars = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(bars);
        ToolBarManager own = PreviewTools.create(bars, slow);
        Composite mapArea = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(mapArea);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(mapArea);
        map = Maps.create(mapArea, "preview.map");
        GridDataFactory.fillDefaults().grab(true, true).hint(300, 120).applyTo(map);
        Maps.tools(bars, map);
        own.update(true);
        flight = new MapFlight(map, () -> {});
        map.setHoverText((lane, row) -> picture.hover(PreviewLane.values()[lane], flight.item(lane, row)));
        map.setAccessibleName("Preview of the layout");
        map.addItemListener(this::selected);
        moves = new PreviewMoves(this, hand);
        map.setItemMover(moves);
        PreviewKeys.attachTo(map, moves::push);
        worker = new PreviewWorker(getDisplay(), this::take);
        nearness = new Nearness(file, getDisplay(), this::say);
        addDisposeListener(_ -> worker.stop());
        say("Reading objects…");
    }

    /** Sets who is told when a person selects something: of its object, or of the empty name. */
    public void onSelect(Consumer<String> listener) {
        selectionListener = Objects.requireNonNull(listener, "listener");
    }

    /** Sets who is told when another draw is shown. */
    public void onDrawn(Runnable listener) {
        drawnListener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Shows the layout of settings, as soon as it is computed. The same settings as before cost nothing.
     *
     * @param kit the kit as the workbench has read it
     * @param recipe the settings; copied here
     * @param seed the seed of the draw
     * @param page the page size in bytes
     */
    public void show(LinkKit kit, Recipe recipe, Seed seed, long page) {
        boolean same = asked != null
                && asked.model() == kit
                && asked.seed().equals(seed)
                && asked.page() == page
                && EcoreUtil.equals(asked.recipe(), recipe);
        if (!same) {
            asked = new PreviewWorker.Question(file, kit, EcoreUtil.copy(recipe), seed, page);
            worker.ask(asked);
        } else if (loaded != null) {
            nearness.ask(loaded, recipe.getLinker()); // there may be a new kernel to compare with
        }
    }

    /** Says why nothing can be shown. */
    public void fail(String problem) {
        flight.end();
        picture = null;
        loaded = null;
        map.setModel(MapModel.EMPTY);
        map.setEmptyText("No layout to show");
        say(problem);
    }

    private void take(PreviewWorker.Answer answer) {
        if (isDisposed()) {
            return;
        }
        if (answer.picture() == null) {
            fail(answer.problem());
            return;
        }
        loaded = answer.kit();
        flight.end();
        PreviewPicture before = picture;
        picture = answer.picture();
        boolean moved = before != null
                && before.colours() == picture.colours()
                && !before.preview().draw().equals(picture.preview().draw());
        if (slow.isChecked() && moved) {
            flight.start(picture.from(before), selectedLane(), selectedRow());
        } else {
            map.updateModel(picture.model());
            map.select(selectedLane(), selectedRow()); // it stays so wherever it is now
        }
        nearness.ask(loaded, answer.question().recipe().getLinker());
        drawnListener.run();
    }

    private int selectedLane() {
        return selectedLane == null ? -1 : selectedLane.ordinal();
    }

    private int selectedRow() {
        return selectedLane == null
                ? -1
                : PreviewPicture.rowOf(picture.columns().get(selectedLane), selectedNumber);
    }

    private void say(String words) {
        if (!isDisposed()) {
            sentence.setText(words);
            sentence.setToolTipText(words);
            sentence.requestLayout(); // which may need another line
        }
    }

    private void selected(int lane, int row) {
        selectedLane = lane < 0 || picture == null ? null : PreviewLane.values()[lane];
        selectedNumber = selectedLane == null ? -1 : picture.number(selectedLane, flight.item(lane, row));
        selectionListener.accept(selectedObject());
    }

    /** The object that is selected, itself or by a symbol of it; empty for none. */
    String selectedObject() {
        return selectedLane == null || picture == null
                ? ""
                : selectedLane.object(picture.preview().names(), selectedNumber);
    }

    /** The gap's size as it was drawn, by its number in {@code GapName}; -1 as long as nothing is shown. */
    public long gap(int number) {
        int row = picture == null ? -1 : PreviewPicture.rowOf(picture.columns().get(PreviewLane.GAPS), number);
        return row < 0 ? -1 : picture.columns().get(PreviewLane.GAPS).sizes()[row];
    }

    /** The body in the order that is shown; empty as long as nothing is. */
    public List<String> order() {
        return picture == null ? List.of() : picture.preview().draw().order();
    }

    /** What is shown, or null. */
    PreviewPicture picture() {
        return picture;
    }

    /** The settings that are shown, or null. */
    Recipe recipe() {
        return asked == null ? null : asked.recipe();
    }

    /** What moves objects, for menus. */
    public PreviewMoves moves() {
        return moves;
    }

    /** Sets whether things fly from draw to draw. */
    public void setSlowMotion(boolean on) {
        slow.setChecked(on);
    }

    /** Whether things fly at this moment. */
    boolean isFlying() {
        return flight.isFlying();
    }

    /** Whether things fly from draw to draw. */
    public boolean isSlowMotion() {
        return slow.isChecked();
    }

    /** Sets the map's context menu. */
    public void setMapMenu(Menu menu) {
        map.setMenu(menu);
    }

    /** The map, in whose window menus open. */
    public AddressMap map() {
        return map;
    }

    @Override
    public boolean setFocus() {
        return map.setFocus();
    }
}
