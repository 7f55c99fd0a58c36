package org.karlworkbench.verify.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas for sparc64, against what GNU ld makes of each kind of field; lld cannot link for it. */
class Sparc64Test {
    private static final String FIELDS = """
            .text
            .globl fields
            fields:
            sethi %h44(datum), %o0
            or %o0, %m44(datum), %o0
            sllx %o0, 12, %o0
            ldx [%o0 + %l44(datum)], %o1
            sethi %hh(datum), %o0
            or %o0, %hm(datum), %o0
            sethi %lm(datum), %o1
            or %o1, %lo(datum), %o1
            ldx [%o1 + %lo(datum) + 8], %o1
            sethi %pc22(_GLOBAL_OFFSET_TABLE_ - 4), %l7
            or %l7, %pc10(_GLOBAL_OFFSET_TABLE_ + 4), %l7
            call function
            nop
            bne,pt %xcc, function
            nop
            be function
            nop
            brz,pt %o0, function
            nop
            .reloc .Lcompare, R_SPARC_WDISP10, fields
            .Lcompare: .word 0x12600000
            mov size, %o0
            sllx %o0, small, %o0
            sll %o0, small, %o0
            ta small
            sethi %tle_hix22(thread), %o1
            xor %o1, %tle_lox10(thread), %o1
            sethi %tie_hi22(thread), %o1
            add %o1, %tie_lo10(thread), %o1
            ldx [%l7 + %o1], %o2, %tie_ldx(thread)
            add %g7, %o2, %o2, %tie_add(thread)
            ldx [%l7 + %o1], %o1, %tie_ldx(thread)
            sethi %gdop_hix22(datum), %o1
            xor %o1, %gdop_lox10(datum), %o1
            ldx [%l7 + %o1], %o1, %gdop(datum)
            sethi %gdop_hix22(function), %o1
            .reloc .Lgot22, R_SPARC_GOT22, datum
            .Lgot22: sethi 0, %o1
            .reloc .Lgot10, R_SPARC_GOT10, datum
            .Lgot10: or %o1, 0, %o1
            .reloc .Lgot13, R_SPARC_GOT13, function
            .Lgot13: ldx [%l7 + 0], %o1
            .data
            .balign 8
            .xword datum + 8, function
            .xword %r_disp64(datum)
            .word %r_disp32(function)
            .byte 1
            .uaxword datum
            .section .rodata.str1.1, "aMS", @progbits, 1
            .asciz "other"
            .Lwords: .asciz "words"
            .asciz "words"
            .text
            sethi %lm(.Lwords), %o0
            or %o0, %lo(.Lwords), %o0
            """;

    private static final String LOW = """
            .text
            sethi %hi(datum), %o0
            or %o0, %lo(datum), %o0
            sethi %h34(datum), %o0
            .data
            .word datum
            .byte 1
            .uaword datum
            """;

    private static final String NEGATIVE = """
            .text
            sethi %hix(datum), %o0
            xor %o0, %lox(datum), %o0
            .data
            .xword datum
            """;

    private static final String WEAK = """
            .weak nothing
            .text
            sethi %hi(nothing), %o0
            or %o0, %lo(nothing), %o0
            call nothing
            nop
            .data
            .xword nothing
            """;

    private static final String INDIRECT = """
            .text
            .globl chosen
            .type chosen, %gnu_indirect_function
            chosen: retl
            nop
            call chosen
            nop
            sethi %hi(chosen), %o0
            or %o0, %lo(chosen), %o0
            """;

    private static final String TARGETS = """
            .text
            .globl function, size, small
            function: retl
            nop
            size = 0x123
            small = 5
            .data
            .globl datum
            .skip 24
            datum: .xword 1
            .section .tdata, "awT", @progbits
            .skip 4
            .globl thread
            thread: .word 1
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0x1000000", "0x12345670000", "0x40200000"})
    void everyFieldIsComputed(String base) throws Exception {
        check(base, "fields.o", FIELDS).assertFlipsFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1000000", "0xf0002000"})
    void lowAddressesAreComputed(String base) throws Exception {
        check(base, "low.o", LOW).assertFlipsFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0xffffffff80002000", "0xfffffffff0000000"})
    void negativeAddressesAreComputed(String base) throws Exception {
        check(base, "negative.o", NEGATIVE).assertFlipsFound();
    }

    @ParameterizedTest
    @ValueSource(strings = "0x1000000")
    void nothingIsZero(String base) throws Exception {
        check(base, "weak.o", WEAK);
    }

    @ParameterizedTest
    @ValueSource(strings = "0x1000000")
    void anIndirectFunctionIsReachedThroughItsEntry(String base) throws Exception {
        check(base, "indirect.o", INDIRECT).assertFlipsFound(CrossKernel.STUBS);
    }

    private CrossKernel check(String base, String name, String source) throws Exception {
        Map<String, String> sources = Map.of(name, source, "targets.o", TARGETS);
        List<String> flags = List.of("-64", "-Av9");
        CrossKernel kernel = new CrossKernel(folder, "sparc64-linux-gnu", "ld", base, sources, flags);
        kernel.assertExplained(0);
        return kernel;
    }
}
