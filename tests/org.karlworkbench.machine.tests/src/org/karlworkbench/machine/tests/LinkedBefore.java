package org.karlworkbench.machine.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test of hundreds of machines, whose kernels are linked once. */
abstract class LinkedBefore {
    @TempDir
    private static Path shared;

    /** Hands out the kernels. */
    static PooledMaker maker;

    /** For machines. */
    @TempDir
    Path folder;

    @BeforeAll
    static void link() throws Exception {
        maker = new PooledMaker(shared, Demo.OLD, Demo.NEW);
    }
}
