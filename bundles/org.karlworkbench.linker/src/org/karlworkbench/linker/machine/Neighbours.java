package org.karlworkbench.linker.machine;

import java.util.function.IntPredicate;
import org.karlworkbench.elf.EngineException;

/** The other relocations of the piece that a site is in. */
public interface Neighbours {
    /**
     * Finds a relocation at an offset and tells the site its type, addend and target.
     *
     * @param offset bytes from the piece's beginning
     * @param types which types are looked for
     * @return false if there is none; the site is as it was then
     * @throws EngineException if that relocation refers to nothing that could be in a kernel
     */
    boolean tell(long offset, IntPredicate types) throws EngineException;
}
