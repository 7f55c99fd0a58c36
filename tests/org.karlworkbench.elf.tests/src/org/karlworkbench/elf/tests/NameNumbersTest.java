package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.NameNumbers;
import org.karlworkbench.elf.Symbols;

/** Names of many files, numbered; a map of strings is the witness. */
class NameNumbersTest {
    private static final int FILES = 40;
    private static final int NAMES = 300;

    @Test
    void theSameNameHasTheSameNumberInAllFiles() throws Exception {
        Random random = new Random(4);
        NameNumbers numbers = new NameNumbers();
        Map<String, Integer> witness = new HashMap<>();
        for (int file = 0; file < FILES; file++) {
            Symbols symbols = symbols(random);
            for (int i = 0; i < symbols.count(); i++) {
                int next = witness.size();
                int expected = witness.computeIfAbsent(symbols.name(i), _ -> next);
                assertEquals(expected, numbers.number(symbols, i), symbols.name(i));
            }
        }
        assertEquals(witness.size(), numbers.count());
        witness.forEach((name, number) -> {
            assertEquals(name, numbers.name(number));
            assertEquals(number, numbers.find(name));
            assertEquals(number, numbers.number(name));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            numbers.write(number, bytes);
            assertEquals(name, bytes.toString(StandardCharsets.UTF_8));
        });
        assertEquals(-1, numbers.find("a name that no file has"));
        assertEquals(witness.size(), numbers.number("a name that no file has"));
    }

    @Test
    void allGlobalNamesOfAFileAtOnceAreNumberedAsOneByOne() throws Exception {
        Random random = new Random(6);
        NameNumbers atOnce = new NameNumbers();
        NameNumbers oneByOne = new NameNumbers();
        for (int file = 0; file < FILES; file++) {
            Symbols symbols = symbols(random);
            int[] numbers = atOnce.ofGlobals(symbols);
            assertEquals(symbols.count(), numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                boolean local = symbols.binding(i) == Elf.STB_LOCAL;
                assertEquals(local ? -1 : oneByOne.number(symbols, i), numbers[i], symbols.name(i));
            }
        }
        assertEquals(oneByOne.count(), atOnce.count());
        assertEquals(0, atOnce.ofGlobals(Symbols.empty()).length);
    }

    @Test
    void whatIsAddedToACopyTheOriginalDoesNotGet() throws Exception {
        NameNumbers numbers = new NameNumbers();
        Symbols symbols = symbols(new Random(5));
        for (int i = 0; i < symbols.count(); i++) {
            numbers.number(symbols, i);
        }
        NameNumbers copy = numbers.copy();
        int count = numbers.count();
        for (int i = 0; i < 2 * NAMES; i++) {
            assertEquals(count + i, copy.number("added " + i));
        }
        assertEquals(count, numbers.count());
        assertEquals(-1, numbers.find("added 0"));
        for (int i = 0; i < count; i++) {
            assertEquals(i, copy.find(numbers.name(i)));
        }
    }

    private static Symbols symbols(Random random) throws Exception {
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        for (int i = 0; i < NAMES; i++) {
            String name = "schlüssel".substring(random.nextInt(9)) + random.nextInt(2 * FILES * NAMES / 7);
            int binding = i < NAMES / 10 ? Elf.STB_LOCAL : i % 7 == 0 ? Elf.STB_WEAK : Elf.STB_GLOBAL;
            writer.symbol(name, i, 0, binding, Elf.STT_NOTYPE, Symbols.ABSOLUTE);
        }
        return ElfFile.of("names", writer.toBytes()).symbols();
    }
}
