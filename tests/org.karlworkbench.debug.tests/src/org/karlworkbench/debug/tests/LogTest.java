package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolized.Verdict;
import org.karlworkbench.debug.trace.Mention;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.Kits;

/** Logs in which more stands than one crash: long dmesgs, several boots, what other programs say of a panic. */
class LogTest {
    private static final String BOOT = "[ using 2799376 bytes of bsd ELF symbol table ]\n"
            + "OpenBSD 7.7 (GENERIC.MP) #625: Sun Apr 13 08:22:01 MDT 2025\n    real mem = 0x3f000000\n";

    private static final String CRASH = "panic: pool_do_get: mbufpl: page empty\n"
            + "Stopped at      db_enter+0x14:  popq    %rbp\npanic(ffffffff82f0a1b2) at panic+0xdd\n"
            + "pool_do_get(1) at pool_do_get+0x2c5\n";

    @TempDir
    Path folder;

    /** A dmesg full of addresses, as large as a trace may be, does not hide the panic at its end. */
    @Test
    void aPanicBehindMegabytesIsFound() throws Exception {
        Random random = new Random(Chance.seed());
        StringBuilder text = new StringBuilder(TraceReader.MOST_BYTES);
        int addresses = 0;
        while (text.length() < TraceReader.MOST_BYTES - 1000) {
            String address = Long.toHexString(0xffffffff81000000L + random.nextInt(1 << 20));
            text.append("cpu0: word 0x")
                    .append(address)
                    .append(" of ")
                    .append(address)
                    .append(" at pci0 bus 3\n");
            addresses += 2;
        }
        Path file = Files.writeString(folder.resolve("long"), text.append(CRASH), StandardCharsets.ISO_8859_1);
        long begun = LedgerSpeedTest.processorTime();
        Trace trace = TraceReader.read(file);
        long taken = LedgerSpeedTest.processorTime() - begun;
        assertEquals("pool_do_get: mbufpl: page empty", trace.panic());
        assertEquals(TraceReader.MOST_MENTIONS, trace.mentions().size());
        assertEquals(addresses + 4 - TraceReader.MOST_MENTIONS, trace.leftOut());
        assertEquals(names(TraceReader.read(CRASH).mentions()), names(trace.evidence()));
        assertFalse(trace.cut());
        assertTrue(taken < 10_000, taken + " ms of the processor");
    }

    private static String told(Trace trace) {
        return trace.crash().line() + " " + trace.crash().panic() + " "
                + trace.crash().count();
    }

    private static List<String> names(List<Mention> mentions) {
        return mentions.stream()
                .map(each -> each.role() + " " + each.symbol() + " " + each.offset() + " " + each.address())
                .toList();
    }

    @Test
    void ofSeveralBootsTheLastCrashCounts() {
        String other = "uvm_fault(0xffffffff82500000, 0x10, 0, 1) -> e\nkernel: page fault trap, code=0\n"
                + "Stopped at      sys_open+0x21:  movq    0x10(%rax),%rcx\nsys_open(1) at sys_open+0x21\n";
        String later = BOOT + "savecore: reboot after panic: pool_do_get: mbufpl: page empty\n"
                + "ddb.panic: 1 -> 0\nksyms 0xffffffff81234560\n";
        Trace trace = TraceReader.read(BOOT + other + BOOT + "acpi 0xffffffff81111110\n" + CRASH + later);
        assertEquals("12 pool_do_get: mbufpl: page empty 2", told(trace));
        assertEquals(names(TraceReader.read(CRASH).mentions()), names(trace.evidence()));
        assertEquals(6, trace.mentions().size(), "the last boot's numbers stand before it");
        assertEquals(6, trace.leftOut(), names(trace.mentions()).toString());
        Trace first = TraceReader.read(BOOT + CRASH + BOOT + other + later);
        assertEquals("11 null 2", told(first));
        assertEquals("sys_open", first.evidence().getLast().symbol());
    }

    @Test
    void oneCrashIsNotCountedTwice() {
        String fault = "uvm_fault(0xffffffff82500000, 0x10, 0, 1) -> e\nkernel: page fault trap, code=0\n";
        String again = "ddb{0}> show panic\n*cpu0: x\npanic: trap type 6\nStarting stack trace...\n";
        Trace trace = TraceReader.read(fault + "panic: trap type 6\nf(1) at f+0x10\n" + again + "g(1) at g+0x20\n");
        assertEquals("1 trap type 6 1", told(trace));
        assertEquals("g", trace.evidence().getLast().symbol());
        assertEquals(
                2,
                TraceReader.read("panic: a\nf() at f+0x1\npanic: b\nf() at f+0x2\n")
                        .crash()
                        .count());
        assertNull(TraceReader.read("savecore: reboot after panic: x\n").crash());
    }

