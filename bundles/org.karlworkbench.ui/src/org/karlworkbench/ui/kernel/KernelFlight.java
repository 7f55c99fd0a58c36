package org.karlworkbench.ui.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.IAction;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapMotion;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.motion.MapFlight;
import org.karlworkbench.ui.motion.PlayAction;

/** Slow motion of a relink: everything flies to its place in a kernel from where the kit's relink before had it. */
final class KernelFlight {
    private static final String NONE_BEFORE = "There is no relink of this kit before this kernel: nothing can fly here";

    private final AddressMap map;
    private final List<RowTable> lanes;
    private final MapFlight flight;
    private final PlayAction action;
    private final Reading reading;
    private final Runnable landed;
    private Consumer<String> told = _ -> {};
    private Layout layout;

    /**
     * Nothing flies yet.
     *
     * @param map the kernel's map
     * @param lanes its lanes
     * @param landed is told when all is at its place again
     */
    KernelFlight(AddressMap map, List<RowTable> lanes, Runnable landed) {
        this.map = map;
        this.lanes = lanes;
        this.landed = landed;
        flight = new MapFlight(map, this::flown);
        action = new PlayAction("Fly Here From the Relink Before", flight, this::fly);
        reading = new Reading(map);
    }

    /** The button. */
    IAction action() {
        return action;
    }

    /** Sets who is told in a sentence why nothing flies. */
    void onFailure(Consumer<String> listener) {
        told = listener;
    }

    /** The map shows another kernel, or the same in other colours; nothing flies any more. */
    void shows(Layout kernel) {
        layout = kernel;
        reading.stop();
    }

    /** As the button does. */
    void play() {
        action.run();
    }

    private void fly() {
        map.setFocus(); // where Esc ends it
        fly(told);
    }

    /** Lets everything fly here where there is a relink before, and says nothing where there is none. */
    void playIfThereIsOne() {
        fly(_ -> {});
    }

    private void fly(Consumer<String> failed) {
        if (layout == null) {
            return;
        }
        Layout kernel = layout;
        MapModel to = map.model();
        reading.start(
                "Reading the Relink Before",
                progress -> motion(kernel, to, progress),
                motion -> start(motion, failed),
                failed);
    }

    private void start(Optional<MapMotion> motion, Consumer<String> failed) {
        motion.ifPresentOrElse(
                way -> flight.start(way, map.selectedLane(), map.selectedIndex()), () -> failed.accept(NONE_BEFORE));
    }

    private Optional<MapMotion> motion(Layout kernel, MapModel to, Progress progress) throws EngineException {
        IFile owner = Kits.ownerOf(kernel.kernel());
        Optional<Path> before =
                owner == null ? Optional.empty() : RelinkFolder.before(owner, kernel.kernel(), progress);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Layout earlier = LayoutSource.read(before.get(), progress);
        Comparison comparison = Comparison.of(earlier, kernel, null, null, progress);
        MapModel from = KernelView.Content.of(earlier).map();
        return Optional.of(KernelMotion.of(comparison, from, to, lanes));
    }

    private void flown() {
        action.follow();
        if (!flight.isFlying()) {
            landed.run();
        }
    }

    /** Ends it at once. */
    void end() {
        flight.end();
    }

    /** The row of the kernel that an item of the map is at this moment. */
    int row(int lane, int item) {
        return flight.item(lane, item);
    }
}
