package org.karlworkbench.code.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.code.Code;
import org.karlworkbench.code.CodeLine;
import org.karlworkbench.code.CodeRange;
import org.karlworkbench.code.CodeReader;
import org.karlworkbench.code.Instruction;
import org.karlworkbench.code.Tool;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.Kits;
import org.karlworkbench.relink.tests.Runs;

/** Random functions of real kernels beside objdump: the same instructions at the same places, leading to the same ones. */
class WitnessTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);
    private static final int FUNCTIONS = 15;

    /** The share of instructions that may have a second name which is not in the list. */
    private static final double UNLISTED = 0.02;

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        "demo-amd64,'',capstone",
        "libc-amd64,'',capstone",
        "libc-i386,'',capstone",
        "cross-arm64,aarch64-linux-gnu,capstone",
        "cross-armv7,arm-linux-gnueabihf,capstone",
        "cross-riscv64,riscv64-linux-gnu,LLVM",
        "cross-macppc,powerpc-linux-gnu,capstone",
        "cross-powerpc64,powerpc64-linux-gnu,capstone",
        "cross-octeon,mips64-linux-gnuabi64,capstone",
        "cross-loongson,mips64el-linux-gnuabi64,capstone",
        "cross-sparc64,sparc64-linux-gnu,capstone",
        "cross-alpha,alpha-linux-gnu,objdump",
        "cross-hppa,hppa-linux-gnu,objdump",
        "cross-landisk,sh4-linux-gnu,objdump"
    })
    void objdumpSaysTheSame(String kit, String tools, String tool) throws Exception {
        Path kernel = temp.resolve("bsd");
        Runs.relink(Kits.loaded(kit), "ld", 1, kernel);
        Layout layout = Layout.read(kernel, null, null, Progress.NONE);
        long seed = Chance.seed();
        Tally tally = new Tally(kit + ", seed " + seed);
        for (int row : functions(layout, seed)) {
            CodeRange range = CodeRange.of(
                    layout, new Hit(Hit.Table.SYMBOLS, row, layout.symbols().address(row), 0));
            Code code = CodeReader.read(layout, range, EnumSet.allOf(Tool.class), () -> false);
            assertTrue(code.tool().contains(tool), code.tool());
            assertEquals(0, code.leftOut());
            tally.add(kit.substring(kit.indexOf('-') + 1), code.lines(), Witness.of(tools, kernel, range));
        }
        tally.check();
    }

    private static List<Integer> functions(Layout layout, long seed) {
        List<Integer> functions = new ArrayList<>(layout.symbols().stream()
                .filter(row -> layout.symbols().kind(row) == Kind.FUNCTION
                        && layout.symbols().size(row) > 0)
                .boxed()
                .toList());
        assertFalse(functions.isEmpty(), "the kernel has no functions");
        Collections.shuffle(functions, new Random(seed));
        return functions.subList(0, Math.min(functions.size(), FUNCTIONS * ROUNDS));
    }

    /** Counts what is compared. */
    private static final class Tally {
        private final String what;
        private final List<String> unlisted = new ArrayList<>();
        private int lines;

        Tally(String what) {
            this.what = what;
        }

        void add(String arch, List<CodeLine> ours, List<Witness> theirs) {
            for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
                add(arch, ours.get(i), theirs.get(i));
            }
            assertEquals(theirs.size(), ours.size(), what);
        }

        private void add(String arch, CodeLine line, Witness witness) {
            String where = what + ": " + witness + " " + line;
            assertEquals(Long.toHexString(witness.address()), Long.toHexString(line.address()), where);
            assertEquals(witness.length(), line.bytes().length, where);
            if (line.target().isPresent() && witness.target().isPresent()) {
                assertEquals(witness.target().get(), line.target().getAsLong(), where);
            }
            if (line.target().isPresent() && witness.used().isPresent()) {
                assertEquals(witness.used().get(), line.target().getAsLong(), where);
            }
            String mnemonic = line.text().split(" ")[0];
            boolean none = witness.isNone() && (mnemonic.equals(Instruction.UNKNOWN) || mnemonic.startsWith("."));
            lines++;
            if (!none && !Spelling.isSame(arch, witness.mnemonic(), mnemonic)) {
                unlisted.add(witness.text() + " / " + line.text());
            }
        }

        void check() {
            assertTrue(lines > 0, what);
            assertTrue(unlisted.size() <= UNLISTED * lines, what + ": of " + lines + " " + unlisted);
        }
    }
}
