package org.karlworkbench.verify.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas for 32-bit PowerPC, against what linkers make of each kind of field. */
class PpcTest {
    private static final String FIELDS = """
            .text
            .globl fields
            fields:
            lis 9, datum@ha
            addi 9, 9, datum@l
            lis 9, (datum + 0x8000)@h
            ori 9, 9, (datum + 0x8000)@l
            lis 9, .Lwords@ha
            la 9, .Lwords@l(9)
            bl function
            bl function@local
            bl function@plt
            beq function
            bcl 20, 31, .Lhere
            .Lhere: mflr 30
            addis 30, 30, _GLOBAL_OFFSET_TABLE_ - .Lhere@ha
            addi 30, 30, _GLOBAL_OFFSET_TABLE_ - .Lhere@l
            lwz 9, datum@got(30)
            lwz 9, thread@got@tprel(30)
            add 9, 9, thread@tls
            lwz 9, thread@got@tprel(30)
            lwzx 8, 9, thread@tls
            lwz 9, far@got@tprel(30)
            stbx 8, 9, far@tls
            addis 9, 2, far@tprel@ha
            addi 9, 9, far@tprel@l
            addis 9, 2, thread@tprel@ha
            lwz 9, thread@tprel@l(9)
            lwz 9, thread@tprel(2)
            .data
            .balign 4
            .long datum + 8, function
            .byte 1
            .long datum
            .long function - .
            .section .got2, "aw", @progbits
            .long datum + 4, function
            .section .rodata.str1.1, "aMS", @progbits, 1
            .string "other"
            .Lwords: .string "words"
            .string "words"
            """;

    /** What lld does not know. */
    private static final String LOW = """
            .text
            fields:
            addis 9, 30, function@got@ha
            lwz 9, function@got@l(9)
            ba function
            bla function
            beqa function
            lwz 9, datum@l(0)
            .data
            .short function, fields
            """;

    private static final String SMALL = """
            .text
            lwz 9, small@sdarel(13)
            lwz 9, (small + 4)@sdarel(13)
            .section .sdata, "aw", @progbits
            .long 1, 2, 3
            small: .long 4, datum
            """;

    private static final String WEAK = """
            .weak nothing
            .text
            bl nothing
            b nothing
            lis 9, nothing@ha
            addi 9, 9, nothing@l
            lwz 9, nothing@got(30)
            .data
            .long nothing
            """;

    private static final String TARGETS = """
            .text
            .globl function
            function: blr
            .data
            .globl datum
            .skip 24
            datum: .long 1
            .section .tdata, "awT", @progbits
            .skip 4
            .globl thread, far
            thread: .long 1
            .skip 0x12340
            far: .long 2
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ld,0x100000", "ld,0xc0208000", "ld.lld,0x100000", "ld.lld,0xc0208000"})
    void everyFieldIsComputed(String linker, String base) throws Exception {
        check(linker, base, "fields.o", FIELDS).assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,0x1000", "ld,0x2000"})
    void lowAddressesAreComputed(String linker, String base) throws Exception {
        check(linker, base, "low.o", LOW).assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,0x100000", "ld,0x12345000"})
    void smallDataAreComputed(String linker, String base) throws Exception {
        check(linker, base, "small.o", SMALL).assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,0x100000", "ld.lld,0x100000"})
    void nothingIsZeroOrHere(String linker, String base) throws Exception {
        check(linker, base, "weak.o", WEAK);
    }

    private CrossKernel check(String linker, String base, String name, String source) throws Exception {
        Map<String, String> sources = Map.of(name, source, "targets.o", TARGETS);
        CrossKernel kernel = new CrossKernel(folder, "powerpc-linux-gnu", linker, base, sources, List.of());
        kernel.assertExplained(0);
        return kernel;
    }
}
