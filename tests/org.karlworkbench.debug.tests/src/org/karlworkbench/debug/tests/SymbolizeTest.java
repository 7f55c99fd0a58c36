package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.debug.KernelOrigin;
import org.karlworkbench.debug.KitOrigin;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolized.Verdict;
import org.karlworkbench.debug.Symbolizer;
import org.karlworkbench.debug.trace.Role;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.Kits;

/** Traces of relinked demo kernels, made of what objdump and nm say of them, held against a ledger of many. */
class SymbolizeTest {
    private static final int RELINKS = 40;
    private static final int ROUNDS = 25 * Integer.getInteger("karl.rounds", 1);

    @TempDir
    static Path folder;

    private static Ledger ledger;
    private static final Random RANDOM = new Random();
    private static final long SEED = Chance.seed();

    @BeforeAll
    static void relink() throws Exception {
        RANDOM.setSeed(SEED);
        ledger = Ledger.of(Chance.seed(RANDOM), Kits.loaded("demo-amd64"), folder, RELINKS, "builtin", "debug");
    }

    private static long endboot(int number) throws EngineException {
        String endboot = LedgerFiles.read(Path.of(ledger.entry(number))).getEndboot();
        return Long.parseUnsignedLong(endboot.substring(2), 16);
    }

    @Test
    void everyFormFindsItsRelinkOrSaysThatItHoldsForAll() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int number = 1 + RANDOM.nextInt(RELINKS);
            Crash crash = Crash.of(ledger.kernel(number));
            List<Long> stack = crash.stack(6 + RANDOM.nextInt(5), endboot(number), RANDOM);
            for (Crash.Form form : Crash.Form.values()) {
                String trace = form.trace(crash, stack);
                Symbolized found = ledger.symbolize(trace);
                String which = "seed " + SEED + " " + form + " of bsd." + number + "\n" + trace + Ledger.summary(found);
                if (form == Crash.Form.NAMES) {
                    assertEquals(Verdict.KIT_ONLY, found.verdict(), which);
                    assertEquals(RELINKS, found.candidates().size(), which);
                } else if (found.verdict() == Verdict.SEVERAL) {
                    requireChance(found, crash, stack.getFirst(), form, which);
                    continue;
                } else {
                    assertEquals(Verdict.IDENTIFIED, found.verdict(), which);
                    assertEquals(ledger.entry(number), found.entry(), which);
                    assertTrue(found.rejected().size() == RELINKS - 1, which);
                }
                requireFrames(found, crash, stack, form, which);
            }
        }
    }

    /** One address can be the same in two draws; then both have to be told. */
    private static void requireChance(Symbolized found, Crash crash, long address, Crash.Form form, String which)
            throws Exception {
        assertEquals(Crash.Form.REGISTERS, form, which);
        for (String each : found.candidates()) {
            Crash other = Crash.of(LedgerFiles.kernelOf(Path.of(each)));
            assertEquals(address, other.same(crash, address), which);
        }
    }

    private static void requireFrames(Symbolized found, Crash crash, List<Long> stack, Crash.Form form, String which) {
        assertEquals(stack.size(), found.frames().size(), which);
        for (int i = 0; i < stack.size(); i++) {
            Frame frame = found.frames().get(i);
            long expected = form == Crash.Form.NAMES ? 0 : stack.get(i);
            assertEquals(Frame.Certainty.EXACT, frame.certainty(), which + frame);
            assertEquals(expected, frame.address(), which + frame);
            assertEquals(crash.function(stack.get(i)).getKey(), frame.spot().symbol(), which);
            assertEquals(crash.function(stack.get(i)).getValue(), frame.spot().offset(), which);
            Places places = placesOf(which, frame);
            assertTrue(form == Crash.Form.NAMES || places != null, which);
        }
    }

    /** The frame's object and section offset lead back to the address, by the whole places file. */
    private static Places placesOf(String which, Frame frame) {
        if (frame.address() == 0) {
            return null;
        }
        for (int number = 1; number <= RELINKS; number++) {
            if (which.contains(" of bsd." + number + "\n")) {
                try {
                    Places places = Places.read(folder.resolve("bsd." + number + ".places"));
                    int row = places.floor(frame.address() - 1);
                    while (places.size(row) == 0) {
                        row--;
                    }
                    assertEquals(places.object(row), frame.spot().object(), which);
                    assertEquals(
                            frame.address() - places.address(row), frame.spot().sectionOffset(), which);
                    return places;
                } catch (EngineException e) {
                    throw new AssertionError(which, e);
                }
            }
        }
        return null;
    }

    @Test
    void aForeignRelinkIsNotFoundAndNothingIsCertain() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Ledger other = Ledger.of(Chance.seed(RANDOM), Kits.loaded("demo-amd64"), elsewhere, 1, "builtin", "debug");
        Crash crash = Crash.of(other.kernel(1));
        List<Long> stack = crash.stack(12, 0xffffffff81004000L, RANDOM);
        for (Crash.Form form : List.of(Crash.Form.ADDRESSES, Crash.Form.ADDRESSES_AND_NAMES)) {
            Symbolized found = ledger.symbolize(form.trace(crash, stack));
            assertEquals(Verdict.NONE, found.verdict(), "seed " + SEED + Ledger.summary(found));
            assertNull(found.entry());
            assertTrue(found.rejected().size() == RELINKS, Ledger.summary(found).toString());
            assertTrue(
                    found.frames().stream().allMatch(each -> each.certainty() == Frame.Certainty.NONE),
                    found.frames().toString());
        }
    }

    @Test
    void namesOfAnotherKitAreTold() throws Exception {
        String trace = "panic: test\nsys_reboot(1) at sys_reboot+0x11\nmi_syscall() at mi_syscall+0x7a\n"
                + "panic(1) at panic+0x99999\n";
        Symbolized found = ledger.symbolize(trace);
        assertEquals(Verdict.WRONG_KIT, found.verdict(), Ledger.summary(found).toString());
        Symbolized byKit =
                Symbolizer.run(TraceReader.read(trace), new KitOrigin(Kits.loaded("demo-amd64")), Progress.NONE);
        assertEquals(Verdict.WRONG_KIT, byKit.verdict());
        Symbolized byKernel = Symbolizer.run(
                TraceReader.read(trace), new KernelOrigin(ledger.kernel(1), null, Progress.NONE), Progress.NONE);
        assertEquals(
                Verdict.WRONG_KIT, byKernel.verdict(), Ledger.summary(byKernel).toString());
    }

    @Test
    void aKernelAloneIsEnough() throws Exception {
        Crash crash = Crash.of(ledger.kernel(3));
        List<Long> stack = crash.stack(5, endboot(3), RANDOM);
        String trace = Crash.Form.ADDRESSES.trace(crash, stack);
        Symbolized own = Symbolizer.run(
                TraceReader.read(trace), new KernelOrigin(ledger.kernel(3), null, Progress.NONE), Progress.NONE);
        assertEquals(Verdict.IDENTIFIED, own.verdict(), "seed " + SEED + trace + Ledger.summary(own));
        for (int i = 0; i < stack.size(); i++) {
            assertEquals(
                    crash.function(stack.get(i)).getKey(),
                    own.frames().get(i).spot().symbol());
        }
        Symbolized other = Symbolizer.run(
                TraceReader.read(trace), new KernelOrigin(ledger.kernel(4), null, Progress.NONE), Progress.NONE);
        assertEquals(Verdict.NONE, other.verdict(), "seed " + SEED + trace + Ledger.summary(other));
    }

    /** Function and offset hold for all relinks; where the format of panic stands tells which it was. */
    @Test
    void theFormatOfPanicTellsTheRelink() throws Exception {
        String format = "kmalloc: %lu bytes";
        int number = 1 + RANDOM.nextInt(RELINKS);
        long address = addressOf(format, ledger.kernel(number));
        Crash crash = Crash.of(ledger.kernel(number));
        long caller = crash.stack(1, endboot(number), RANDOM).getFirst();
        String trace = "panic: kmalloc: 65536 bytes\npanic(" + Long.toHexString(address) + ",8) at panic+0x40\n"
                + "x(1) at " + crash.name(caller) + "\n";
        Symbolized found = ledger.symbolize(trace);
        String which = "seed " + SEED + " bsd." + number + "\n" + trace + Ledger.summary(found);
        boolean alone = true;
        for (int i = 1; i <= RELINKS; i++) {
            alone &= i == number || addressOf(format, ledger.kernel(i)) != address;
        }
        assertEquals(alone ? Verdict.IDENTIFIED : Verdict.SEVERAL, found.verdict(), which);
        assertTrue(found.candidates().contains(ledger.entry(number)), which);
    }

    private static long addressOf(String text, Path kernel) throws Exception {
        byte[] file = Files.readAllBytes(kernel);
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(text + "\0");
        assertNotEquals(-1, at);
        try (ElfFile elf = ElfFile.open(kernel)) {
            for (int i = 0; i < elf.segments().count(); i++) {
                long offset = at - elf.segments().offset(i);
                if (elf.segments().type(i) == 1
                        && offset >= 0
                        && offset < elf.segments().fileSize(i)) {
                    return elf.segments().virtualAddress(i) + offset;
                }
            }
        }
        throw new AssertionError("not loaded");
    }

    @Test
    void startupCodeIsCalledSo() throws Exception {
        Crash crash = Crash.of(ledger.kernel(5));
        List<Long> stack = crash.stack(5, endboot(5), RANDOM);
        long startup = 0xffffffff81001010L;
        String trace = Crash.Form.ADDRESSES.trace(crash, stack) + "rip 0x" + Long.toHexString(startup) + "\n";
        Symbolized found = ledger.symbolize(trace);
        assertEquals(Verdict.IDENTIFIED, found.verdict(), "seed " + SEED + Ledger.summary(found));
        Frame last = found.frames().getLast();
        assertEquals(Role.COUNTER, last.mention().role());
        assertTrue(last.isStartup(), last.toString());
        assertTrue(found.frames().stream().limit(5).noneMatch(Frame::isStartup));
    }

    @Test
    void tracesOfTwoRelinksAreHeldAgainstEachOther() throws Exception {
        Crash first = Crash.of(ledger.kernel(6));
        Crash second = Crash.of(ledger.kernel(7));
        List<Long> stack = first.stack(6, endboot(6), RANDOM);
        List<Long> moved = stack.stream().map(each -> second.same(first, each)).toList();
        Symbolized one = ledger.symbolize(Crash.Form.ADDRESSES.trace(first, stack));
        for (Crash.Form form : Crash.Form.values()) {
            if (form != Crash.Form.REGISTERS) {
                Symbolized two = ledger.symbolize(form.trace(second, moved));
                assertEquals(Boolean.TRUE, one.isSameCrash(two), "seed " + SEED + form + Ledger.summary(two));
                Symbolized three = ledger.symbolize(form.trace(second, moved.subList(1, 6)));
                assertEquals(Boolean.FALSE, one.isSameCrash(three), "seed " + SEED + form + Ledger.summary(three));
            }
        }
    }

    @Test
    void garbageIsNoTrace() throws Exception {
        byte[] noise = new byte[1 << 20];
        RANDOM.nextBytes(noise);
        Symbolized found = ledger.symbolize(new String(noise, StandardCharsets.ISO_8859_1));
        assertTrue(
                found.verdict() == Verdict.NONE || found.verdict() == Verdict.WRONG_KIT,
                "seed " + SEED + Ledger.summary(found));
        assertEquals(Verdict.NONE, ledger.symbolize("").verdict());
    }
}
