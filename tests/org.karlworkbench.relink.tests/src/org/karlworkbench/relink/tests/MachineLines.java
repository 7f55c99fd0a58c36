package org.karlworkbench.relink.tests;

import java.util.List;
import java.util.Set;

/**
 * Lines of assembler that make every relocation type of a machine which the built-in linker knows. {@code ~} stands for
 * one of the objects, {@code ^} for the line, {@code %%} for a small multiple of 8. The objects define functions f, data d,
 * thread-local data t, numbers n of 20 bits and s of 12. Through tables goes only what the first lines of all objects ask for, since linkers
 * fill them in different orders.
 */
enum MachineLines {
    RISCV64("cross-riscv64", "riscv64-linux-gnu-as -march=rv64imac -mabi=lp64 -mno-relax", """
        .globl f~, d~, t~
        .text
        .balign 4
        own_text: .option pic
        la a0, d0
        .option nopic
        la.tls.ie a0, t0
        .type f~, %function
        f~: ret
        .size f~, .-f~
        .section .tdata,"awT",%progbits
        .balign 8
        t~: .quad 1, 2, 3
        .data
        .balign 8
        own_data: .quad 7
        d~: .quad 1, 2
        """, """
        call f~
        tail f~
        jal f~
        beq a0, a1, f~
        lla a0, d~+%%
        l^: auipc a0, %pcrel_hi(d~+%%); addi a1, a0, %pcrel_lo(l^); sw a2, %pcrel_lo(l^)(a0)
        .option pic; la a0, d0; .option nopic
        lui a0, %hi(n~); addi a0, a0, %lo(n~); sw a1, %lo(n~)(a0)
        la.tls.ie a0, t0
        lui a5, %tprel_hi(t~+%%); add a5, a5, tp, %tprel_add(t~); addi a0, a5, %tprel_lo(t~+%%)
        lui a5, %tprel_hi(t~); add a5, a5, tp, %tprel_add(t~); sw a0, %tprel_lo(t~)(a5)
        nop; .globl b^; b^: c.nop; c.j b^; c.beqz a0, b^; bne a0, a1, b^
        """, """
        .quad f~+%%
        .word n~
        .word own_text - own_data
        .quad own_data - own_text + %%
        .half own_text - own_data
        .byte own_data - own_text
        .word f~ - .
        r^: .byte 0x85; .reloc r^, R_RISCV_SET6, n~+%%
        r^: .byte 0xbf; .reloc r^, R_RISCV_SUB6, n~+%%
        r^: .byte 0; .reloc r^, R_RISCV_SET8, n~
        r^: .half 0; .reloc r^, R_RISCV_SET16, n~
        r^: .word 0; .reloc r^, R_RISCV_SET32, n~
        """),
    /** As compilers write it unless told otherwise: a linker may shorten it, and has to take away padding. */
    RISCV64_TO_BE_ALIGNED("cross-riscv64", "riscv64-linux-gnu-as -march=rv64imac -mabi=lp64", """
        .globl f~, d~
        .text
        nop
        .balign 32
        .type f~, %function
        f~: ret
        .size f~, .-f~
        .data
        .balign 8
        d~: .quad 1, 2
        """, """
        call f~
        c.nop
        nop
        .balign 4
        .balign 8
        .balign 16; l^: c.nop; .balign 32; beq a0, a1, l^; j l^; bne a0, a1, l^
        c.nop; .balign 16; l^: nop; c.nop; .balign 8; lla a0, l^; j f~
        .type l^, %function; l^: c.nop; .balign 16; ret; .size l^, .-l^
        lla a0, d~+%%
        lui a0, %hi(n~); addi a0, a0, %lo(n~); sw a1, %lo(n~)(a0)
        """, """
        .quad f~+%%
        .word n~
        .word f~ - .
        """),
    MIPS64_BIG(
            "cross-octeon",
            "mips64-linux-gnuabi64-as -march=mips64r2 -mabi=64 -EB -G0",
            Mips.DEFINED,
            Mips.CODE,
            Mips.DATA),
    MIPS64_LITTLE(
            "cross-loongson",
            "mips64el-linux-gnuabi64-as -march=mips64r2 -mabi=64 -EL -G0",
            Mips.DEFINED,
            Mips.CODE,
            Mips.DATA),
    PPC("cross-macppc", "powerpc-linux-gnu-as -a32 -mppc", """
        .globl f~, d~, t~
        .text
        .balign 4
        lwz 9, d0@got(30)
        .type f~, @function
        f~: blr
        .size f~, .-f~
        .section .tdata,"awT",@progbits
        .balign 8
        t~: .long 1, 2, 3, 4, 5, 6
        .data
        .balign 8
        d~: .long 1, 2, 3, 4
        """, """
        bl f~
        b f~+%%
        bl f~@local
        bl f~+0x8000@plt
        bc 12, 2, f~
        ba s~
        lis 9, d~+%%@ha; la 9, d~+%%@l(9)
        lis 9, d~@h; ori 9, 9, d~@l
        lwz 9, d0@got(30)
        lwz 9, t~@got@tprel(30); add 9, 9, t~@tls
        lwz 9, t~@got@tprel(2); lwzx 8, 9, t~@tls; sthx 8, 9, t~@tls
        lis 9, t~+%%@tprel@ha; addi 9, 9, t~+%%@tprel@l
        addis 30, 30, d~-.@ha; b^: addi 30, 30, d~-b^@l
        """, """
        .balign 4; .long f~+%%
        .balign 4; .long d~-.
        .short n~@l
        .byte 7; .long n~
        """),
    SPARC64("cross-sparc64", "sparc64-linux-gnu-as -64 -Av9", """
        .globl f~, d~, t~
        .text
        .align 8
        sethi 0, %g1
        own: .reloc own, R_SPARC_GOT22, d0
        sethi 0, %g1
        .type f~, @function
        f~: retl
        nop
        .size f~, .-f~
        .section .tdata,"awT",@progbits
        .align 8
        t~: .xword 1, 2, 3
        .data
        .align 8
        d~: .xword 1, 2
        """, """
        call f~; nop
        ba,pt %xcc, f~; nop
        ba f~; nop
        brz,pt %o0, f~; nop
        sethi %hi(d~+%%), %g1; or %g1, %lo(d~+%%), %g1
        sethi %hh(d~), %g1; or %g1, %hm(d~), %g1; sethi %lm(d~), %g2
        sethi %h44(d~), %g1; or %g1, %m44(d~), %g1; or %g1, %l44(d~), %g1
        ldx [%g1 + %lo(d~) + %%], %g2
        add %g1, s~, %g1
        sethi %hix(d~), %g1; xor %g1, %lox(d~), %g1
        sethi %tie_hi22(t~), %g1; add %g1, %tie_lo10(t~), %g1; ldx [%l7 + %g1], %g1, %tie_ldx(t~)
        ldx [%l7 + %g1], %g2, %tie_ldx(t~); add %g7, %g2, %g1, %tie_add(t~)
        sethi %tle_hix22(t~+%%), %g1; xor %g1, %tle_lox10(t~+%%), %g1
        sethi %pc22(d~), %g1; or %g1, %pc10(d~+4), %g1
        r^: sethi 0, %g1; .reloc r^, R_SPARC_GOT22, d0
        r^: or %g1, 0, %g1; .reloc r^, R_SPARC_GOT10, d0
        r^: or %g1, 0, %g1; .reloc r^, R_SPARC_GOT13, d0
        """, """
        .align 8; .xword f~+%%
        .align 4; .word d~
        .byte 1; .uaxword d~
        .byte 1; .uaword d~+%%
        .byte 1; .uahalf s~
        .align 2; .half s~
        .align 4; .word %r_disp32(f~)
        .align 8; .xword %r_disp64(f~)
        """),
    ARM("cross-armv7", "arm-linux-gnueabihf-as -march=armv7-a -mfloat-abi=soft", """
        .syntax unified
        .weak nowhere
        .globl f~, g~, d~, t~
        .text
        .balign 4
        .word d0(GOT), t0(GOTTPOFF)
        .thumb
        .type g~, %function
        .thumb_func
        g~: bx lr
        .balign 4
        .arm
        .type f~, %function
        f~: bx lr
        .section .tdata,"awT",%progbits
        .balign 8
        t~: .word 1, 2, 3, 4, 5, 6
        .data
        .balign 8
        d~: .word 1, 2, 3, 4
        """, """
        bl f~; blx f~; bl g~; blx g~
        b f~; beq f~; blne f~
        movw r0, #:lower16:d~+%%; movt r0, #:upper16:d~+%%
        movw r0, #:lower16:(d~-.); movt r0, #:upper16:(d~-.)
        .word d0(GOT), d0(GOT_PREL), t0(GOTTPOFF)
        .word t~(TPOFF), d~(GOTOFF), _GLOBAL_OFFSET_TABLE_-.
        bl nowhere; b nowhere; .word nowhere-.
        .thumb; bl f~; bl g~; blx f~; blx g~; .balign 4; .arm
        .thumb; nop; bl f~; blx f~; b.w g~; beq.w g~; .balign 4; .arm
        .thumb; movw r0, #:lower16:g~; movt r0, #:upper16:g~; .balign 4; .arm
        .thumb; movw r0, #:lower16:(d~-.); movt r0, #:upper16:(d~-.); .balign 4; .arm
        .thumb; bl nowhere; b.w nowhere; .balign 4; .arm
        .thumb; .globl b^; .type b^, %function; .thumb_func; b^: beq.n b^; .balign 4; .arm
        """, """
        .word f~, g~+%%, d~-., d~(target1)
        q^: .word 0x80000000; .reloc q^, R_ARM_PREL31, f~
        q^: .word 0; .reloc q^, R_ARM_TARGET2, d0
        .byte 1; .word d~
        """);

