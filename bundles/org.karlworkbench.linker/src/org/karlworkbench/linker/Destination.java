package org.karlworkbench.linker;

import org.karlworkbench.elf.EngineException;

/**
 * Takes parts of a kernel's file as soon as they are whole, from several threads at a time and in any order: what was just
 * made is still near to the processor, and while one waits for the disk another goes on. What no part covers is zero.
 */
interface Destination {
    /** For a kernel that stays in memory. */
    Destination MEMORY = (_, _, _) -> {};

    /**
     * Takes a part; one that was taken before, when it has changed.
     *
     * @param image the whole file
     * @param from where the part begins
     * @param to where it ends
     * @throws EngineException when the disk fails
     */
    void take(byte[] image, int from, int to) throws EngineException;
}
