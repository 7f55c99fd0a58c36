package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static ElfWriter writer() {
        return new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_RISCV, 1);
    }

    private static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(words);
        return bytes.array();
    }

    private ObjectFile read(ElfWriter writer) throws Exception {
        return ObjectFile.read("a.o", Files.write(folder.resolve("a.o"), writer.toBytes()));
    }
}
