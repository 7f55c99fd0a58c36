package org.karlworkbench.machine;

import org.karlworkbench.elf.EngineException;

/**
 * A step of a behaviour.
 *
 * @param words what it does, for people
 * @param ahead whether it leaves the machine alone, so that it can be taken before there is one
 * @param action how
 */
record Step(String words, boolean ahead, Action action) {
    /** What a step does. */
    interface Action {
        /** Does it; false if no step shall follow. */
        boolean run() throws EngineException;
    }

    /** What a step does after which others always follow. */
    interface Plain {
        void run() throws EngineException;
    }

    static Step of(String words, Plain plain) {
        return step(words, false, plain);
    }

    /** A step that leaves the machine alone. */
    static Step ahead(String words, Plain plain) {
        return step(words, true, plain);
    }

    private static Step step(String words, boolean ahead, Plain plain) {
        return new Step(words, ahead, () -> {
            plain.run();
            return true;
        });
    }
}
