package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Architectures;
import org.karlworkbench.kit.Startup;

/** The catalogue against KARL.md table B2 and section C. */
class ArchitecturesTest {
    @Test
    void hasAllSixteenSortedByName() {
        assertEquals(
                List.of(
                        "alpha",
                        "amd64",
                        "arm64",
                        "armv7",
                        "hppa",
                        "i386",
                        "landisk",
                        "loongson",
                        "luna88k",
                        "macppc",
                        "octeon",
                        "powerpc64",
                        "riscv64",
                        "sgi",
                        "socppc",
                        "sparc64"),
                Architectures.all().stream().map(Architecture::name).toList());
    }

    @Test
    void knowsPagesPadsAndStartup() {
        assertEquals(8192, named("alpha").page());
        assertEquals(8192, named("sparc64").page());
        assertEquals(4096, named("sgi").page(List.of("TGT_O2", "CPU_R5000")), "R5000s have small pages");
        assertEquals(16384, named("sgi").page(List.of("TGT_ORIGIN", "CPU_R10000")));
        assertEquals(8192, named("alpha").page(List.of("CPU_R5000")));
        for (String name : List.of("loongson", "octeon", "sgi")) {
            assertEquals(16384, named(name).page());
            assertEquals(0xefefefefL, named(name).pad());
            assertEquals(Startup.TRASH, named(name).startup());
            assertEquals(0x34, named(name).trashWord());
        }
        assertEquals(0, named("alpha").trashWord());
        assertEquals(0xf400fc01L, named("luna88k").pad());
        assertEquals(0xd4d4d4d4L, named("arm64").pad());
        for (String name : List.of("amd64", "i386", "arm64", "riscv64")) {
            assertEquals(Startup.UNMAP, named(name).startup());
        }
        assertEquals(
                List.of("socppc"),
                Architectures.all().stream()
                        .filter(each -> !each.randomized())
                        .map(Architecture::name)
                        .toList());
    }

    @Test
    void everyEntryIsWhole() {
        for (Architecture each : Architectures.all()) {
            assertEquals(1, Integer.bitCount(each.page()), each.name());
            assertTrue(each.bits() == 32 || each.bits() == 64, each.name());
            assertTrue(
                    !each.flags().isEmpty()
                            && !each.head().isEmpty()
                            && !each.entry().isEmpty(),
                    each.name());
            assertTrue(each.emulation("ld").isEmpty() == each.toolsPackage().isEmpty(), each.name());
            assertTrue(each.bits() == 64 || each.textBase() >>> 32 == 0, each.name());
        }
        assertEquals("locore.o", named("sparc64").head().getFirst());
    }

    @Test
    void isFoundByTheKindOfItsObjects() {
        assertEquals(
                "amd64",
                Architectures.of(Elf.EM_X86_64, 64, ByteOrder.LITTLE_ENDIAN, null)
                        .orElseThrow()
                        .name());
        assertEquals(
                "octeon",
                Architectures.of(8, 64, ByteOrder.BIG_ENDIAN, null)
                        .orElseThrow()
                        .name());
        assertEquals(
                "sgi",
                Architectures.of(8, 64, ByteOrder.BIG_ENDIAN, "sgi")
                        .orElseThrow()
                        .name());
        assertEquals(
                "loongson",
                Architectures.of(8, 64, ByteOrder.LITTLE_ENDIAN, "amd64")
                        .orElseThrow()
                        .name());
        assertEquals(
                "macppc",
                Architectures.of(20, 32, ByteOrder.BIG_ENDIAN, null)
                        .orElseThrow()
                        .name());
        assertTrue(Architectures.of(8, 32, ByteOrder.BIG_ENDIAN, null).isEmpty(), "mips with 32 bits is none of them");
    }

    private static Architecture named(String name) {
        return Architectures.named(name).orElseThrow();
    }
}
