package org.karlworkbench.verify.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas for arm64, against what linkers make of each kind of field. */
class Arm64Test {
    private static final String FIELDS = """
            .text
            .globl fields
            fields:
            adrp x0, datum + 8
            ldrb w1, [x0, :lo12:datum + 8]
            ldrh w1, [x0, :lo12:datum + 8]
            ldr w1, [x0, :lo12:datum + 8]
            ldr x1, [x0, :lo12:datum + 8]
            ldr q1, [x0, :lo12:datum]
            adrp x2, datum
            nop
            add x2, x2, :lo12:datum
            adrp x3, function
            add x3, x3, :lo12:function
            adrp x4, :pg_hi21_nc:datum
            add x5, x4, :lo12:datum
            adrp x6, .Lwords
            add x6, x6, :lo12:.Lwords
            adr x0, function
            ldr x0, function
            bl function
            b function
            b.eq function
            cbz x0, function
            tbnz x0, #40, function
            movz x0, #:abs_g3:datum
            movk x0, #:abs_g2_nc:datum
            movk x0, #:abs_g1_nc:datum
            movk x0, #:abs_g0_nc:datum + 4
            movz x0, #:prel_g1:function
            movk x0, #:prel_g0_nc:function
            movz x0, #:prel_g1:behind
            movk x0, #:prel_g0_nc:behind
            movz x0, #:prel_g2:function
            movk x0, #:prel_g1_nc:function
            movz x0, #:prel_g3:function
            movk x0, #:prel_g2_nc:function
            behind: ret
            .data
            .balign 8
            .xword datum + 8, function
            .xword function - .
            .word function - .
            .word datum - . + 2
            .reloc ., R_AARCH64_NONE, datum
            .section .rodata.str1.1, "aMS", %progbits, 1
            .string "words of another"
            .string "other"
            .Lwords: .string "words"
            .string "words"
            """;

    private static final String GOT = """
            .text
            adrp x0, :got:datum
            ldr x0, [x0, :got_lo12:datum]
            adrp x1, :got:function
            nop
            ldr x2, [x1, :got_lo12:function]
            adrp x3, _GLOBAL_OFFSET_TABLE_
            ldr x4, [x3, :gotpage_lo15:datum]
            .data
            .balign 8
            .word datum - .
            """;

    private static final String ODD = """
            .text
            ldr x5, :got:datum
            adrp x3, _GLOBAL_OFFSET_TABLE_
            ldr x4, [x3, :gotpage_lo15:function]
            add x0, x0, :tprel_lo12:other
            ldr x0, :gottprel:thread
            """;

    private static final String THREADS = """
            .text
            movk x0, #:tprel_g1_nc:thread
            movk x0, #:tprel_g0_nc:thread
            movz x0, #:tprel_g1:thread
            movz x0, #:tprel_g0:other
            add x0, x0, :tprel_hi12:thread
            add x0, x0, :tprel_lo12_nc:thread + 4
            ldrb w1, [x0, :tprel_lo12_nc:thread]
            ldrh w1, [x0, :tprel_lo12_nc:thread]
            ldr w1, [x0, :tprel_lo12_nc:thread]
            ldr x1, [x0, :tprel_lo12_nc:thread]
            adrp x2, :gottprel:thread
            ldr x2, [x2, :gottprel_lo12:thread]
            adrp x3, :gottprel:other
            nop
            ldr x3, [x3, :gottprel_lo12:other]
            adrp x0, :tlsdesc:thread
            ldr x1, [x0, :tlsdesc_lo12:thread]
            add x0, x0, :tlsdesc_lo12:thread
            .tlsdesccall thread
            blr x1
            """;

    private static final String LOW = """
            .text
            movz x0, #:abs_g0:number
            movz x0, #:abs_g0_s:number
            movn x0, #:abs_g0_s:negative
            movz x0, #:abs_g1_s:datum
            movz x0, #:abs_g2_s:datum
            movz x0, #:tprel_g2:thread
            .data
            .word datum
            .hword number
            .byte 0, 0
            """;

