package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.relink.LinkerTool;

/** What the built-in linker cannot link on other machines: it says where, what and why, and writes nothing. */
class MachineRefusalTest {
    @TempDir
    Path folder;

    private AssembledKit kit(MachineLines machine) throws Exception {
        return new AssembledKit(folder.resolve("kit"), machine.kit(), machine.assembler());
    }

    private String refused(AssembledKit kit, String code) throws Exception {
        Path kernel = folder.resolve("bsd");
        EngineException e = Runs.fails(kit.load(), LinkerTool.BUILT_IN, kernel);
        assertTrue(Files.notExists(kernel));
        assertEquals(code, e.code(), e.line());
        return e.line();
    }

    /** A target behind so much room that no branch reaches it: object, section, offset, symbol, value and range. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        RISCV64       ~ .option norvc; nop; jal f ~ -0x100000 to 0xfffff, a multiple of 2, from its own place
        MIPS64_BIG    ~ .set noreorder; nop; beq $2, $3, f; nop ~ -0x20000 to 0x1ffff, a multiple of 4, from its own place
        MIPS64_LITTLE ~ .set noreorder; nop; jal f; nop ~ 0 to 0xfffffff, a multiple of 4, from the beginning of its own region
        PPC           ~ nop; b f                 ~ -0x2000000 to 0x1ffffff, a multiple of 4, from its own place
        SPARC64       ~ nop; ba f                ~ -0x800000 to 0x7fffff, a multiple of 4, from its own place
        ARM           ~ nop; b f                 ~ -0x2000000 to 0x1ffffff, a multiple of 4, from its own place
        """)
    void tellsWhatIsTooFar(MachineLines machine, String branch, String range) throws Exception {
        AssembledKit kit = kit(machine);
        kit.object("far.o", ".text\n" + branch + "\n");
        kit.object("target.o", ".bss\n.globl f\n.space 0x11000000\nf: .space 4\n");
        String line = refused(kit, "relocation-overflow");
        assertTrue(line.startsWith("far.o: .text+0x4: the address 0x"), line);
        assertTrue(line.contains("(.bss of target.o)"), line);
        assertTrue(line.contains(range), line);
    }

    /** Other linkers put code between that changes the instruction set; a jump by itself cannot. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        .thumb; nop; b.w f ~ .arm; .type f, %function; f: bx lr                ~ unlinkable
        .arm; b f          ~ .thumb; .type f, %function; .thumb_func; f: bx lr ~ relocation-overflow
        """)
    void refusesJumpsToAnotherInstructionSet(String jump, String target, String code) throws Exception {
        AssembledKit kit = kit(MachineLines.ARM);
        kit.object("jumps.o", ".syntax unified\n.text\n" + jump + "\n");
        kit.object("target.o", ".syntax unified\n.text\n.globl f\n" + target + "\n");
        assertTrue(refused(kit, code).startsWith(code.equals("unlinkable") ? folder.toString() : "jumps.o"));
    }

    @Test
    void refusesObjectsOfAnotherFloatAbi() throws Exception {
        AssembledKit kit = new AssembledKit(
                folder.resolve("kit"), "cross-riscv64", "riscv64-linux-gnu-as", "-march=rv64gc", "-mabi=lp64d");
        kit.object("double.o", ".globl f\nf: ret\n");
        String line = refused(kit, "unlinkable");
        assertTrue(line.contains("double.o: e_flags: 0x5, which do not go with 0x1"), line);
    }

    @ParameterizedTest
    @EnumSource(names = {"PPC", "ARM"})
    void refusesIndirectFunctions(MachineLines machine) throws Exception {
        AssembledKit kit = kit(machine);
        kit.object("indirect.o", ".text\n.globl f\n.type f, %gnu_indirect_function\nf: nop\n");
        kit.object("calls.o", ".data\n.long f\n");
        assertTrue(refused(kit, "unlinkable").contains("refers to an indirect function"));
    }

    /** Arm's objects tell by an attribute how they pass floating-point numbers, and a kernel by its e_flags. */
    @ParameterizedTest
    @CsvSource({"1,0x5000400", "0,0x5000200"})
    void flagsTellOfFloatingPointNumbers(int registers, int flags) throws Exception {
        AssembledKit kit = kit(MachineLines.ARM);
        kit.object("says.o", ".eabi_attribute 28, " + registers + "\n.globl f\nf: bx lr\n");
        Runs.relink(kit.load(), "builtin", 1, folder.resolve("bsd"));
        try (ElfFile kernel = ElfFile.open(folder.resolve("bsd"))) {
            assertEquals(flags, kernel.header().flags());
        }
    }
}
