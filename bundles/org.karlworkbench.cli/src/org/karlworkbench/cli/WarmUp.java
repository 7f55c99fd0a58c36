package org.karlworkbench.cli;

import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Sha256;
import org.karlworkbench.kit.model.KitFactory;

/**
 * Loads what most verbs need first on a thread of its own, while this one parses the command line: a processor would be
 * idle then, and loading takes longer than parsing. Whoever needs a class earlier waits for it, as without this.
 */
final class WarmUp {
    private WarmUp() {}

    static void start() {
        Thread.ofPlatform().daemon().name("warm-up").start(WarmUp::load);
    }

    private static void load() {
        KitFactory.eINSTANCE.createLedgerEntry();
        Seed.random();
        Sha256.create(0);
    }
}