    private final String kit;
    private final String assembler;
    private final String definitions;
    private final String code;
    private final String data;

    MachineLines(String kit, String assembler, String definitions, String code, String data) {
        this.kit = kit;
        this.assembler = assembler;
        this.definitions = definitions;
        this.code = code;
        this.data = data;
    }

    private static final class Mips {
        static final String DEFINED = """
            .set noreorder
            .globl f~, d~, t~
            .text
            .balign 8
            .type f~, @function
            f~: jr $31
            nop
            .size f~, .-f~
            .section .tdata,"awT",@progbits
            .balign 8
            t~: .dword 1, 2, 3
            .data
            .balign 8
            d~: .dword 1, 2
            """;
        static final String CODE = """
            jal f~; nop
            j f~; nop
            jal f~+%%; nop
            beq $2, $3, f~; nop
            lui $2, %highest(d~+%%); daddiu $2, $2, %higher(d~+%%); lui $3, %hi(d~+%%); lw $3, %lo(d~+%%)($3)
            lui $2, %highest(f~); daddiu $2, $2, %higher(f~); lui $3, %hi(f~); lw $3, %lo(f~)($3)
            lui $2, %tprel_hi(t~+%%); daddiu $2, $2, %tprel_lo(t~+%%)
            r^: nop; .reloc r^, R_MIPS_JALR, f~
            """;
        static final String DATA = """
            .dword f~+%%
            .word f~
            q^: .dword 0; .reloc q^, R_MIPS_TLS_TPREL64, t~
            q^: .word 0; .reloc q^, R_MIPS_PC32, d~
            """;
    }

    /** The big kit whose head and script these objects get. */
    String kit() {
        return kit;
    }

    String[] assembler() {
        return assembler.split(" ");
    }

    /** The linker that writes the same bytes. */
    String witness() {
        return this == SPARC64 || this == RISCV64_TO_BE_ALIGNED ? "ld" : "lld";
    }

    /** The sections that lld makes, and the built-in linker leaves out. */
    Set<String> made() {
        return kit.equals("cross-octeon") || kit.equals("cross-loongson")
                ? Set.of(".MIPS.abiflags", ".MIPS.options", ".got")
                : Set.of();
    }

    /** What each object defines. */
    String definitions() {
        return definitions;
    }

    /** Lines for .text. */
    List<String> code() {
        return code.lines().toList();
    }

    /** Lines for .data. */
    List<String> data() {
        return data.lines().toList();
    }
}
