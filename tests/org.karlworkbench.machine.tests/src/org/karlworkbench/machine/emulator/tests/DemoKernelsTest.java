package org.karlworkbench.machine.emulator.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Startup;
import org.karlworkbench.machine.emulator.Loader;
import org.karlworkbench.machine.emulator.PageState;
import org.karlworkbench.machine.emulator.Reason;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.RunResult;

/**
 * Random relinks of every demo kernel by every linker, booted: what they say from inside and what is seen from outside
 * agree. The amd64 kernel is entered in two ways.
 */
class DemoKernelsTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);
    private static final Pattern PRINTED = Pattern.compile("(?m)^([a-z_0-9]+) 0x([0-9a-f]+)$");
    private static final Pattern STARTUP = Pattern.compile(
            "(?m)^startup: (unmapped|trashed) 0x([0-9a-f]+)-0x([0-9a-f]+), (\\d+) pages, (\\d+) faults caught$");
    private static final int FEWEST_PRINTED = 20;

    @TempDir
    Path folder;

    record Draw(String architecture, Loader loader, String linker, boolean gap, Seed seed) {}

    static Stream<Draw> draws() {
        return Stream.iterate(0, round -> round + 1).limit(ROUNDS).flatMap(DemoKernelsTest::round);
    }

    private static Stream<Draw> round(int round) {
        Stream<Draw> all = DemoKernels.ARCHITECTURES.stream().flatMap(architecture -> DemoKernels.LINKERS.stream()
                .map(linker -> draw(architecture, Loader.QEMU, linker, round)));
        return Stream.concat(
                all, DemoKernels.LINKERS.stream().map(linker -> draw("amd64", Loader.OPENBSD, linker, round)));
    }

    /** Each linker leaves the second gap out in another round. */
    private static Draw draw(String architecture, Loader loader, String linker, int round) {
        boolean gap = (round + DemoKernels.LINKERS.indexOf(linker)) % DemoKernels.LINKERS.size() != 0;
        return new Draw(architecture, loader, linker, gap, Seed.random());
    }

    @ParameterizedTest
    @MethodSource("draws")
    void bootsAndItsStartupCodeIsGone(Draw draw) throws Exception {
        Path kernel =
                DemoKernels.relink(draw.architecture(), draw.linker(), draw.seed(), draw.gap(), folder.resolve("bsd"));
        RunResult result = DemoKernels.run(RunRequest.of(kernel).withLoader(draw.loader()));
        String what = draw.seed().hex() + "\n" + result;
        assertTrue(result.booted(), what);
        assertEquals(Reason.EXPECTED, result.reason(), what);
        assertEquals(Boolean.TRUE, result.startup().verified(), what);
        assertEquals(List.of(), result.startup().left(), what);
        checkInside(draw, result, what);
        checkAddresses(kernel, result, what);
        assertEquals(draw.loader() == Loader.OPENBSD, result.serial().contains("\nsymbols: "), what);
    }

    private static void checkInside(Draw draw, RunResult result, String what) {
        Matcher line = STARTUP.matcher(result.serial());
        assertTrue(line.find(), what);
        boolean trash = draw.architecture().equals("octeon");
        assertEquals(trash ? "trashed" : "unmapped", line.group(1), what);
        assertEquals(trash ? Startup.TRASH : Startup.UNMAP, result.startup().policy(), what);
        assertEquals(line.group(4), line.group(5), what);
        assertEquals(Integer.parseInt(line.group(4)), result.startup().pages(), what);
        assertEquals(
                Collections.nCopies(result.startup().pages(), trash ? PageState.TRASHED : PageState.GONE),
                result.startup().states(),
                what);
    }

    private static void checkAddresses(Path kernel, RunResult result, String what) throws Exception {
        int compared = 0;
        try (ElfFile file = ElfFile.open(kernel)) {
            Symbols symbols = file.symbols();
            for (Matcher line = PRINTED.matcher(result.serial()); line.find(); ) {
                int symbol = symbols.find(line.group(1));
                assertTrue(symbol > 0, what + line.group());
                assertEquals(symbols.value(symbol), Long.parseUnsignedLong(line.group(2), 16), what + line.group());
                compared++;
            }
        }
        assertTrue(compared >= FEWEST_PRINTED, what);
        assertTrue(!result.serial().contains("wrong"), what);
    }
}
