package org.karlworkbench.verify.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas for mips64 in both byte orders, against what linkers make of each kind of field. */
class Mips64Test {
    private static final String FIELDS = """
            .set noreorder
            .set noat
            .text
            .globl fields
            fields:
            lui $4, %highest(datum + 0x8008)
            daddiu $4, $4, %higher(datum + 0x8008)
            daddiu $4, $4, %hi(datum + 0x8008)
            ld $4, %lo(datum + 0x8008)($4)
            lui $4, %hi(.Lwords)
            daddiu $4, $4, %lo(.Lwords)
            jal function
            nop
            j fields
            nop
            beq $4, $5, function
            nop
            lw $5, %gp_rel(datum + 0x40)($28)
            lui $28, %hi(%neg(%gp_rel(fields)))
            daddiu $28, $28, %lo(%neg(%gp_rel(fields)))
            lui $4, %tprel_hi(thread)
            lw $4, %tprel_lo(thread)($4)
            .reloc .Lcall, R_MIPS_JALR, function
            .Lcall: jalr $25
            nop
            .reloc .Ljump, R_MIPS_JALR, function
            .Ljump: jr $25
            nop
            .data
            .balign 8
            .dword datum + 8, function
            .gpdword datum
            .word datum
            .gpword datum
            .section .rodata.str1.1, "aMS", @progbits, 1
            .string "other"
            .Lwords: .string "words"
            .string "words"
            """;

    private static final String GOT = """
            .set noreorder
            .text
            ld $4, %got_disp(datum)($28)
            ld $25, %call16(function)($28)
            ld $4, %got_page(datum + 8)($28)
            daddiu $4, $4, %got_ofst(datum + 8)
            ld $5, %got_page(own)($28)
            daddiu $5, $5, %got_ofst(own)
            lui $4, %got_hi(function)
            daddu $4, $4, $28
            ld $4, %got_lo(function)($4)
            ld $4, %gottprel(thread)($28)
            .data
            .skip 24
            own: .word 1
            """;

    private static final String WEAK = """
            .set noreorder
            .weak nothing
            .text
            lui $4, %highest(nothing)
            daddiu $4, $4, %higher(nothing)
            daddiu $4, $4, %hi(nothing)
            daddiu $4, $4, %lo(nothing)
            .data
            .dword nothing
            """;

    private static final String SMALL = """
            .set noreorder
            .comm tiny, 4, 4
            .text
            lw $4, %gp_rel(tiny)($28)
            lui $4, %hi(tiny)
            .data
            .dword tiny
            """;

    private static final String TARGETS = """
            .set noreorder
            .text
            .globl function
            function: jr $31
            nop
            .data
            .globl datum
            .skip 24
            datum: .dword 1
            .section .tdata, "awT", @progbits
            .skip 4
            .globl thread
            thread: .word 1
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mips64-linux-gnuabi64,ld,0xffffffff81000000",
        "mips64-linux-gnuabi64,ld,0xa800000020020000",
        "mips64-linux-gnuabi64,ld.lld,0xffffffff81000000",
        "mips64-linux-gnuabi64,ld.lld,0xa800000020020000",
        "mips64el-linux-gnuabi64,ld,0xffffffff80200000",
        "mips64el-linux-gnuabi64,ld.lld,0xffffffff80200000"
    })
    void everyFieldIsComputed(String tools, String linker, String base) throws Exception {
        check(tools, linker, base, "fields.o", FIELDS).assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({
        "mips64-linux-gnuabi64,ld,0xffffffff81000000",
        "mips64-linux-gnuabi64,ld.lld,0xffffffff81000000",
        "mips64el-linux-gnuabi64,ld,0xffffffff80207000",
        "mips64el-linux-gnuabi64,ld.lld,0xffffffff80207000"
    })
    void wordsOfTheGotAreFound(String tools, String linker, String base) throws Exception {
        check(tools, linker, base, "got.o", GOT).assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld", "ld.lld"})
    void smallCommonIsWhereTheLinkerPutsIt(String linker) throws Exception {
        check("mips64-linux-gnuabi64", linker, "0xffffffff81000000", "small.o", SMALL);
    }

    @ParameterizedTest
    @CsvSource({"ld", "ld.lld"})
    void nothingIsZero(String linker) throws Exception {
        check("mips64-linux-gnuabi64", linker, "0xffffffff81000000", "weak.o", WEAK);
    }

    private CrossKernel check(String tools, String linker, String base, String name, String source) throws Exception {
        List<String> flags = List.of("-march=mips64r2", "-mabi=64", "-mno-pdr");
        Map<String, String> sources = Map.of(name, source, "targets.o", TARGETS);
        String pointer = linker.equals("ld") ? "--defsym=_gp=ADDR(.data)+0x7ff0" : "--no-gc-sections";
        CrossKernel kernel = new CrossKernel(folder, tools, linker, base, sources, flags, pointer);
        kernel.assertExplained(0);
        return kernel;
    }
}