    private static final String WEAK = """
            .weak nothing
            .text
            bl nothing
            b nothing
            adrp x0, nothing
            adrp x1, :got:nothing
            ldr x1, [x1, :got_lo12:nothing]
            .data
            .xword nothing
            .xword nothing + 4
            """;

    private static final String INDIRECT = """
            .text
            .type chosen, %gnu_indirect_function
            .globl chosen, alias
            .type alias, %gnu_indirect_function
            chosen:
            alias: adr x0, here
            ret
            .type once, %gnu_indirect_function
            .globl once
            once: nop
            here: ret
            """;

    /** The first word keeps the flipped bit of the branch from being the one that leads to the alias's own stub. */
    private static final String ASKING = """
            .text
            nop
            bl chosen
            b alias
            adrp x0, chosen
            add x0, x0, :lo12:chosen
            adrp x1, :got:alias
            ldr x1, [x1, :got_lo12:alias]
            adrp x2, :got:once
            nop
            ldr x2, [x2, :got_lo12:once]
            bl once
            .data
            .balign 8
            .xword chosen
            """;

    private static final String OTHERS = """
            .text
            nop
            .globl function
            .type function, %function
            function: ret
            .data
            .balign 64
            .skip 48
            .globl datum
            datum: .xword 1, 2
            .globl number, negative
            number = 0x1234
            negative = -4660
            .section .tdata, "awT", %progbits
            .balign 32
            .skip 16
            .globl thread
            thread: .xword 5
            .section .tbss, "awT", %nobits
            .globl other
            other: .skip 8
            """;

    @TempDir
    Path folder;

    private CrossKernel kernel(String linker, String base, String source, String... flags) throws Exception {
        Map<String, String> sources = Map.of("fields.o", source, "others.o", OTHERS);
        return new CrossKernel(folder, "aarch64-linux-gnu", linker, base, sources, List.of(), flags);
    }

    @ParameterizedTest
    @CsvSource({"ld,0xffffff8000200000", "ld,0x40000000", "ld.lld,0xffffff8000200000", "ld.lld,0x40000000"})
    void fieldsAreComputed(String linker, String base) throws Exception {
        CrossKernel kernel = kernel(linker, base, FIELDS);
        kernel.assertExplained(0);
        kernel.assertFlipsFound();
    }

    /** What lld does not link. */
    @Test
    void oddFieldsAreComputed() throws Exception {
        CrossKernel kernel = kernel("ld", "0xffffff8000200000", ODD);
        kernel.assertExplained(0);
        kernel.assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,", "ld.lld,", "ld.lld,--no-relax"})
    void wordsOfTheGotAreFound(String linker, String flag) throws Exception {
        CrossKernel kernel = kernel(linker, "0xffffff8000200000", GOT, flags(flag));
        kernel.assertExplained(0);
        kernel.assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,", "ld.lld,", "ld,--no-relax"})
    void threadLocalDataAreFound(String linker, String flag) throws Exception {
        CrossKernel kernel = kernel(linker, "0xffffff8000200000", THREADS, flags(flag));
        kernel.assertExplained(0);
        kernel.assertFlipsFound();
    }

    private static String[] flags(String flag) {
        return flag == null ? new String[0] : new String[] {flag};
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void shortAddressesAreComputed(String linker) throws Exception {
        CrossKernel kernel = kernel(linker, "0x200000", LOW);
        kernel.assertExplained(0);
        kernel.assertFlipsFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void whatNothingDefinesIsSkipped(String linker) throws Exception {
        CrossKernel kernel = kernel(linker, "0xffffff8000200000", WEAK);
        kernel.assertExplained(0);
        kernel.assertFlipsFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void indirectFunctionsAreFollowed(String linker) throws Exception {
        CrossKernel kernel = kernel(linker, "0xffffff8000200000", ASKING + INDIRECT);
        kernel.assertExplained(0);
        kernel.assertFlipsFound(Set.of());
        for (String section : List.of(".plt", ".iplt", ".rela.dyn", ".rela.iplt", ".rela.plt")) {
            kernel.assertFlipsFound(section);
        }
    }
}
