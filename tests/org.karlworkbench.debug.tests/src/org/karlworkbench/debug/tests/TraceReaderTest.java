package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.debug.trace.Mention;
import org.karlworkbench.debug.trace.Role;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.debug.trace.TraceReader;

/** The forms in which people paste traces, and what is no trace. */
class TraceReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "panic(8) at panic+0x12a | FRAME panic+0x12a -",
                "db_enter() at db_enter+0x10 | FRAME db_enter+0x10 -",
                "Stopped at      db_enter+0x10:  popq    %rbp | COUNTER db_enter+0x10 -",
                "rip   0xffffffff81a3c2f0    db_enter+0x10 | COUNTER db_enter+0x10 0xffffffff81a3c2f0",
                "rdi   0xffffffff82345678    cpu_info_primary | POINTER cpu_info_primary+0x0 0xffffffff82345678",
                "#3  0xffffffff81a3c2f0 in panic () | FRAME - 0xffffffff81a3c2f0",
                "  #0 0xffffffff81007fb1 | FRAME - 0xffffffff81007fb1",
                "ffffffff81007fb1 | FRAME - 0xffffffff81007fb1",
                "d0b1c2d3 | FRAME - 0xd0b1c2d3",
                "[   12.5] [<ffffffff81007fb1>] vn_read+0x12/0x40 | FRAME vn_read+0x12 0xffffffff81007fb1",
                "RIP: 0010:[<ffffffff81007fb1>] vn_read+0x12/0x40 | COUNTER vn_read+0x12 0xffffffff81007fb1",
                "vn_read+18 (0xffffffff81007fb1) | FRAME vn_read+0x12 0xffffffff81007fb1",
                "f(0,8) at 0xffffffff81007fb1 | FRAME - 0xffffffff81007fb1",
                "%rip 8:ffffffff81007fb1 | COUNTER - 0xffffffff81007fb1",
                "eip = 0x8:0xd0207fb1 | COUNTER - 0xd0207fb1",
                "  0xFFFFFFFF81007FB1 | FRAME - 0xffffffff81007fb1",
                "the word is at 0xffffffff81007fb1 now | POINTER - 0xffffffff81007fb1",
            })
    void oneLineNamesOnePlace(String line, String expected) {
        List<Mention> mentions = TraceReader.read(line).mentions();
        assertEquals(1, mentions.size(), line + " " + mentions);
        Mention mention = mentions.getFirst();
        String address = mention.hasAddress() ? "0x" + Long.toHexString(mention.address()) : "-";
        assertEquals(
                expected, mention.role() + " " + (mention.hasSymbol() ? mention.name() : "-") + " " + address, line);
    }

    @Test
    void argumentsBelongToTheirFunction() {
        List<Mention> mentions = TraceReader.read(
                        "uvm_fault(ffffffff8259bd38,0x10,0,ffffffff81000000) at uvm_fault+0x1c")
                .mentions();
        assertEquals(3, mentions.size(), mentions.toString());
        assertEquals("uvm_fault+0x1c", mentions.getFirst().name());
        for (Mention each : mentions.subList(1, 3)) {
            assertEquals(Role.ARGUMENT, each.role());
            assertEquals("uvm_fault", each.symbol());
            assertFalse(each.hasSymbol());
        }
    }

    @Test
    void terminalsLeaveNoMark() {
        String plain = "panic: out of memory\n  #0 0xffffffff81007fb1\nmalloc(1) at malloc+0x10\n";
        String coloured =
                "\u001b[1;31mpanic: out of memory\u001b[0m\r\n  \u001b[32m#0 0xffffffff8100\u001b[1m7fb1\u001b[K\r\n"
                        + "\u001b]0;title\u0007malloc(1) at \u0008malloc+0x10\r\n";
        Trace trace = TraceReader.read(coloured);
        assertEquals("out of memory", trace.panic());
        assertEquals(TraceReader.read(plain).mentions(), trace.mentions());
    }

    @Test
    void whatIsNoPlaceIsLeftAlone() {
        String text = "cpu0: 2394.46 MHz, 06-3a-09\nacpi0 at bios0: ACPI 5.0\nwd0: 512MB, 1048576 sectors\n"
                + "a1b2c3d4e5f6a7b8c9d0e1f2 deadbeefcafe\nUTC 2026-11-26 x+y a+b 1+0x10 $+\n";
        Trace trace = TraceReader.read(text);
        assertEquals(List.of(), trace.mentions());
        assertNull(trace.panic());
    }

    /** Bytes of every kind, long lines, and lines made to lead a search astray: read in linear time. */
    @Test
    void megabytesOfGarbageAreRead() {
        Random random = new Random(8);
        byte[] noise = new byte[4 << 20];
        random.nextBytes(noise);
        String astray = "a".repeat(1 << 20) + "+0x\n" + "f(".repeat(1 << 19) + "\n" + "0x1234 ".repeat(1 << 18) + "\n"
                + "\u001b[".repeat(1 << 18) + "\n"
                + "f+0x1 0xffffffff81000000 ".repeat(100_000).replace("f+", "\nf+");
        byte[] bytes = (new String(noise, StandardCharsets.ISO_8859_1) + "\n" + astray + "\npanic() at panic+0x1\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Trace trace = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> TraceReader.read(new ByteArrayInputStream(bytes), TraceReader.LAST));
        assertEquals(TraceReader.MOST_MENTIONS, trace.mentions().size());
        assertTrue(trace.leftOut() > 100_000, "left out " + trace.leftOut());
        assertTrue(trace.mentions().stream().allMatch(each -> each.text().length() <= TraceReader.MOST_TEXT));
    }
}
