package org.karlworkbench.ui.machine;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.figures.Room;

/** What can be done with one or two of a machine's kernels that are selected. */
final class KernelButtons {
    private final Button layout;
    private final Button run;
    private final Button compare;
    private List<String> kernels = List.of();

    /**
     * Makes the buttons, switched off.
     *
     * @param parent where they go, in a line of their own
     * @param id what their names for tests begin with
     * @param jumps does it
     */
    KernelButtons(Composite parent, String id, KernelJumps jumps) {
        Composite bar = Room.line(parent);
        layout = button(bar, "kernel", "Open Layout", id + ".layout", () -> jumps.open(kernels.getFirst()));
        run = button(bar, "run", "Run Kernel", id + ".run", () -> jumps.run(kernels.getFirst()));
        compare = button(
                bar,
                "compare",
                "Compare Kernels",
                id + ".compare",
                () -> jumps.compare(kernels.getFirst(), kernels.getLast()));
        show(List.of());
    }

    private static Button button(Composite parent, String icon, String words, String id, Runnable action) {
        Button button = Theme.plain(Ids.mark(new Button(parent, SWT.PUSH), id));
        button.setImage(Images.of(icon));
        button.setText(words);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    /** Takes other kernels, by their digests, the earlier one first. */
    void show(List<String> digests) {
        kernels = List.copyOf(digests);
        layout.setEnabled(kernels.size() == 1);
        run.setEnabled(kernels.size() == 1);
        compare.setEnabled(kernels.size() == 2);
    }
}
