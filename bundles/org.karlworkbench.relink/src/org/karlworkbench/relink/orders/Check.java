package org.karlworkbench.relink.orders;

import org.karlworkbench.elf.EngineException;

/** One of the checks over all orders. */
sealed interface Check
        permits StartupCheck,
                BeforeGapCheck,
                OrphanCheck,
                ContributorCheck,
                NeighbourCheck,
                ReachCheck,
                FixedAddressCheck,
                SegmentCheck {
    /**
     * Checks a kit.
     *
     * @param orders the kit, its script and its trial links
     * @param findings takes what is found
     * @throws EngineException when a file of the kit has changed or gone
     */
    void run(Orders orders, Findings findings) throws EngineException;
}
