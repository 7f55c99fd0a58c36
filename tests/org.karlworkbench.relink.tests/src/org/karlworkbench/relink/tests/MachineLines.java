package org.karlworkbench.relink.tests;

import java.util.List;

/**
 * Lines of assembler that make every relocation type of a machine which the built-in linker knows. {@code ~} stands for
 * one of the objects, {@code #} for the line, {@code %%} for a small multiple of 8. The objects define functions f,
 * data d, thread-local data t and numbers n. Through tables goes only what the first lines of all objects ask for, since
 * linkers fill them in different orders.
 */
enum MachineLines {
    RISCV64(
            "cross-riscv64",
            List.of("lld"),
            List.of("riscv64-linux-gnu-as", "-march=rv64imac", "-mabi=lp64", "-mno-relax"),
            """
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
            """,
            List.of(
                    "call f~",
                    "tail f~",
                    "jal f~",
                    "beq a0, a1, f~",
                    "lla a0, d~+%%",
                    "l#: auipc a0, %pcrel_hi(d~+%%); addi a1, a0, %pcrel_lo(l#); sw a2, %pcrel_lo(l#)(a0)",
                    ".option pic; la a0, d0; .option nopic",
                    "lui a0, %hi(n~); addi a0, a0, %lo(n~); sw a1, %lo(n~)(a0)",
                    "la.tls.ie a0, t0",
                    "lui a5, %tprel_hi(t~+%%); add a5, a5, tp, %tprel_add(t~); addi a0, a5, %tprel_lo(t~+%%)",
                    "lui a5, %tprel_hi(t~); add a5, a5, tp, %tprel_add(t~); sw a0, %tprel_lo(t~)(a5)",
                    "nop; .globl b#; b#: c.nop; c.j b#; c.beqz a0, b#; bne a0, a1, b#"),
            List.of(
                    ".quad f~+%%",
                    ".word n~",
                    ".word own_text - own_data",
                    ".quad own_data - own_text + %%",
                    ".half own_text - own_data",
                    ".byte own_data - own_text",
                    ".word f~ - .",
                    "r#: .byte 0x85; .reloc r#, R_RISCV_SET6, n~+%%",
                    "r#: .byte 0xbf; .reloc r#, R_RISCV_SUB6, n~+%%",
                    "r#: .byte 0; .reloc r#, R_RISCV_SET8, n~",
                    "r#: .half 0; .reloc r#, R_RISCV_SET16, n~",
                    "r#: .word 0; .reloc r#, R_RISCV_SET32, n~"));

    private final String kit;
    private final List<String> witnesses;
    private final List<String> assembler;
    private final String definitions;
    private final List<String> code;
    private final List<String> data;

    MachineLines(
            String kit,
            List<String> witnesses,
            List<String> assembler,
            String definitions,
            List<String> code,
            List<String> data) {
        this.kit = kit;
        this.witnesses = witnesses;
        this.assembler = assembler;
        this.definitions = definitions;
        this.code = code;
        this.data = data;
    }

    /** The big kit whose head and script these objects get. */
    String kit() {
        return kit;
    }

    /** The linkers that write the same bytes for the same order. */
    List<String> witnesses() {
        return witnesses;
    }

    String[] assembler() {
        return assembler.toArray(String[]::new);
    }

    /** What each object defines. */
    String definitions() {
        return definitions;
    }

    /** Lines for .text. */
    List<String> code() {
        return code;
    }

    /** Lines for .data. */
    List<String> data() {
        return data;
    }
}
