package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.verify.Verification;

/** GNU ld sorts hppa's table for unwinders by functions, so that objects with code in several sections find it mixed. */
class UnwindOrderTest {
    private static final int SEEDS = 5 * Integer.getInteger("karl.rounds", 1);
    private static final String TABLE = ".PARISC.unwind";
    private static final int ENTRY = 16;

    @TempDir
    Path folder;

    /** Each object has its own table, of which the linker sorts the first. */
    @Test
    void theFirstTableIsSorted() throws Exception {
        LoadedKit kit = kit(new Random(3), "");
        for (int seed = 1; seed <= SEEDS; seed++) {
            RelinkResult result = Runs.relink(kit, "ld", seed, folder.resolve("bsd." + seed));
            assertEquals(0, Verification.of(result.kernel(), kit, Progress.NONE).findings(), "by its entry");
            Alone.assertVerified(kit, result, folder, seed);
        }
    }

    /** The script makes one table of all, so that entries of an object lie apart; by the entry they are found. */
    @Test
    void aTableOfAllIsSorted() throws Exception {
        LoadedKit kit = kit(new Random(4), "\t" + TABLE + " : { *(" + TABLE + ") } :rodata\n");
        for (int seed = 1; seed <= SEEDS; seed++) {
            RelinkResult result = Runs.relink(kit, "ld", seed, folder.resolve("bsd." + seed));
            assertEquals(0, Verification.of(result.kernel(), kit, Progress.NONE).findings());
            exchange(result.kernel());
            assertTrue(Verification.of(result.kernel(), kit, Progress.NONE).findings() > 0, "seed " + seed);
        }
    }

    /** A dozen objects with functions before, in and behind .text, in random order. */
    private LoadedKit kit(Random random, String statement) throws Exception {
        AssembledKit kit = new AssembledKit(folder.resolve("kit"), "cross-hppa", "hppa-linux-gnu-as");
        Path script = kit.folder().resolve("ld.script");
        String words = Files.readString(script);
        Files.writeString(script, words.replace("\t.gcc_except_table :", statement + "\t.gcc_except_table :"));
        for (int object = 0; object < 12; object++) {
            StringBuilder source =
                    new StringBuilder(" .level 1.1\n .globl f" + object + "\n .text\nf" + object + ":\n");
            for (int function = 0; function < 5; function++) {
                String section = random.nextBoolean() ? ".text" : ".init,\"ax\",@progbits";
                source.append(" .section " + section + "\nf" + object + "_" + function + ":\n .proc\n .callinfo frame="
                        + 64 * (1 + random.nextInt(30)));
                source.append("\n .entry\n .long " + random.nextInt() + "\n .exit\n .procend\n");
            }
            kit.object("o" + object + ".o", source.toString());
        }
        return kit.load();
    }

    /** Two entries that are not the same change their places. */
    private static void exchange(Path kernel) throws Exception {
        byte[] bytes = Files.readAllBytes(kernel);
        Sections sections = ElfFile.of("bsd", bytes).sections();
        int table = (int) sections.offset(sections.find(TABLE));
        byte[] first = Arrays.copyOfRange(bytes, table, table + ENTRY);
        int other = table + ENTRY;
        while (Arrays.equals(bytes, other + ENTRY / 2, other + ENTRY, first, ENTRY / 2, ENTRY)) {
            other += ENTRY;
        }
        System.arraycopy(bytes, other, bytes, table, ENTRY);
        System.arraycopy(first, 0, bytes, other, ENTRY);
        Files.write(kernel, bytes);
    }
}
