package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Likeness;
import org.karlworkbench.relink.Likeness.Moved;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;

/** Relinks of an edited kit that keep order and gaps of an earlier one. */
class LikenessTest {
    private static final int ROUNDS = 3 * Integer.getInteger("karl.rounds", 1);

    @TempDir
    Path folder;

    @Test
    void anUntouchedKitGivesTheSameBytes() throws Exception {
        for (String linker : List.of("ld", "lld", "builtin")) {
            LoadedKit kit = Kits.loaded("demo-amd64");
            RelinkResult first = Runs.relink(kit, linker, 7, folder.resolve(linker));
            RelinkResult second = like(kit, first, linker, folder.resolve(linker + "-like"));
            assertArrayEquals(Files.readAllBytes(first.kernel()), Files.readAllBytes(second.kernel()), linker);
            assertEquals(List.of(), likeness(kit, first, 1).moved(second.entryFile()));
        }
    }

    /** A new object, and the way back: the rest stays in order, and only what lies behind the new one moves. */
    @Test
    void anEditKeepsOrderAndGaps() throws Exception {
        Random random = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            long seed = random.nextLong();
            int number = new Random(seed).nextInt(1 << 20);
            Path edited = Kits.copy("demo-amd64", folder.resolve("kit" + round));
            LoadedKit before = Kits.load(edited);
            RelinkResult first = Runs.relink(before, "builtin", number, folder.resolve("old" + round));
            Files.write(
                    edited.resolve("added.o"),
                    object(before.objects().getFirst().header(), 256));
            String makefile = Files.readString(edited.resolve("Makefile"));
            Files.writeString(edited.resolve("Makefile"), makefile.replaceFirst("(?m)^(OBJS=)", "$1 added.o "));
            LoadedKit after = Kits.load(edited);
            assertTrue(
                    after.plan().body().contains("added.o"), after.plan().body().toString());
            RelinkResult second = like(after, first, "builtin", folder.resolve("new" + round));
            List<String> order = new ArrayList<>(second.entry().getOrder());
            int place = order.indexOf("added.o");
            order.remove("added.o");
            assertEquals(List.copyOf(first.entry().getOrder()), order);
            assertEquals(LedgerFiles.gaps(first.entry()), LedgerFiles.gaps(second.entry()), "seed " + seed);
            assertEquals(Likeness.ALGORITHM, second.entry().getAlgorithm());
            Likeness likeness = likeness(after, first, number);
            assertEquals(List.of("added.o"), likeness.added());
            requireMoved(likeness.moved(second.entryFile()), second.entry(), place, "seed " + seed);
            LedgerEntry entry = LedgerFiles.read(second.entryFile());
            assertTrue(Replay.run(
                            new ReplayRequest(second.entryFile(), entry, after, folder.resolve("again" + round)),
                            Progress.NONE)
                    .identical());
            RelinkResult back = like(before(edited, makefile), second, "builtin", folder.resolve("back" + round));
            assertArrayEquals(Files.readAllBytes(first.kernel()), Files.readAllBytes(back.kernel()), "seed " + seed);
        }
    }

    private static LoadedKit before(Path edited, String makefile) throws Exception {
        Files.delete(edited.resolve("added.o"));
        Files.writeString(edited.resolve("Makefile"), makefile);
        return Kits.load(edited);
    }

    /** All code behind the new object moved, and none before it. */
    private static void requireMoved(List<Moved> moved, LedgerEntry entry, int place, String which) {
        for (int i = 0; i < entry.getOrder().size(); i++) {
            String object = entry.getOrder().get(i);
            boolean text = moved.stream()
                    .anyMatch(each -> each.object().equals(object)
                            && each.section().startsWith(".text")
                            && each.to() - each.from() > 0);
            boolean any = moved.stream()
                    .anyMatch(each ->
                            each.object().equals(object) && each.section().startsWith(".text"));
            assertTrue(i >= place || !any, which + " " + object + " moved, and the new object is at " + place);
            assertTrue(i <= place || text || !any, which + " " + object);
        }
    }

    private static byte[] object(ElfHeader like, int size) {
        ElfWriter writer = new ElfWriter(like);
        byte[] code = new byte[size];
        Arrays.fill(code, (byte) 0xc3);
        int text = writer.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 16, code);
        writer.symbol("added", 0, size, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        return writer.toBytes();
    }

    private static Likeness likeness(LoadedKit kit, RelinkResult earlier, int seed) throws EngineException {
        return Likeness.of(earlier.entryFile(), earlier.entry(), kit, Runs.recipe(), Runs.seed(seed));
    }

    private static RelinkResult like(LoadedKit kit, RelinkResult earlier, String linker, Path kernel)
            throws EngineException {
        RelinkRequest drawn =
                new RelinkRequest(kit, Runs.recipe(), Runs.seed(11), kernel, null, Runs.tool(kit, linker), null);
        Likeness likeness = Likeness.of(earlier.entryFile(), earlier.entry(), kit, drawn.recipe(), drawn.seed());
        return Relink.run(drawn.repeating(likeness.repeat()), Progress.NONE);
    }

    @Test
    void whatCannotBeKeptIsRefused() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        RelinkResult first = Runs.relink(kit, "builtin", 3, folder.resolve("bsd"));
        LedgerEntry entry = LedgerFiles.read(first.entryFile());
        entry.setArch("sparc64");
        assertEquals("wrong-kit", code(kit, first, entry, Runs.recipe()));
        entry = LedgerFiles.read(first.entryFile());
        entry.getGaps().setText1(17);
        assertEquals("bad-ledger", code(kit, first, entry, Runs.recipe()));
        Recipe sections = Runs.recipe();
        sections.setUnit("section");
        assertEquals("bad-ledger", code(kit, first, LedgerFiles.read(first.entryFile()), sections));
    }

    private static String code(LoadedKit kit, RelinkResult first, LedgerEntry entry, Recipe recipe) {
        return assertThrows(
                        EngineException.class, () -> Likeness.of(first.entryFile(), entry, kit, recipe, Runs.seed(1)))
                .code();
    }
}
