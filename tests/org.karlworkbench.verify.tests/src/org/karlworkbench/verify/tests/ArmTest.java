package org.karlworkbench.verify.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas for armv7, against what linkers make of each kind of field. */
class ArmTest {
    private static final String FIELDS = """
            .syntax unified
            .arm
            .text
            .globl fields
            fields:
            bl function
            blne function
            b function
            bl thumb
            blx function
            blx thumb
            bl function(PLT)
            .reloc ., R_ARM_PC24, function
            .word 0xeafffffe
            movw r0, #:lower16:datum + 4
            movt r0, #:upper16:datum + 4
            movw r1, #:lower16:thumb
            movt r1, #:upper16:thumb
            movw r2, #:lower16:(datum - .)
            movt r2, #:upper16:(datum - .)
            movw r3, #:lower16:.Lwords
            movt r3, #:upper16:.Lwords
            .reloc ., R_ARM_V4BX, 0
            bx lr
            .word datum + 8, thumb, datum - ., thumb - . + 12, .Lwords
            .word function(TARGET1)
            .reloc ., R_ARM_PREL31, datum
            .word 0x80000004
            .reloc ., R_ARM_NONE, datum
            .data
            .balign 4
            .word function, thumb, fields - .
            .section .rodata.str1.1, "aMS", %progbits, 1
            .string "words of another"
            .string "other"
            .Lwords: .string "words"
            .string "words"
            """;

    private static final String THUMB = """
            .syntax unified
            .thumb
            .text
            .type start_of_thumb, %function
            start_of_thumb:
            bl thumb
            bl function
            blx function
            nop
            bl function
            b.w thumb
            beq.w thumb
            movw r0, #:lower16:datum + 0x804
            movt r0, #:upper16:datum
            movw r1, #:lower16:(thumb - .)
            movt r1, #:upper16:(thumb - .)
            .reloc ., R_ARM_THM_JUMP11, near
            .short 0xe7fe
            .reloc ., R_ARM_THM_JUMP8, near
            .short 0xd0fe
            .section .text.near, "ax", %progbits
            .type near, %function
            near: bx lr
            """;

    private static final String GOT = """
            .arm
            .text
            .word _GLOBAL_OFFSET_TABLE_ - .
            .word datum(GOT), function(GOT), datum(GOT_PREL) + 4
            .word datum(GOTOFF)
            .word other(TPOFF), thread(TPOFF)
            .word thread(GOTTPOFF) + 8, other(GOTTPOFF)
            """;

    private static final String LOW = """
            .arm
            .text
            nop
            .data
            .word datum
            .reloc ., R_ARM_ABS16, number
            .short 2
            .reloc ., R_ARM_ABS8, small
            .byte 3, 0
            .word datum + 4, datum + 8
            """;

    private static final String WEAK = """
            .syntax unified
            .arm
            .weak nothing
            .text
            bl nothing
            bleq nothing
            b nothing
            .word nothing(GOT_PREL), nothing + 4, nothing - .
            movw r0, #:lower16:nothing
            movt r0, #:upper16:nothing
            .thumb
            bl nothing
            b.w nothing
            """;

    private static final String INDIRECT = """
            .syntax unified
            .arm
            .text
            bl chosen
            b alias
            blne once
            movw r0, #:lower16:once
            movt r0, #:upper16:once
            .word alias(GOT_PREL), chosen
            .type chosen, %gnu_indirect_function
            .globl chosen, alias
            .type alias, %gnu_indirect_function
            chosen:
            alias: ldr r0, here
            bx lr
            .type once, %gnu_indirect_function
            .globl once
            once: nop
            here: bx lr
            """;

