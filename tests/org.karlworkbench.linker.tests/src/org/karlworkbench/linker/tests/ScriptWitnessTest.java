package org.karlworkbench.linker.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.linker.script.Assignment;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.OutputSection;
import org.karlworkbench.linker.script.Script;
import org.karlworkbench.linker.script.ScriptParser;

/** What is read from a script means what GNU ld makes of it. */
class ScriptWitnessTest {
    private static final long SEED = 20170613;
    private static final int RANDOM = 300 * Integer.getInteger("karl.rounds", 1);

    @TempDir
    Path folder;

    /** Each line traps a parser that groups otherwise. GNU ld 2.40 does not read the operator {@code ^}. */
    private static final String TRAPS = """
        2 - 3 - 4
        100 / 7 * 7
        10 % 4 * 2
        2 * 10 % 4
        1 << 2 + 1
        1 << 2 << 3
        256 >> 2 - 1
        6 & 3 == 3
        5 & 3 != 1
        1 | 2 & 4
        1 == 2 < 3
        3 > 2 > 1
        1 << 2 == 4
        1 && 0 || 1
        1 || 1 && 0
        0 || 0 ? 5 : 6
        1 ? 2 : 0 ? 3 : 4
        0 ? 2 : 0 ? 3 : 4
        1 ? 0 ? 7 : 8 : 9
        2 * (3 + 4) * 5
        (2)
        ((((7)))) - (-(-(3)))
        -1
        - 1 + 2
        ~1 + 1
        !0 + 1
        !5
        ~0 & 0xff
        - - 3
        !!7
        ~-1
        -7 / 2
        -7 % 3
        0 - 8 >> 1
        -1 > 0
        -1 >= 1
        1 <= -1
        010
        0777
        0x10
        0XfF
        10K
        0x10M
        3k
        0
        0xffffffff80000000 + 0x1000000
        0xffffffffffffffff
        MAX(-1, 1)
        MIN(-1, 1) * 2
        ALIGN(0x1234, 0x100)
        7 - ALIGN(3, 4) * 2
        ALIGN(5, 8) == 8 ? 1K : 1M
        """;

    private void compare(List<String> expressions) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < expressions.size(); i++) {
            text.append("value_")
                    .append(i)
                    .append(" = ")
                    .append(expressions.get(i))
                    .append(";\n");
        }
        Script script = ScriptParser.parse("witness.script", text.toString());
        assertEquals(expressions.size(), script.commands().size());
        try (ElfFile linked = GnuLd.link(folder, text.toString())) {
            for (int i = 0; i < expressions.size(); i++) {
                Assignment read = (Assignment) script.commands().get(i);
                int symbol = linked.symbols().find(read.name());
                assertTrue(symbol >= 0, read.name());
                String told = expressions.get(i) + " read as " + Shown.of(read.value());
                assertEquals(linked.symbols().value(symbol), Arithmetic.of(read.value()), told);
            }
        }
    }

    @Test
    void precedenceAndNumbers() throws Exception {
        compare(TRAPS.lines().toList());
    }

    @Test
    void randomRowsOfOperators() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        compare(Stream.generate(() -> row(random, 3)).limit(RANDOM).toList());
    }

    /** Divisors and distances of shifts are numbers, so that none is 0 or too large. */
    private static String row(RandomGenerator random, int depth) {
        StringBuilder row = new StringBuilder(operand(random, depth));
        String[] operators = "+ - * & | && || == != < > <= >= / % << >>".split(" ");
        for (int i = random.nextInt(5); i > 0; i--) {
            int operator = random.nextInt(operators.length);
            boolean bounded = operator >= operators.length - 4;
            row.append(' ').append(operators[operator]).append(' ');
            row.append(bounded ? String.valueOf(1 + random.nextInt(9)) : operand(random, depth));
            // a shift by more than a number, as 1 << 2 + 60, would be what each machine makes of it
            row.append(bounded ? " & 0xfffff" : "");
        }
        return random.nextInt(6) == 0
                ? row + " ? " + random.nextInt(9) + " : " + operand(random, depth)
                : row.toString();
    }

    private static String operand(RandomGenerator random, int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 5);
        return switch (kind) {
            case 0 -> "-" + random.nextInt(100);
            case 1 -> "~" + random.nextInt(100);
            case 2 -> "0x" + Integer.toHexString(random.nextInt());
            case 3, 4 -> String.valueOf(random.nextInt(1000));
            case 5 -> "MAX(" + row(random, depth - 1) + ", " + row(random, depth - 1) + ")";
            case 6 -> "ALIGN(" + random.nextInt(5000) + ", " + (1 << random.nextInt(8)) + ")";
            case 7 -> "!(" + row(random, depth - 1) + ")";
            default -> "(" + row(random, depth - 1) + ")";
        };
    }

    @Test
    void assignmentsWithOperators() throws Exception {
        String text = """
            a1 = 1; a1 *= 2 + 3; a2 = 100; a2 /= 7; a3 = 1; a3 <<= 5; a4 = 0xff; a4 &= 0x3c;
            a5 = 1; a5 |= 6; a6 = 64; a6 >>= 1 + 1; a7 = 9; a7 -= 2 - 1; a8 = 9; a8 += 1 ? 2 : 3;
            """;
        Script script = ScriptParser.parse("witness.script", text);
        try (ElfFile linked = GnuLd.link(folder, text)) {
            for (int i = 0; i < script.commands().size(); i += 2) {
                Assignment first = (Assignment) script.commands().get(i);
                Assignment then = (Assignment) script.commands().get(i + 1);
                String row = Shown.of(then.value()).replace(then.name(), Shown.of(first.value()));
                Assignment whole = (Assignment)
                        ScriptParser.parse("row", "x = " + row + ";").commands().getFirst();
                int symbol = linked.symbols().find(then.name());
                assertEquals(linked.symbols().value(symbol), Arithmetic.of(whole.value()), row);
            }
        }
    }

    /** The padding begins behind one byte, and so does the pattern. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x90",
                "0x90909090",
                "0xcccccccc",
                "0x0090",
                "0x123",
                "0x123456789abcdef012345",
                "0XAB",
                "144",
                "0220",
                "(144)",
                "0x1K",
                "1M",
                "0xD4D4D4D4"
            })
    void fills(String fill) throws Exception {
        String text = "SECTIONS { .data : { BYTE(1) . = 41; *(.data) } =" + fill + " /DISCARD/ : { *(.comment) } }";
        Command.Sections sections = (Command.Sections)
                ScriptParser.parse("witness.script", text).commands().getFirst();
        byte[] pattern = ((OutputSection) sections.commands().getFirst()).fill().pattern();
        byte[] expected = new byte[40];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = pattern[i % pattern.length];
        }
        try (ElfFile linked = GnuLd.link(folder, text)) {
            byte[] content = linked.content(linked.sections().find(".data"));
            assertArrayEquals(expected, Arrays.copyOfRange(content, 1, 41));
        }
    }
}
