package org.karlworkbench.code.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.karlworkbench.code.Disassembler;
import org.karlworkbench.code.Disassemblers;
import org.karlworkbench.code.Instruction;
import org.karlworkbench.code.Tool;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.relink.tests.Chance;

/** Which tool is taken for which machine, what is said where there is none, and bytes that are no code. */
class DisassemblersTest {
    private static final EnumSet<Tool> ALL = EnumSet.allOf(Tool.class);
    private static final byte[] CALL = {(byte) 0xe8, 0x10, 0, 0, 0, 0x0f, 0x0b, (byte) 0xc3};

    private static ElfHeader header(int machine, boolean is64, boolean big) {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return ElfHeader.relocatable(is64, order, machine, 0);
    }

    private static List<Instruction> decode(Disassembler disassembler, byte[] code, long address)
            throws EngineException {
        List<Instruction> found = new ArrayList<>();
        disassembler.decode(code, address, found::add, () -> false);
        return found;
    }

    /** Each of the three has the call's target, though one writes a distance and the others an address. */
    @ParameterizedTest
    @EnumSource
    void theToolsAgree(Tool tool) throws EngineException {
        Disassembler disassembler = Disassemblers.of("k", header(Elf.EM_X86_64, true, false), false, EnumSet.of(tool));
        List<Instruction> found = decode(disassembler, CALL, 0xffff_ffff_8100_0000L);
        assertEquals(List.of(5, 2, 1), found.stream().map(Instruction::length).toList());
        assertEquals(0xffff_ffff_8100_0015L, found.getFirst().target().orElseThrow());
        assertTrue(found.getFirst().text().contains("0xffffffff81000015"), found.getFirst()::text);
        assertEquals("ud2", found.get(1).mnemonic());
    }

    @Test
    void absenceNamesThePackage() {
        EngineException none = assertThrows(
                EngineException.class,
                () -> Disassemblers.of("k", header(Elf.EM_X86_64, true, false), false, EnumSet.noneOf(Tool.class)));
        assertEquals("no-disassembler", none.code());
        assertTrue(none.line().contains("libcapstone4") && none.line().contains("binutils"), none.line());
        EngineException alpha = assertThrows(
                EngineException.class,
                () -> Disassemblers.of("k", header(Elf.EM_ALPHA, true, false), false, EnumSet.of(Tool.CAPSTONE)));
        assertTrue(alpha.line().contains("binutils-alpha-linux-gnu"), alpha.line());
    }

    @Test
    void anUnknownMachineIsTold() {
        EngineException unknown = assertThrows(
                EngineException.class, () -> Disassemblers.of("k", header(Elf.EM_88K, false, true), false, ALL));
        assertEquals("unknown-machine", unknown.code());
        assertTrue(unknown.line().contains("machine 5"), unknown.line());
    }

    /** Whatever the bytes are, they come out whole and in order, and no library ends the process. */
    @ParameterizedTest
    @CsvSource({
        "3,false,false", "62,true,false", "40,false,false", "183,true,false", "8,false,false", "8,true,true",
        "20,false,true", "21,true,true", "43,true,true", "243,true,false", "36902,true,false", "15,false,true",
        "42,false,false"
    })
    void randomBytesComeOutWhole(int machine, boolean is64, boolean big) throws EngineException {
        long seed = Chance.seed();
        Random random = new Random(seed);
        byte[] code = new byte[50_000 + random.nextInt(16)];
        random.nextBytes(code);
        long at = random.nextLong() & (is64 ? -4L : 0x7fff_fff0L);
        for (boolean thumb : machine == Elf.EM_ARM ? new boolean[] {false, true} : new boolean[] {false}) {
            long next = at;
            for (Instruction instruction :
                    decode(Disassemblers.of("k", header(machine, is64, big), thumb, ALL), code, at)) {
                assertEquals(next, instruction.address(), "seed " + seed);
                next += instruction.length();
            }
            assertEquals(at + code.length, next, "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancelStopsIt(Tool tool) throws EngineException {
        Disassembler disassembler = Disassemblers.of("k", header(Elf.EM_X86_64, true, false), false, EnumSet.of(tool));
        assertThrows(CancellationException.class, () -> disassembler.decode(new byte[1 << 20], 0, _ -> {}, () -> true));
    }
}