    private static final String UNWINDING = """
            .syntax unified
            .arm
            .text
            .type one, %function
            .globl one
            one: .fnstart
            push {r4, lr}
            .save {r4, lr}
            .rept 8
            nop
            .endr
            pop {r4, pc}
            .fnend
            .section .text.two, "ax", %progbits
            .type two, %function
            two: .fnstart
            bx lr
            .cantunwind
            .fnend
            .text
            .type three, %function
            three: .fnstart
            .save {r4-r11, lr}
            push {r4-r11, lr}
            .pad #1024
            sub sp, sp, #1024
            .setfp r7, sp, #8
            add r7, sp, #8
            .vsave {d8-d12}
            vpush {d8-d12}
            bx lr
            .personality function
            .handlerdata
            .word one(TARGET2)
            .fnend
            """;

    private static final String OTHERS = """
            .syntax unified
            .arm
            .text
            nop
            .globl function
            .type function, %function
            function: bx lr
            .thumb
            nop
            .globl thumb
            .thumb_func
            thumb: bx lr
            .data
            .balign 64
            .skip 44
            .globl datum
            datum: .word 1, 2
            .globl number, small
            number = 0x1234
            small = 0x12
            .section .tdata, "awT", %progbits
            .balign 32
            .skip 16
            .globl thread
            thread: .word 5
            .section .tbss, "awT", %nobits
            .globl other
            other: .skip 8
            """;

    @TempDir
    Path folder;

    private CrossKernel kernel(String linker, String base, String source, String... flags) throws Exception {
        Map<String, String> sources = Map.of("fields.o", source, "others.o", OTHERS);
        List<String> assembler = List.of("-march=armv7-a", "-mfpu=vfpv3");
        return new CrossKernel(folder, "arm-linux-gnueabihf", linker, base, sources, assembler, flags);
    }

    private void check(CrossKernel kernel) throws Exception {
        kernel.assertExplained(0);
        kernel.assertFlipsFound();
    }

    @ParameterizedTest
    @CsvSource({"ld,0xc0300000", "ld,0x8000", "ld.lld,0xc0300000", "ld.lld,0x8000"})
    void fieldsAreComputed(String linker, String base) throws Exception {
        check(kernel(linker, base, FIELDS));
    }

    @ParameterizedTest
    @CsvSource({"ld,0xc0300000", "ld,0x8000", "ld.lld,0xc0300000", "ld.lld,0x8000"})
    void thumbIsComputed(String linker, String base) throws Exception {
        check(kernel(linker, base, THUMB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void wordsOfTheGotAreFound(String linker) throws Exception {
        check(kernel(linker, "0xc0300000", GOT));
    }

    /** Branches that cannot change the instruction set reach their targets by code that the linker puts between. */
    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void detoursAreCounted(String linker) throws Exception {
        String source = ".syntax unified\n.arm\nb thumb\nb function\n.thumb\nb.w function\nb.w thumb\nbl thumb\n";
        kernel(linker, "0xc0300000", source).assertExplained(2);
    }

    @Test
    void shortAddressesAreComputed() throws Exception {
        check(kernel("ld", "0x8000", LOW));
    }

    @Test
    void oldBranchesAreComputed() throws Exception {
        check(kernel("ld", "0x8000", FIELDS, "--fix-v4bx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void whatNothingDefinesIsSkipped(String linker) throws Exception {
        check(kernel(linker, "0xc0300000", WEAK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void indirectFunctionsAreFollowed(String linker) throws Exception {
        CrossKernel kernel = kernel(linker, "0xc0300000", INDIRECT);
        check(kernel);
        for (String section : List.of(".plt", ".iplt", ".rel.dyn", ".rel.iplt", ".rel.plt")) {
            kernel.assertFlipsFound(section);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void theExceptionIndexIsChecked(String linker) throws Exception {
        CrossKernel kernel = kernel(linker, "0xc0300000", UNWINDING);
        kernel.assertExplained(0);
        kernel.assertFound(".ARM.exidx", 3, 0x40); // leads out of all code
        kernel.assertFound(".ARM.exidx", 11, 0x80); // is no distance
        kernel.assertExchangeFound(".ARM.exidx", 0, 8, 4);
    }
}
