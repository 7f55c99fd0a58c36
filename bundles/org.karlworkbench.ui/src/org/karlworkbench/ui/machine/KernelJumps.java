package org.karlworkbench.ui.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.ui.kernel.KernelCopies;
import org.karlworkbench.ui.kernel.ReadJob;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.run.KernelRuns;

/**
 * Leads from a machine's kernels to their layout and comparison. What is opened is a copy with its ledger entry beside
 * it, so that the machine's own kernel can be replaced meanwhile.
 */
final class KernelJumps {
    private final Machine machine;
    private final IWorkbenchPage page;
    private final Control owner;
    private final Consumer<String> failed;

    KernelJumps(Machine machine, IWorkbenchPage page, Control owner, Consumer<String> failed) {
        this.machine = machine;
        this.page = page;
        this.owner = owner;
        this.failed = failed;
    }

    /** Opens the layout of a kernel by its digest. */
    void open(String sha256) {
        copies(List.of(sha256), copies -> Opener.kernel(page, copies.getFirst()));
    }

    /** Runs a kernel by its digest. */
    void run(String sha256) {
        copies(List.of(sha256), copies -> KernelRuns.start(page, copies.getFirst()));
    }

    /** Opens the comparison of two kernels by their digests, the earlier one first. */
    void compare(String first, String second) {
        copies(List.of(first, second), copies -> Opener.comparison(page, copies.getFirst(), copies.getLast()));
    }

    private void copies(List<String> digests, Consumer<List<Path>> then) {
        new ReadJob<List<Path>>(
                        "Fetching Kernels of " + machine.root(),
                        owner,
                        progress -> {
                            List<Path> copies = new ArrayList<>();
                            for (String sha256 : digests) {
                                copies.add(machine.copyOut(sha256, KernelCopies.folder(), progress));
                            }
                            return copies;
                        },
                        then,
                        failed)
                .schedule();
    }
}
