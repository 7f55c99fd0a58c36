package org.karlworkbench.linker;

import org.karlworkbench.elf.EngineException;

/**
 * A part of a kernel's file, which another thread may make than those beside it.
 *
 * @param from where in the file it begins
 * @param to where it ends
 * @param work what makes it
 */
record Part(int from, int to, Work work) {
    /** Makes bytes of the image. */
    interface Work {
        void run() throws EngineException;
    }

    /** Makes it and hands it on. */
    void make(byte[] image, Destination destination) throws EngineException {
        work.run();
        destination.take(image, from, to);
    }
}
