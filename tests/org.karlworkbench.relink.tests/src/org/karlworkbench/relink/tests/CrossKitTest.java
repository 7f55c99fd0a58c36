package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.RelinkResult;

/** Real objects of other architectures, linked by every linker that can, in three orders each. */
class CrossKitTest {
    private static final int SEEDS = 3;

    /** Architectures whose formulas are known. */
    private static final Set<String> COMPUTED = Set.of("alpha", "arm64", "armv7", "landisk");

    /** The other flags tell of executables only, by which registers they pass floating-point numbers. */
    private static final int ARM_EABI_VERSION = 0xff000000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "alpha,ld",
        "arm64,ld",
        "arm64,lld",
        "armv7,ld",
        "armv7,lld",
        "hppa,ld",
        "landisk,ld",
        "riscv64,ld",
        "riscv64,lld"
    })
    void everyOrderIsExplained(String arch, String linker) throws Exception {
        LoadedKit kit = Kits.loaded("cross-" + arch);
        assertEquals(arch, kit.architecture().name());
        for (int seed = 1; seed <= SEEDS; seed++) {
            Path kernel = folder.resolve("bsd." + seed);
            RelinkResult result = Runs.relink(kit, linker, seed, kernel);
            assertEquals(0, result.account().unexplainedBytes());
            assertTrue(result.account().relocationsChecked() + result.account().relocationsNotRecomputed() > 1000);
            if (COMPUTED.contains(arch)) {
                assertEquals(0, result.account().relocationsNotRecomputed());
            }
            try (ElfFile file = ElfFile.open(kernel)) {
                int mask = file.header().machine() == Elf.EM_ARM ? ARM_EABI_VERSION : -1;
                int flags = kit.objects().getFirst().header().flags();
                assertEquals(flags & mask, file.header().flags() & mask, "e_flags");
            }
        }
    }

    /** lld 14 does not shorten code and crashes on some of it, so that it never gets such objects. */
    @Test
    void lldNeverGetsObjectsToRelax() throws Exception {
        Path copy = Kits.copy("cross-riscv64", folder.resolve("kit"));
        Path source = Files.writeString(folder.resolve("relaxed.s"), ".globl relaxed\nrelaxed: call main\n ret\n");
        Process as = new ProcessBuilder(
                        "riscv64-linux-gnu-as",
                        "-march=rv64imac",
                        "-mabi=lp64",
                        source.toString(),
                        "-o",
                        copy.resolve("param.o").toString())
                .inheritIO()
                .start();
        assertEquals(0, as.waitFor());
        LoadedKit kit = Kits.load(copy);
        EngineException refused =
                assertThrows(EngineException.class, () -> Runs.relink(kit, "lld", 1, folder.resolve("bsd")));
        assertEquals("linker-unfit", refused.code());
        assertTrue(refused.file().endsWith("param.o"), refused.file());
    }
}
