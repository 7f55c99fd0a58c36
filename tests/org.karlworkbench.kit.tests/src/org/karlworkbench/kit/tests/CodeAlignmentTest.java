package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.kit.ObjectFile;

/** RISC-V code that waits for a linker to take away padding is read as it will be linked. */
class CodeAlignmentTest {
    private static final int ALIGN = 43;
    private static final int ABS64 = 2;
    private static final int NOP = 0x13;
    private static final long CODE = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;

    @TempDir
    Path folder;

    /** Words 1, padding of 12 bytes of which 8 are needed at 8, words 2 and 3, padding of 12 that is needed as it is. */
    @Test
    void takesAwayWhatIsNotNeeded() throws Exception {
        ElfWriter writer = writer();
        int text = writer.section(".text", Elf.SHT_PROGBITS, CODE, 16, words(1, 1, 9, 9, 9, 2, 9, 9, 9, 3, 4));
        writer.symbol("before", 0, 24, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        int after = writer.symbol("after", 20, 4, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        int whole = writer.symbol("", 0, 0, Elf.STB_LOCAL, Elf.STT_SECTION, text);
        writer.relocation(text, 8, 0, ALIGN, 12);
        writer.relocation(text, 24, 0, ALIGN, 12);
        writer.relocation(text, 36, after, ABS64, 5);
        int data = writer.section(".data", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 8, words(0, 0));
        writer.relocation(data, 0, whole, ABS64, 40);
        ObjectFile object = read(writer);
        assertArrayEquals(words(1, 1, NOP, NOP, 2, 9, 9, 9, 3, 4), object.content(text));
        assertEquals(40, object.sections().size(text));
        int before = object.symbols().find("before");
        assertEquals(20, object.symbols().size(before));
        int moved = object.symbols().find("after");
        assertEquals(16, object.symbols().value(moved));
        assertEquals(4, object.symbols().size(moved));
        for (int i = 1; i < object.sections().count(); i++) {
            Relocations table = object.relocations(i);
            if (table != null && table.target() == text) {
                assertEquals(20, table.offset(1));
                assertEquals(32, table.offset(2));
                assertEquals(5, table.addend(2));
            } else if (table != null) {
                assertEquals(36, table.addend(0));
            }
        }
    }

    /** A section that is aligned less than its code, padding that ends behind it, and more than one at a place. */
    @ParameterizedTest
    @CsvSource({"4,4,12", "16,36,12", "16,8,4"})
    void refusesWhatCannotBe(int align, int at, int room) throws Exception {
        ElfWriter writer = writer();
        int text = writer.section(".text", Elf.SHT_PROGBITS, CODE, align, words(1, 1, 9, 9, 9, 2, 9, 9, 9, 3, 4));
        writer.relocation(text, 4, 0, ALIGN, 12);
        writer.relocation(text, at, 0, ALIGN, room);
        EngineException e = assertThrows(EngineException.class, () -> read(writer));
        assertEquals("bad-object", e.code());
        assertTrue(e.line().contains("R_RISCV_ALIGN"), e.line());
    }

    /** Words between paddings, whose places are found out by walking through them once more. */
    @Test
    void movesWhateverLiesBetweenManyPaddings() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 20 * Integer.getInteger("karl.rounds", 1); round++) {
            ElfWriter writer = writer();
            List<Integer> before = new ArrayList<>();
            List<Integer> after = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            List<Integer> paddings = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                if (random.nextBoolean()) {
                    paddings.add(4 * before.size());
                    before.addAll(List.of(9, 9, 9));
                    while (after.size() % 4 != 0) {
                        after.add(NOP);
                    }
                } else {
                    places.add(before.size());
                    before.add(100 + i);
                    after.add(100 + i);
                }
            }
            int text = writer.section(".text", Elf.SHT_PROGBITS, CODE, 16, words(before));
            paddings.forEach(at -> writer.relocation(text, at, 0, ALIGN, 12));
            places.forEach(at -> writer.symbol("w" + before.get(at), 4L * at, 4, Elf.STB_GLOBAL, 0, text));
            ObjectFile object = read(writer);
            for (int at : places) {
                int symbol = object.symbols().find("w" + before.get(at));
                assertEquals(
                        4L * after.indexOf(before.get(at)), object.symbols().value(symbol), "round " + round);
                assertEquals(4, object.symbols().size(symbol), "round " + round);
            }
            byte[] content = object.content(text);
            assertEquals(4 * after.size(), content.length, "round " + round);
            ByteBuffer code = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            for (int word : after) {
                int found = code.getInt();
                assertEquals(word, found == 9 ? NOP : found, "round " + round); // padding needed as it is stays
            }
        }
    }

    /** Code of which the file has no bytes. */
    @Test
    void refusesToAlignWhatIsNotThere() throws Exception {
        ElfWriter writer = writer();
        int text = writer.nobits(".text", CODE, 16, 1 << 20);
        writer.relocation(text, 1 << 19, 0, ALIGN, 28);
        EngineException e = assertThrows(EngineException.class, () -> read(writer));
        assertEquals("bad-object", e.code());
    }

    private static ElfWriter writer() {
        return new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_RISCV, 1);
    }

    private static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(words);
        return bytes.array();
    }

    private static byte[] words(List<Integer> words) {
        return words(words.stream().mapToInt(Integer::intValue).toArray());
    }

    private ObjectFile read(ElfWriter writer) throws Exception {
        return ObjectFile.read("a.o", Files.write(folder.resolve("a.o"), writer.toBytes()));
    }
}
