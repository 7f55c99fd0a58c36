package org.karlworkbench.ui.machine;

import java.util.List;
import org.karlworkbench.machine.MachineContents;
import org.karlworkbench.picture.Diagram;
import org.karlworkbench.picture.Diagram.Arrow;
import org.karlworkbench.picture.Diagram.Box;

/** The states of a machine and what leads from one to the other; the present one is lit. */
final class StatePicture {
    private StatePicture() {}

    static Diagram of(MachineContents contents) {
        MachineState now = MachineState.of(contents);
        return new Diagram(
                List.of(
                        box(MachineState.NONE, 0, 0, now),
                        box(MachineState.ENGAGED, 1, 0, now),
                        box(MachineState.DISENGAGED, 2, 0, now),
                        box(MachineState.INTERRUPTED, 1, 1, now)),
                List.of(
                        arrow(MachineState.NONE, MachineState.ENGAGED, "install", now),
                        arrow(MachineState.ENGAGED, MachineState.ENGAGED, "boot: relinks; make install", now),
                        arrow(MachineState.ENGAGED, MachineState.DISENGAGED, "cp, no checksum", now),
                        arrow(MachineState.DISENGAGED, MachineState.ENGAGED, "re-engage,\nupgrade,\nmake install", now),
                        arrow(MachineState.DISENGAGED, MachineState.DISENGAGED, "boot: relinks nothing", now),
                        arrow(MachineState.ENGAGED, MachineState.INTERRUPTED, "power fails", now),
                        arrow(MachineState.INTERRUPTED, MachineState.ENGAGED, "next run\nsettles", now)));
    }

    private static Box box(MachineState state, int column, int row, MachineState now) {
        return new Box(state.name(), state.title(), List.of(state.meaning()), column, row, state == now);
    }

    private static Arrow arrow(MachineState from, MachineState to, String words, MachineState now) {
        return new Arrow(from.name(), to.name(), words, from == now);
    }
}
