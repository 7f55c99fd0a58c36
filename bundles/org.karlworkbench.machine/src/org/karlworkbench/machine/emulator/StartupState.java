package org.karlworkbench.machine.emulator;

import java.util.List;
import org.karlworkbench.kit.Startup;

/**
 * What is left of the startup code in a machine that runs, seen from outside at the kernel's own addresses. The bytes of
 * unmapped pages are still in physical memory, and where a kernel maps all of that they can be read there.
 *
 * @param policy what kernels of this architecture do with it
 * @param pages how many pages [kernel_text, endboot) has; -1 if the kernel's symbols do not say
 * @param verified true: every page is gone; false: some are not, or endboot is gone too; null: not probed, or the control
 *     failed: the memory at main could not be seen as the file has it
 * @param left the addresses of pages that are still there
 */
public record StartupState(Startup policy, int pages, Boolean verified, List<Long> left) {
    /** Copies the list. */
    public StartupState {
        left = List.copyOf(left);
    }
}
