package org.karlworkbench.relink;

import java.io.Serial;

/** A linker's map that cannot be read; becomes an EngineException where the linker is known. */
final class MapException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    MapException(String problem) {
        super(problem);
    }
}
