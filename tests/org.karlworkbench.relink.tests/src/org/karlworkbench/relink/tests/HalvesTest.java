package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;

/**
 * Memory of zeros that has no symbol in the kernel, and of which nothing tells but code that refers to it by two halves of
 * its address, or by a word of the GOT.
 */
class HalvesTest {
    private static final int SEEDS = 3 * Integer.getInteger("karl.rounds", 1);
    private static final int OBJECTS = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cross-alpha|ld|alpha-linux-gnu-as|ldah $1, z~($29) !gprelhigh; lda $1, z~($1) !gprellow",
                "cross-alpha|ld|alpha-linux-gnu-as|ldq $1, z~($29) !literal",
                "cross-alpha|ld|alpha-linux-gnu-as|lda $1, z~($29) !gprel",
                "cross-arm64|ld|aarch64-linux-gnu-as|adrp x1, z~; add x1, x1, :lo12:z~",
                "cross-arm64|lld|aarch64-linux-gnu-as|adrp x1, z~; add x1, x1, :lo12:z~",
                "cross-arm64|builtin|aarch64-linux-gnu-as|adrp x1, z~; add x1, x1, :lo12:z~",
                "cross-macppc|ld|powerpc-linux-gnu-as -a32|lis 9, z~@ha; la 9, z~@l(9)",
                "cross-macppc|lld|powerpc-linux-gnu-as -a32|lis 9, z~@ha; la 9, z~@l(9)",
                "cross-macppc|builtin|powerpc-linux-gnu-as -a32|lis 9, z~@h; ori 9, 9, z~@l",
                "cross-macppc|ld|powerpc-linux-gnu-as -a32|lwz 9, z~@got(30)",
                "cross-macppc|lld|powerpc-linux-gnu-as -a32|lwz 9, z~@got(30)",
                "cross-macppc|builtin|powerpc-linux-gnu-as -a32|lwz 9, z~@got(30)",
                "cross-sparc64|ld|sparc64-linux-gnu-as -64 -Av9|sethi %hi(z~), %g1; or %g1, %lo(z~), %g1",
                "cross-sparc64|builtin|sparc64-linux-gnu-as -64 -Av9|sethi %hi(z~), %g1; or %g1, %lo(z~), %g1"
            })
    void codeTellsWhereZerosLie(String big, String linker, String assembler, String code) throws Exception {
        LoadedKit kit = kit(big, assembler.split(" "), code);
        for (int seed = 1; seed <= SEEDS; seed++) {
            RelinkResult result = relink(kit, linker, seed);
            assertEquals(List.of(), result.account().unexplained());
            Alone.assertVerified(kit, result, folder, seed);
        }
    }

    /** Without any symbols. */
    private RelinkResult relink(LoadedKit kit, String linker, int seed) throws Exception {
        Recipe recipe = Runs.recipe();
        recipe.setStrip("all");
        Path kernel = folder.resolve("bsd." + seed);
        return Relink.run(
                new RelinkRequest(kit, recipe, Runs.seed(seed), kernel, null, Runs.tool(kit, linker), null),
                Progress.NONE);
    }

    /** Objects with code and data, each referring to its own data and to another object, which has nothing but zeros. */
    private LoadedKit kit(String big, String[] assembler, String code) throws Exception {
        AssembledKit kit = new AssembledKit(folder.resolve("kit"), big, assembler);
        Random random = new Random(big.hashCode());
        for (int object = 0; object < OBJECTS; object++) {
            String data = " .data\n .balign 8\nd~: .long %d, %d, %d, %d\n"
                    .formatted(random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt());
            String text =
                    " .text\n .balign 4\n .globl f~\nf~: .long %d, %d\n".formatted(random.nextInt(), random.nextInt());
            String own = base(big).replace(';', '\n') + "\n " + code.replace(';', '\n') + "\n";
            kit.object("f" + object + ".o", (data + text + own).replace("~", "" + object));
            String zeros = " .bss\n .balign 8\n .globl z~\n .hidden z~\nz~: .space " + zeros(code) + "\n";
            kit.object("z" + object + ".o", zeros.replace("~", "" + object));
        }
        return kit.load();
    }

    /** Far more than 64 KiB of all objects, so that carries from half to half differ; less where one half has to do. */
    private static int zeros(String code) {
        return code.endsWith("!gprel") ? 0x758 : 0x2f58;
    }

    /** Code that tells from where others count: alpha's global pointer, by data whose place its bytes tell; the GOT. */
    private static String base(String big) {
        return switch (big) {
            case "cross-alpha" -> "ldah $2, d~($29) !gprelhigh; lda $2, d~($2) !gprellow";
            case "cross-macppc" ->
                "b~: addis 30, 30, _GLOBAL_OFFSET_TABLE_-b~@ha; addi 30, 30, _GLOBAL_OFFSET_TABLE_-b~@l";
            default -> "";
        };
    }
}
