package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.relink.RelinkResult;

/**
 * Real objects of other architectures, linked by every linker that can, in several orders. The kits of sgi and socppc have
 * the same objects as those of octeon and macppc, at other addresses.
 */
class CrossKitTest {
    private static final Set<String> WITHOUT_FORMULAS = Set.of("arm64");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "arm64,ld,3",
        "arm64,lld,3",
        "loongson,ld,3",
        "loongson,lld,3",
        "macppc,ld,3",
        "macppc,lld,3",
        "octeon,ld,3",
        "octeon,lld,3",
        "powerpc64,ld,3",
        "powerpc64,lld,3",
        "riscv64,ld,3",
        "riscv64,lld,3",
        "sgi,ld,1",
        "sgi,lld,1",
        "socppc,ld,1",
        "socppc,lld,1",
        "sparc64,ld,3"
    })
    void everyOrderIsExplained(String arch, String linker, int seeds) throws Exception {
        LoadedKit kit = Kits.loaded("cross-" + arch);
        assertEquals(arch, kit.architecture().name());
        for (int seed = 1; seed <= seeds; seed++) {
            Path kernel = folder.resolve("bsd." + seed);
            RelinkResult result = Runs.relink(kit, linker, seed, kernel);
            assertEquals(0, result.account().unexplainedBytes());
            assertTrue(result.account().relocationsChecked() + result.account().relocationsNotRecomputed() > 1000);
            if (!WITHOUT_FORMULAS.contains(arch)) {
                assertEquals(0, result.account().relocationsNotRecomputed());
            }
            try (ElfFile file = ElfFile.open(kernel)) {
                assertFlags(kit, file.header().flags());
            }
        }
    }

    /** What all objects have, the kernel has, and nothing that none has. */
    private static void assertFlags(LoadedKit kit, int flags) {
        int all = -1;
        int any = 0;
        for (ObjectFile object : kit.objects()) {
            all &= object.header().flags();
            any |= object.header().flags();
        }
        assertEquals(all, flags & all, "e_flags");
        assertEquals(0, flags & ~any, "e_flags");
    }
}
