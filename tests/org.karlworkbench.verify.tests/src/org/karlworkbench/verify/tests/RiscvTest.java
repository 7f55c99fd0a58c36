package org.karlworkbench.verify.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas for riscv64, against what linkers make of each kind of field. */
class RiscvTest {
    private static final String FIELDS = """
            .text
            .globl fields
            fields:
            .Lhigh: auipc a0, %pcrel_hi(datum + 0x804)
            ld a1, %pcrel_lo(.Lhigh)(a0)
            sd a1, %pcrel_lo(.Lhigh)(a0)
            .Lstring: auipc a0, %pcrel_hi(.Lwords)
            addi a0, a0, %pcrel_lo(.Lstring)
            .Lgot: auipc a0, %got_pcrel_hi(datum)
            ld a0, %pcrel_lo(.Lgot)(a0)
            la.tls.ie a0, thread
            lui a0, %tprel_hi(thread)
            add a0, a0, tp, %tprel_add(thread)
            addi a0, a0, %tprel_lo(thread)
            sw a1, %tprel_lo(thread)(a0)
            call function
            tail function
            beq a0, a1, function
            jal ra, function
            .option rvc
            c.beqz a0, fields
            c.j fields
            .option norvc
            .data
            .balign 8
            .quad datum + 8, function
            .word function - fields, datum - fields
            .half function - fields
            .byte function - fields
            .byte fields - fields
            .word function - .
            .quad function - fields
            .half 5
            .reloc .Lset, R_RISCV_SET8, datum
            .Lset: .byte 0
            .reloc .Lset6, R_RISCV_SET6, datum
            .reloc .Lset6, R_RISCV_SUB6, fields
            .Lset6: .byte 0xc0
            .reloc .Lset16, R_RISCV_SET16, datum
            .Lset16: .half 0
            .reloc .Lset32, R_RISCV_SET32, datum
            .Lset32: .word 0
            .section .rodata.str1.1, "aMS", @progbits, 1
            .string "words of another"
            .string "other"
            .Lwords: .string "words"
            .string "words"
            """;

    /** The assembler leaves the padding of code that may be relaxed to the linker. */
    private static final String ALIGNED = """
            .text
            .p2align 3
            .option relax
            .option rvc
            c.nop
            .p2align 3
            .globl fields
            fields: call function
            c.nop
            .p2align 2
            j fields
            """;

    private static final String LOW = """
            .text
            lui a0, %hi(datum + 4)
            addi a0, a0, %lo(datum + 4)
            sw a0, %lo(datum)(a1)
            .data
            .word datum
            """;

    private static final String WEAK = """
            .weak nothing
            .text
            call nothing
            .Lhigh: auipc a0, %pcrel_hi(nothing)
            addi a0, a0, %pcrel_lo(.Lhigh)
            .Lgot: auipc a0, %got_pcrel_hi(nothing)
            ld a0, %pcrel_lo(.Lgot)(a0)
            .data
            .quad nothing
            """;

    private static final String INDIRECT = """
            .text
            .globl chosen
            .type chosen, %gnu_indirect_function
            chosen: ret
            .globl chooser
            chooser:
            call chosen
            .data
            .quad chosen
            """;

    private static final String TARGETS = """
            .text
            .globl function
            function: ret
            .data
            .globl datum
            .skip 24
            datum: .quad 1
            .section .tdata, "awT", @progbits
            .skip 4
            .globl thread
            thread: .word 1
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ld,0xffffffc000200000",
        "ld,0x80000000",
        "ld,0x10000",
        "ld.lld,0xffffffc000200000",
        "ld.lld,0x80000000",
        "ld.lld,0x10000"
    })
    void everyFieldIsComputed(String linker, String base) throws Exception {
        check(linker, base, Map.of("fields.o", FIELDS, "targets.o", TARGETS)).assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,0x10000", "ld,0x7ffe0000", "ld.lld,0x10000", "ld.lld,0x7ffe0000"})
    void lowAddressesAreComputed(String linker, String base) throws Exception {
        check(linker, base, Map.of("low.o", LOW, "targets.o", TARGETS)).assertFlipsFound();
    }

    /** Where all of the padding is needed, GNU ld leaves it as it is; lld 14 takes no such objects. */
    @Test
    void paddingThatIsNeededStays() throws Exception {
        check("ld", "0xffffffc000200000", Map.of("aligned.o", ALIGNED, "targets.o", TARGETS))
                .assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,0xffffffc000200000", "ld,0x10000", "ld.lld,0x10000"})
    void nothingIsZeroOrHere(String linker, String base) throws Exception {
        check(linker, base, Map.of("weak.o", WEAK, "targets.o", TARGETS));
    }

    @ParameterizedTest
    @CsvSource({"ld,0xffffffc000200000", "ld.lld,0xffffffc000200000"})
    void anIndirectFunctionIsReachedThroughItsStub(String linker, String base) throws Exception {
        check(linker, base, Map.of("indirect.o", INDIRECT, "targets.o", TARGETS))
                .assertFlipsFound(CrossKernel.STUBS);
    }

    private CrossKernel check(String linker, String base, Map<String, String> sources) throws Exception {
        List<String> flags = List.of("-march=rv64imac", "-mabi=lp64", "-mno-relax");
        String relax = linker.equals("ld") ? "--no-relax" : "--no-gc-sections";
        CrossKernel kernel = new CrossKernel(folder, "riscv64-linux-gnu", linker, base, sources, flags, relax);
        kernel.assertExplained(0);
        return kernel;
    }
}
