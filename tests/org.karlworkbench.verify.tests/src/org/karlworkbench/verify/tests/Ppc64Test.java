package org.karlworkbench.verify.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas for big-endian ELFv2 on 64-bit PowerPC, against what linkers make of each kind of field. */
class Ppc64Test {
    private static final String FIELDS = """
            .abiversion 2
            .text
            .globl fields
            fields:
            .Lentry: addis 2, 12, .TOC. - .Lentry@ha
            addi 2, 2, .TOC. - .Lentry@l
            .localentry fields, . - fields
            addis 9, 2, datum@toc@ha
            addi 9, 9, datum@toc@l
            addis 9, 2, far@toc@ha
            ld 9, far@toc@l(9)
            addis 9, 2, .Lstrings@toc@ha
            addi 9, 9, .Lstrings@toc@l
            addi 9, 2, .Lword@toc
            ld 9, .Lword@toc(2)
            addis 9, 2, .Lword@toc@ha
            ld 9, .Lword@toc@l(9)
            addis 9, 2, thread@got@tprel@ha
            ld 9, thread@got@tprel@l(9)
            add 9, 9, thread@tls
            ld 9, distant@got@tprel(2)
            lwzx 9, 9, distant@tls
            addis 9, 13, distant@tprel@ha
            addi 9, 9, distant@tprel@l
            addis 9, 13, thread@tprel@ha
            ld 9, thread@tprel@l(9)
            bl function
            nop
            bl plain
            nop
            beq function
            .data
            .balign 8
            .quad datum + 8, function
            .quad datum - .
            .long function - .
            .section .toc, "aw"
            .balign 8
            .Lword: .quad far
            .quad datum + 4
            .section .rodata.str1.1, "aMS", @progbits, 1
            .string "other"
            .Lwords: .string "words"
            .string "words"
            .section .rodata
            .Lstrings: .byte 1, 2
            """;

    /** Addresses as constants, which a kernel that can lie anywhere does not have. */
    private static final String CONSTANTS = """
            .abiversion 2
            .text
            lis 9, datum@highest
            ori 9, 9, datum@higher
            oris 9, 9, datum@high
            ori 9, 9, datum@l
            lis 9, (datum + 0x8000)@highesta
            addi 9, 9, (datum + 0x8000)@highera
            addi 9, 9, (datum + 0x8000)@l
            ld 9, datum@l(9)
            .data
            .balign 8
            .quad .TOC.@tocbase
            """;

    /** What lld does not know. */
    private static final String GOT = """
            .abiversion 2
            .text
            addis 9, 9, (datum + 0x8000)@higha
            addis 9, 2, far@got@ha
            ld 9, far@got@l(9)
            ld 9, datum@got(2)
            """;

    private static final String WEAK = """
            .abiversion 2
            .weak nothing
            .text
            bl nothing
            nop
            .data
            .quad nothing
            """;

    private static final String TARGETS = """
            .abiversion 2
            .text
            .globl function, plain
            plain: blr
            .type function, @function
            function:
            .Lentry: addis 2, 12, .TOC. - .Lentry@ha
            addi 2, 2, .TOC. - .Lentry@l
            .localentry function, . - function
            blr
            .data
            .globl datum, far
            .skip 24
            datum: .quad 1
            .section .data.far, "aw"
            .skip 0x23450
            far: .quad 1
            .section .tdata, "awT", @progbits
            .skip 4
            .globl thread, distant
            thread: .long 1
            .skip 0x12340
            distant: .long 2
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ld,0x100000,--no-toc-optimize",
        "ld,0xc000000000100000,--no-toc-optimize",
        "ld,0x100000,-pie --no-toc-optimize",
        "ld.lld,0x100000,-pie",
        "ld.lld,0x100000,-no-pie",
        "ld.lld,0x100000,--no-toc-optimize",
        "ld.lld,0xc000000000100000,-no-pie"
    })
    void everyFieldIsComputed(String linker, String base, String flags) throws Exception {
        check(linker, base, "fields.o", FIELDS, flags).assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,0x100000", "ld,0xc0001234567f0000", "ld.lld,0x100000", "ld.lld,0xc0001234567f0000"})
    void constantsAreComputed(String linker, String base) throws Exception {
        check(linker, base, "constants.o", CONSTANTS, "-no-pie").assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"0x100000,--no-toc-optimize", "0x100000,-no-pie", "0xc000000000100000,-no-pie"})
    void wordsOfTheGotAreFound(String base, String flags) throws Exception {
        check("ld", base, "got.o", GOT, flags).assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,0x100000", "ld.lld,0x100000"})
    void nothingIsZeroOrHere(String linker, String base) throws Exception {
        check(linker, base, "weak.o", WEAK, "-no-pie");
    }

    private CrossKernel check(String linker, String base, String name, String source, String flags) throws Exception {
        Map<String, String> sources = Map.of(name, source, "targets.o", TARGETS);
        CrossKernel kernel =
                new CrossKernel(folder, "powerpc64-linux-gnu", linker, base, sources, List.of(), flags.split(" "));
        kernel.assertExplained(0);
        return kernel;
    }
}
