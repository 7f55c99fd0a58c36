package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.kit.LoadedKit;

/** Real objects of other machines: for the same draw the built-in linker loads the very bytes that the witnesses load. */
class MachineWitnessTest {
    /** What lld makes of its own; of a kit without a global offset table that is an empty one. */
    private static final Set<String> MADE = Set.of(".MIPS.abiflags", ".MIPS.options", ".got");

    @TempDir
    Path folder;

    /**
     * The same, but for the order of the global offset table, and what it says of words that lead through it. lld rewrites
     * Arm's index of exceptions, which is left out here.
     */
    @ParameterizedTest
    @ValueSource(strings = {"cross-armv7", "cross-macppc"})
    void loadsTheSameThroughItsTable(String name) throws Exception {
        Path folderOfKit = withRoom(Kits.copy(name, folder.resolve("kit")));
        Path script = folderOfKit.resolve("ld.script");
        String text = Files.readString(script).replaceAll("\\.ARM\\.ex.* :rodata\n", "");
        Files.writeString(script, text.replace("*(.comment)", "*(.comment) *(.ARM.ex*)"));
        LoadedKit kit = Unmerged.kit(folderOfKit);
        int draws = 2 * Integer.getInteger("karl.rounds", 1);
        for (int seed = 0; seed < draws; seed++) {
            Runs.relink(kit, "builtin", seed, folder.resolve("ours"));
            Runs.relink(kit, "lld", seed, folder.resolve("theirs"));
            long through = SameLoad.throughTable(folder.resolve("ours"), folder.resolve("theirs"), name + " " + seed);
            assertTrue(through > 1_000 && through < 20_000, through + " words");
        }
    }

    /** So much room before .bss that what only lld makes moves nothing. */
    private static Path withRoom(Path kit) throws Exception {
        Path script = kit.resolve("ld.script");
        Files.writeString(
                script,
                Files.readString(script)
                        .replaceFirst("(?m)^\\t\\.bss : ALIGN\\(\\w+\\)", "\t.bss : ALIGN(0x100000)")
                        .replaceFirst("\\.sdata : ALIGN\\(\\w+\\)", ".sdata : ALIGN(0x100000)"));
        return kit;
    }

    @ParameterizedTest
    @CsvSource({
        "cross-riscv64,lld",
        "cross-riscv64,ld",
        "cross-octeon,lld",
        "cross-loongson,lld",
        "cross-sgi,lld",
        "cross-sparc64,ld"
    })
    void loadsTheSame(String name, String linker) throws Exception {
        LoadedKit kit = Unmerged.kit(withRoom(Kits.copy(name, folder.resolve("kit"))));
        int draws = 2 * Integer.getInteger("karl.rounds", 1);
        for (int seed = 0; seed < draws; seed++) {
            Runs.relink(kit, "builtin", seed, folder.resolve("ours"));
            Runs.relink(kit, linker, seed, folder.resolve("theirs"));
            long compared = SameLoad.compare(folder.resolve("ours"), folder.resolve("theirs"), MADE, name + " " + seed);
            assertTrue(compared > 250_000, compared + " bytes");
        }
    }
}
