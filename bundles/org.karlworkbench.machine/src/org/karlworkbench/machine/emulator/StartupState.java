package org.karlworkbench.machine.emulator;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.kit.Startup;
import org.karlworkbench.kit.StartupRange;

/**
 * What is left of the startup code in a machine that runs, seen from outside at the kernel's own addresses. The bytes of
 * unmapped pages are still in physical memory, and where a kernel maps all of that they can be read there.
 *
 * @param policy what kernels of this architecture do with it
 * @param range the pages [kernel_text, endboot); null if the kernel's symbols do not say
 * @param verified true: every page is gone; false: some are not, or endboot is gone too; null: not probed, or the control
 *     failed: the memory at main could not be seen as the file has it
 * @param states what was found at each page, as many as there are pages; empty when not probed
 */
public record StartupState(Startup policy, StartupRange range, Boolean verified, List<PageState> states) {
    /** Copies the list. */
    public StartupState {
        states = List.copyOf(states);
        if (!states.isEmpty() && states.size() != range.pages()) {
            throw new IllegalArgumentException(states.size() + " states of " + range.pages() + " pages");
        }
    }

    /** How many pages there are; -1 if the kernel's symbols do not say. */
    public int pages() {
        return range == null ? -1 : range.pages();
    }

    /** The addresses of pages that were found to be still there. */
    public List<Long> left() {
        List<Long> left = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i) != wanted()) {
                left.add(range.page(i));
            }
        }
        return left;
    }

    /** What every page should be. */
    private PageState wanted() {
        return policy == Startup.TRASH ? PageState.TRASHED : PageState.GONE;
    }
}
