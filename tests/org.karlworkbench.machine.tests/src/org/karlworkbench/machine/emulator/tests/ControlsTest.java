package org.karlworkbench.machine.emulator.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.machine.emulator.Loader;
import org.karlworkbench.machine.emulator.PageState;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.RunResult;

/** Kernels that boot and whose startup code is not gone, or of which nobody can tell. */
class ControlsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "i386", "arm64", "riscv64", "octeon"})
    void aKernelThatKeepsItsStartupCodeIsFoundOut(String architecture) throws Exception {
        boolean gap = Math.random() < 0.5;
        Path kernel = DemoKernels.relink(architecture, "lld", Seed.random(), gap, folder.resolve("bsd"));
        RunResult result = DemoKernels.run(RunRequest.of(kernel).withArguments("keep"));
        assertTrue(result.booted(), result::toString);
        assertTrue(result.serial().contains("startup: kept "), result::toString);
        assertEquals(Boolean.FALSE, result.startup().verified(), result::toString);
        assertEquals(result.startup().pages(), result.startup().left().size(), result::toString);
        assertTrue(result.startup().states().stream().allMatch(PageState.READABLE::equals), result::toString);
        assertEquals(result.startup().pages(), new HashSet<>(result.startup().left()).size(), result::toString);
    }

    /** The file that is looked at is not the one that runs: main is elsewhere, so what is gone proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"arm64", "octeon"})
    void withoutTheControlNothingIsSaid(String architecture) throws Exception {
        Path kernel = DemoKernels.relink(architecture, folder.resolve("bsd"));
        byte[] bytes = Files.readAllBytes(kernel);
        moveMain(kernel, bytes);
        Files.write(kernel, bytes);
        RunResult result = DemoKernels.run(RunRequest.of(kernel));
        assertTrue(result.booted(), result::toString);
        assertNull(result.startup().verified(), result::toString);
    }

    /** Changes the symbol table's main to the place of a variable, which holds no bytes of the file any more. */
    private static void moveMain(Path kernel, byte[] bytes) throws Exception {
        try (ElfFile file = ElfFile.open(kernel)) {
            long from = file.symbols().value(file.symbols().find("main"));
            long to = file.symbols().value(file.symbols().find("end"));
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(file.header().order());
            int table = 0;
            while (file.sections().type(table) != 2) {
                table++;
            }
            int begin = (int) file.sections().offset(table);
            int end = begin + (int) file.sections().size(table);
            for (int at = begin; at < end; at += 24) {
                if (buffer.getLong(at + 8) == from) {
                    buffer.putLong(at + 8, to);
                }
            }
        }
    }

    @Test
    void aKernelWithoutSymbolsIsNotProbed() throws Exception {
        Path kernel = DemoKernels.relink("riscv64", folder.resolve("bsd"));
        Process strip = new ProcessBuilder("riscv64-linux-gnu-strip", kernel.toString()).start();
        assertEquals(0, strip.waitFor());
        RunResult result = DemoKernels.run(RunRequest.of(kernel));
        assertTrue(result.booted(), result::toString);
        assertNull(result.startup().verified(), result::toString);
        assertEquals(-1, result.startup().pages(), result::toString);
    }

    /** The loader says why it does not start a kernel. */
    @Test
    void theLoaderRefusesInWords() throws Exception {
        Path kernel = DemoKernels.relink("amd64", folder.resolve("bsd"));
        byte[] bytes = Files.readAllBytes(kernel);
        try (ElfFile file = ElfFile.open(kernel)) {
            Segments segments = file.segments();
            assertTrue(segments.count() > 0);
            // p_paddr of the first program header, right behind the header: 1 GiB, where this machine has no memory
            ByteBuffer.wrap(bytes).order(file.header().order()).putLong(64 + 24, 1L << 30);
        }
        Files.write(kernel, bytes);
        RunResult result = DemoKernels.run(RunRequest.of(kernel).withLoader(Loader.OPENBSD));
        assertEquals("loader: the kernel lies where this loader cannot put it", result.detail(), result::toString);
        assertTrue(!result.booted(), result::toString);
    }
}
