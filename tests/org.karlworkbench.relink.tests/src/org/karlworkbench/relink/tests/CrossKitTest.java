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
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.verify.Verification;

/**
 * Real objects of other architectures, linked by every linker that can, in several orders. The kits of sgi and socppc have
 * the same objects as those of octeon and macppc, at other addresses.
 */
class CrossKitTest {
    /** By which registers an executable passes floating-point numbers (ELF for the Arm architecture, e_flags). */
    private static final int ARM_FLOAT = 0x600;

    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);

    private static final Set<String> WITHOUT_FORMULAS = Set.of("hppa");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "alpha,ld,3",
        "arm64,builtin,3",
        "arm64,ld,3",
        "arm64,lld,3",
        "armv7,builtin,3",
        "armv7,ld,3",
        "armv7,lld,3",
        "hppa,ld,3",
        "landisk,ld,3",
        "loongson,builtin,3",
        "loongson,ld,3",
        "loongson,lld,3",
        "macppc,builtin,3",
        "macppc,ld,3",
        "macppc,lld,3",
        "octeon,builtin,3",
        "octeon,ld,3",
        "octeon,lld,3",
        "powerpc64,ld,3",
        "powerpc64,lld,3",
        "riscv64,builtin,3",
        "riscv64,ld,3",
        "riscv64,lld,3",
        "sgi,builtin,1",
        "sgi,ld,1",
        "sgi,lld,1",
        "socppc,ld,1",
        "socppc,lld,1",
        "sparc64,builtin,3",
        "sparc64,ld,3"
    })
    void everyOrderIsExplained(String arch, String linker, int seeds) throws Exception {
        LoadedKit kit = Kits.loaded("cross-" + arch);
        assertEquals(arch, kit.architecture().name());
        for (int seed = 1; seed <= seeds * ROUNDS; seed++) {
            Path kernel = folder.resolve("bsd." + seed);
            RelinkResult result = Runs.relink(kit, linker, seed, kernel);
            assertEquals(0, result.account().unexplainedBytes());
            assertTrue(result.account().relocationsChecked() + result.account().relocationsNotRecomputed() > 1000);
            if (!WITHOUT_FORMULAS.contains(arch)) {
                assertEquals(0, result.account().relocationsNotRecomputed());
            }
            if (seed == 1 || ROUNDS > 1) {
                assertEquals(0, Verification.of(kernel, kit, Progress.NONE).findings(), "by its entry");
                Alone.assertVerified(kit, result, folder, seed);
            }
            try (ElfFile file = ElfFile.open(kernel)) {
                assertFlags(kit, file.header().flags());
            }
        }
    }

    /** What all objects have, the kernel has, and nothing that none has; but Arm's executables tell of more than objects. */
    private static void assertFlags(LoadedKit kit, int flags) {
        int all = -1;
        int any = 0;
        for (ObjectFile object : kit.objects()) {
            all &= object.header().flags();
            any |= object.header().flags();
        }
        assertEquals(all, flags & all, "e_flags");
        int told = kit.architecture().machine() == Elf.EM_ARM ? ARM_FLOAT : 0;
        assertEquals(0, flags & ~any & ~told, "e_flags");
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
