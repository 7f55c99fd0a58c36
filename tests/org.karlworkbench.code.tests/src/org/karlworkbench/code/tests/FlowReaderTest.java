package org.karlworkbench.code.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.code.Flow;
import org.karlworkbench.code.FlowReader;
import org.karlworkbench.code.FlowSet;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.relink.tests.Chance;

/** Where instructions lead, by hand-picked ones; and that none is left out before it is decoded. */
class FlowReaderTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);

    private static FlowSet set(int machine, boolean is64) throws EngineException {
        ElfHeader header = ElfHeader.relocatable(is64, ByteOrder.LITTLE_ENDIAN, machine, 0);
        return FlowSet.of("k", header).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "62,c3,FREE,1",
        "62,c20800,FREE,3",
        "62,cb,FREE,1",
        "62,f3c3,FREE,2",
        "62,ffe0,FREE,2",
        "62,41ffd3,FREE,3",
        "62,ff2510000000,FREE,6",
        "62,ff18,FREE,2",
        "62,3effe0,FREE,3",
        "62,e900000000,AWAY,5",
        "62,eb00,AWAY,2",
        "62,e800000000,AWAY,5",
        "62,7400,ON,2",
        "62,e200,ON,2",
        "62,f4,ON,1",
        "62,cc,AWAY,1",
        "62,cd80,AWAY,2",
        "62,0f05,AWAY,2",
        "62,0f0b,AWAY,2",
        "62,48cf,AWAY,2",
        "62,06,NONE,0",
        "62,48b8,NONE,0",
        "62,fff0,ON,2",
        "3,06,ON,1",
        "3,ffd0,FREE,2",
        "3,9a000000000000,AWAY,7",
        "183,c0035fd6,FREE,4",
        "183,60001fd6,FREE,4",
        "183,20013fd6,FREE,4",
        "183,00000014,AWAY,4",
        "183,00000094,AWAY,4",
        "183,20000054,ON,4",
        "183,000000b4,ON,4",
        "183,1f2003d5,ON,4",
        "183,200020d4,AWAY,4",
        "183,d4d4d4d4,NONE,0",
        "243,67800000,FREE,4",
        "243,8280,FREE,2",
        "243,0295,FREE,2",
        "243,01a0,AWAY,2",
        "243,6f000000,AWAY,4",
        "243,0100,ON,2",
        "243,0000,AWAY,2",
        "243,0290,AWAY,2",
        "243,6384c500,ON,4"
    })
    void instructionsLeadWhereTheManualSays(int machine, String bytes, Flow flow, int length) throws Exception {
        byte[] code = HexFormat.of().parseHex(bytes);
        try (FlowReader reader = FlowReader.open(set(machine, machine != Elf.EM_386), code, 0x1000)) {
            int instruction = reader.at(0);
            assertEquals(flow, FlowReader.flow(instruction));
            assertEquals(length, FlowReader.length(instruction));
        }
    }

    @ParameterizedTest
    @CsvSource({"62,true", "3,false", "183,true", "243,true"})
    void whatIsFreeIsAlwaysDecoded(int machine, boolean is64) throws Exception {
        long seed = Chance.seed();
        Random random = new Random(seed);
        FlowSet set = set(machine, is64);
        byte[] code = new byte[20_000 * ROUNDS];
        random.nextBytes(code);
        // encodings that are free now and then, in pieces
        byte[] often = HexFormat.of().parseHex("ffc3cbf26666f348413e67828067d6d61f3f5f000360");
        for (int i = 0; i < code.length; i++) {
            code[i] = random.nextInt(3) == 0 ? often[random.nextInt(often.length)] : code[i];
            boolean word = i % 4 == 3 && random.nextInt(8) == 0;
            if (word) {
                int kind = 0x1f | random.nextInt(3) << 5;
                code[i] = (byte) 0xd6;
                code[i - 1] = (byte) kind;
                code[i - 2] = (byte) random.nextInt(4);
                code[i - 3] = (byte) (random.nextInt(8) << 5);
            }
        }
        int free = 0;
        try (FlowReader reader = FlowReader.open(set, code, 0x1000)) {
            for (int at = 0; at < code.length; at += set.unit()) {
                if (FlowReader.flow(reader.at(at)) == Flow.FREE) {
                    free++;
                    assertTrue(set.mayBeFree(code, at), "seed " + seed + " at " + at);
                }
            }
        }
        assertTrue(free > 0, "seed " + seed);
    }

    /** What was read before in a row of places is what a fresh reader tells of each. */
    @ParameterizedTest
    @CsvSource({"62,true", "3,false", "183,true", "243,true"})
    void whatCameBeforeChangesNothing(int machine, boolean is64) throws Exception {
        long seed = Chance.seed();
        Random random = new Random(seed);
        FlowSet set = set(machine, is64);
        byte[] code = new byte[2_000];
        random.nextBytes(code);
        for (int i = 0; i < code.length; i++) {
            code[i] &= random.nextBoolean() ? 0x4f : -1; // the same again and again
        }
        try (FlowReader reader = FlowReader.open(set, code, 0x1000)) {
            for (int at = 0; at < code.length; at += set.unit()) {
                try (FlowReader fresh = FlowReader.open(set, code, 0x1000)) {
                    assertEquals(fresh.at(at), reader.at(at), "seed " + seed + " at " + at);
                }
            }
        }
    }

    @Test
    void otherMachinesAreNotRead() throws Exception {
        ElfHeader big = ElfHeader.relocatable(true, ByteOrder.BIG_ENDIAN, Elf.EM_PPC64, 0);
        assertTrue(FlowSet.of("k", big).isEmpty());
    }
}
