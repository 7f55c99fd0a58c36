package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.kit.LoadedKit;

/** Real objects of other machines: for the same draw the built-in linker loads the very bytes that the witnesses load. */
class MachineWitnessTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"cross-riscv64,lld", "cross-riscv64,ld"})
    void loadsTheSame(String name, String linker) throws Exception {
        LoadedKit kit = Unmerged.kit(name, folder.resolve("kit"));
        int draws = 2 * Integer.getInteger("karl.rounds", 1);
        for (int seed = 0; seed < draws; seed++) {
            Runs.relink(kit, "builtin", seed, folder.resolve("ours"));
            Runs.relink(kit, linker, seed, folder.resolve("theirs"));
            long compared =
                    SameLoad.compare(folder.resolve("ours"), folder.resolve("theirs"), Set.of(), name + " " + seed);
            assertTrue(compared > 300_000, compared + " bytes");
        }
    }
}
