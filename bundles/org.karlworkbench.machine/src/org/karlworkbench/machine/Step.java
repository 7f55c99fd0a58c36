package org.karlworkbench.machine;

import org.karlworkbench.elf.EngineException;

/**
 * A step of a behaviour.
 *
 * @param words what it does, for people
 * @param action how
 */
record Step(String words, Action action) {
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
        return new Step(words, () -> {
            plain.run();
            return true;
        });
    }
}
