package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Verification;

/** A kernel far from its ledger entry, of which nothing but the kit is known. */
final class Alone {
    private Alone() {}

    /**
     * Every byte of it is explained, and a flipped bit in its code is not.
     *
     * @param result the relink that made it; its entry stays where it is
     * @param folder for a copy
     * @param seed chooses the bit
     */
    static void assertVerified(LoadedKit kit, RelinkResult result, Path folder, int seed) throws Exception {
        byte[] bytes = Files.readAllBytes(result.kernel());
        Path alone = Files.createDirectories(folder.resolve("alone")).resolve("bsd");
        Account good = account(kit, alone, bytes);
        assertEquals(0, good.findings(), () -> "seed " + seed + ": " + good.unexplained());
        assertEquals(
                result.account().relocationsNotRecomputed(),
                good.relocationsNotRecomputed(),
                "fields taken as they are");
        if (good.relocationsNotRecomputed() == 0) {
            int flipped = flip(bytes, new Random(seed));
            assertTrue(account(kit, alone, bytes).findings() > 0, "seed " + seed + ": flip at offset " + flipped);
        }
    }

    private static Account account(LoadedKit kit, Path kernel, byte[] bytes) throws Exception {
        Files.write(kernel, bytes);
        return Verification.of(kernel, kit, Progress.NONE);
    }

    private static int flip(byte[] kernel, Random random) throws Exception {
        Sections sections = ElfFile.of("bsd", kernel).sections();
        int text = sections.find(".text");
        int offset = (int) (sections.offset(text) + random.nextLong(sections.size(text)));
        kernel[offset] ^= (byte) (1 << random.nextInt(8));
        return offset;
    }
}
