package org.karlworkbench.machine.emulator.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.machine.emulator.EmulatorRun;
import org.karlworkbench.machine.emulator.Loader;
import org.karlworkbench.machine.emulator.Reason;
import org.karlworkbench.machine.emulator.RunListener;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.machine.emulator.StartupState;

/** Stops, a debugger of our own at the socket, and memory written to a file. */
class DebuggerTest {
    static final class ShortFolders implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.createTempDirectory(Path.of("/tmp"), "karl-");
        }
    }

    private static final int NOTE = 24; // bytes of the demo kernel's only note

    @TempDir
    Path folder;

    /** A debugger's socket is the user's to name, and no path of one can be long (sun_path of unix(7)). */
    @TempDir(factory = ShortFolders.class)
    Path roomForSockets;

    /** A debugger looks at the machine where it stands and lets it run on; then somebody answers the kernel's question. */
    @ParameterizedTest
    @ValueSource(strings = {"amd64", "i386", "arm64", "riscv64", "octeon"})
    void aDebuggerGoesOnFromTheStop(String architecture) throws Exception {
        Path kernel = DemoKernels.relink(architecture, folder.resolve("bsd"));
        Path socket = roomForSockets.resolve("a,socket");
        List<String> seen = new ArrayList<>();
        EmulatorRun[] run = new EmulatorRun[1];
        RunListener listener = new RunListener() {
            /** What was said comes in pieces, and the question can be in two of them. */
            private String last = "";

            @Override
            public void stopped(String symbol, long address, Path at) {
                seen.add(symbol);
                try (TinyDebugger debugger = new TinyDebugger(at)) {
                    byte[] expected = bytes(kernel, address);
                    assertEquals(
                            HexFormat.of().formatHex(expected), debugger.ask("m" + Long.toHexString(address) + ",8"));
                    debugger.goOn();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void booted(StartupState startup) {}

            @Override
            public void serial(String text) {
                last += text;
                if (last.contains(RunRequest.PROMPT)) {
                    last = "";
                    try {
                        run[0].type("exit\r");
                    } catch (EngineException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        };
        run[0] = new EmulatorRun(RunRequest.of(kernel).withStop("configure", socket), listener);
        RunResult result = run[0].run(Progress.NONE);
        assertEquals(List.of("configure"), seen);
        assertTrue(result.booted(), result::toString);
        assertEquals(Reason.RESET, result.reason(), result::toString);
        assertEquals(Boolean.TRUE, result.startup().verified(), result::toString);
        assertFalse(Files.exists(socket));
    }

    /** The dump holds, at main's physical address, what the kernel's file has there. */
    @ParameterizedTest
    @ValueSource(strings = {"amd64", "i386", "arm64", "riscv64"})
    void aDumpHoldsTheKernel(String architecture) throws Exception {
        Path kernel = DemoKernels.relink(architecture, folder.resolve("bsd"));
        Path core = folder.resolve("core");
        RunResult result = DemoKernels.run(
                RunRequest.of(kernel).withStop("configure", null).withDump(core));
        assertEquals(Reason.STOPPED, result.reason(), result::toString);
        assertFalse(result.booted(), result::toString);
        assertFalse(result.serial().contains("devices configured"), result::toString);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(core)));
        try (ElfFile file = ElfFile.open(kernel);
                ElfFile dump = ElfFile.open(core)) {
            assertEquals(Elf.ET_CORE, dump.header().type());
            long main = file.symbols().value(file.symbols().find("main"));
            assertArrayEquals(file.loaded(main, 64), physical(dump, core, toPhysical(file.segments(), main)));
        }
        assertNothingHalfDone();
    }

    /** The note's segment becomes one that OpenBSD's boot loader fills with chance; no two runs have the same there. */
    @Test
    void theLoaderFillsTheRandomSegment() throws Exception {
        Path kernel = DemoKernels.relink("amd64", folder.resolve("bsd"));
        byte[] bytes = Files.readAllBytes(kernel);
        long address = 0;
        try (ElfFile file = ElfFile.open(kernel)) {
            Segments segments = file.segments();
            for (int i = 0; i < segments.count(); i++) {
                if (segments.type(i) == Elf.PT_NOTE) {
                    address = segments.physicalAddress(i);
                    ByteBuffer.wrap(bytes).order(file.header().order()).putInt(64 + 56 * i, Elf.PT_OPENBSD_RANDOMIZE);
                }
            }
        }
        Files.write(kernel, bytes);
        Set<String> seen = new HashSet<>();
        seen.add("00".repeat(NOTE));
        try (ElfFile file = ElfFile.open(kernel)) {
            seen.add(HexFormat.of()
                    .formatHex(file.loaded(
                            file.symbols().value(file.symbols().find("kernel_text")) + address % 4096, NOTE)));
        }
        Path core = folder.resolve("core");
        for (int run = 0; run < 2; run++) {
            RunResult result = DemoKernels.run(RunRequest.of(kernel)
                    .withLoader(Loader.OPENBSD)
                    .withStop("main", null)
                    .withDump(core));
            assertEquals(Reason.STOPPED, result.reason(), result::toString);
            try (ElfFile dump = ElfFile.open(core)) {
                byte[] there = Arrays.copyOf(physical(dump, core, address), NOTE);
                assertTrue(seen.add(HexFormat.of().formatHex(there)), seen::toString);
            }
        }
    }

    @Test
    void whatTheEmulatorCannotDumpIsSaid() throws Exception {
        RunRequest request = RunRequest.of(DemoKernels.relink("octeon", folder.resolve("bsd")))
                .withDump(folder.resolve("core"));
        EngineException refused = assertThrows(EngineException.class, () -> DemoKernels.run(request));
        assertTrue(refused.line().contains("QEMU cannot dump the memory of octeon"), refused.line());
        assertNothingHalfDone();
        assertFalse(Files.exists(folder.resolve("core")));
    }

    @Test
    void badNamesAreRefusedBeforeAnythingRuns() throws Exception {
        Path kernel = DemoKernels.relink("arm64", folder.resolve("bsd"));
        RunRequest request = RunRequest.of(kernel);
        Path precious = Files.writeString(roomForSockets.resolve("precious"), "keep me");
        assertRefused(request.withStop("main", precious), "cannot become a socket");
        assertEquals("keep me", Files.readString(precious));
        assertRefused(request.withStop("main", roomForSockets.resolve("no/socket")), "cannot become a socket");
        assertRefused(request.withStop("main", folder.resolve("s".repeat(120))), "is too long for a socket");
        assertRefused(request.withStop("nothing", null), "has no symbol nothing");
        assertRefused(request.withDump(folder.resolve("no/core")), "there is no such folder");
        assertRefused(request.withDump(Path.of("/dev/null")), "is a device or another special file");
    }

    private void assertNothingHalfDone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }

    private static void assertRefused(RunRequest request, String why) {
        EngineException refused = assertThrows(EngineException.class, () -> DemoKernels.run(request));
        assertEquals(why, refused.getMessage());
    }

    private static byte[] bytes(Path kernel, long address) {
        try (ElfFile file = ElfFile.open(kernel)) {
            return file.loaded(address, 8);
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    private static long toPhysical(Segments segments, long address) {
        for (int i = 0; i < segments.count(); i++) {
            long offset = address - segments.virtualAddress(i);
            if (segments.type(i) == Elf.PT_LOAD && offset >= 0 && offset < segments.fileSize(i)) {
                return segments.physicalAddress(i) + offset;
            }
        }
        throw new AssertionError("main is nowhere");
    }

    private static byte[] physical(ElfFile dump, Path core, long address) throws IOException {
        Segments segments = dump.segments();
        for (int i = 0; i < segments.count(); i++) {
            long offset = address - segments.physicalAddress(i);
            if (segments.type(i) == Elf.PT_LOAD && offset >= 0 && offset < segments.fileSize(i)) {
                byte[] all = Files.readAllBytes(core);
                int at = (int) (segments.offset(i) + offset);
                return Arrays.copyOfRange(all, at, at + 64);
            }
        }
        throw new AssertionError("not in the dump");
    }
}