    /** Each crash of a log is the one that the log up to its end has as its last; there is none before the first or behind the last. */
    @RepeatedTest(5)
    void eachCrashOfALogCanBeAskedFor() throws EngineException {
        Random random = new Random(Chance.seed());
        int crashes = 1 + random.nextInt(6);
        StringBuilder log = new StringBuilder();
        List<Trace> last = new ArrayList<>();
        for (int i = 1; i <= crashes; i++) {
            log.append(random.nextBoolean() ? BOOT + "acpi 0xffffffff8111111" + i + "\n" : "");
            log.append("panic: number ")
                    .append(i)
                    .append("\nf() at f+0x")
                    .append(i)
                    .append('\n');
            last.add(TraceReader.read(log.toString()));
        }
        log.append(BOOT);
        for (int i = 1; i <= crashes; i++) {
            Trace trace = TraceReader.read(log.toString(), i);
            Trace upToThere = last.get(i - 1);
            assertEquals("number " + i, trace.panic());
            assertEquals(i, trace.crash().number());
            assertEquals(crashes, trace.crash().count());
            assertEquals(i == crashes, trace.crash().isLast());
            assertEquals(upToThere.crash().line(), trace.crash().line());
            assertEquals(upToThere.mentions(), trace.mentions());
        }
        EngineException none = assertThrows(EngineException.class, () -> TraceReader.read(log.toString(), crashes + 1));
        assertEquals("no-crash", none.code());
        assertTrue(none.cure().endsWith("from 1 to " + crashes), none.cure());
        assertThrows(EngineException.class, () -> TraceReader.read(BOOT, 1));
    }

    /** Without a crash it is the last boot with a stack that counts, or else all there is. */
    @Test
    void aLogWithoutACrashIsReadAsWell() {
        String stack = "#0  0xffffffff81a3c2f0\n#1  0xffffffff81a3c2f9\n";
        Trace trace = TraceReader.read(BOOT + stack + BOOT + "at 0xffffffff81111110\n");
        assertNull(trace.crash());
        assertEquals(0xffffffff81a3c2f9L, trace.mentions().getLast().address());
        String many = IntStream.range(0, 3 * TraceReader.MOST_MENTIONS)
                .mapToObj(i -> "  #0 0xffffffff810" + (10000 + i % 90000) + "\n")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
        assertEquals(2 * TraceReader.MOST_MENTIONS, TraceReader.read(many).leftOut());
    }

    @Test
    void filesOfEveryKindAreRead() throws Exception {
        List<String> plain = names(TraceReader.read(CRASH).mentions());
        String windows = CRASH.replace("\n", "\r\n");
        for (Charset each : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.writeString(folder.resolve("text"), "\ufeff" + windows, each);
            assertEquals(plain, names(TraceReader.read(file).mentions()), each.name());
            assertEquals(1, TraceReader.read(file).crash().line(), each.name());
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(CRASH.getBytes(StandardCharsets.US_ASCII));
        }
        byte[] bytes = packed.toByteArray();
        assertEquals(
                plain,
                names(TraceReader.read(Files.write(folder.resolve("dmesg.gz"), bytes))
                        .mentions()));
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(EngineException.class, () -> TraceReader.read(cut));
        assertThrows(EngineException.class, () -> TraceReader.read(folder));
        assertEquals(
                List.of(),
                TraceReader.read(Files.write(folder.resolve("empty"), new byte[0]))
                        .mentions());
    }

    @Test
    void ofALongerFileTheEndIsRead() throws Exception {
        Path file = folder.resolve("longer");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.writeBytes("panic: first\nf(1) at f+0x1\n");
            sparse.seek(TraceReader.MOST_BYTES);
            sparse.writeBytes("\n" + CRASH);
        }
        Trace trace = TraceReader.read(file);
        assertEquals("pool_do_get: mbufpl: page empty", trace.panic());
        assertEquals(1, trace.crash().count());
        assertTrue(trace.cut());
    }

    /** Two machines, or two boots of one: each has its own relink, and the last one is told. */
    @Test
    void twoKernelsInOneLogAreKeptApart() throws Exception {
        Ledger ledger = Ledger.of(Chance.first(), Kits.loaded("demo-amd64"), folder, 6, "builtin", "debug");
        Random random = new Random(Chance.seed());
        String[] traces = new String[2];
        for (int i = 0; i < 2; i++) {
            Crash kernel = Crash.of(ledger.kernel(i + 1));
            traces[i] = Crash.Form.ADDRESSES
                    .trace(kernel, kernel.stack(6, 0xffffffff81004000L, random))
                    .replace("panic: test", "panic: test of " + i);
        }
        for (String between : List.of("", "KARL demo 0.1 (DEMO) #0, amd64: the head stays, the rest moves\n")) {
            for (int i = 0; i < 2; i++) {
                String log = traces[1 - i] + between + traces[i];
                Symbolized found = ledger.symbolize(log);
                assertEquals(Verdict.IDENTIFIED, found.verdict(), log + Ledger.summary(found));
                assertEquals(ledger.entry(i + 1), found.entry(), log);
                assertEquals(6, found.frames().size(), log);
                assertTrue(
                        found.evidence().getFirst().contains("2 crashes"),
                        found.evidence().toString());
            }
        }
    }
}
