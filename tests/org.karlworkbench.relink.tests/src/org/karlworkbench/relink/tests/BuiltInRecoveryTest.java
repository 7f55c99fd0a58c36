package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Recovery;
import org.karlworkbench.relink.FoundEntry;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;
import org.karlworkbench.relink.ReplayResult;

/** Kernels of the built-in linker, whose strings lie otherwise than others', without their entries. */
class BuiltInRecoveryTest {
    private static final String BUILT_IN = "builtin";
    private static final int SEEDS = 2 * Integer.getInteger("karl.rounds", 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"demo-amd64", "demo-amd64-debug", "libc-amd64", "libc-i386", "cross-arm64"})
    void whatIsToldIsTrueAndEveryByteIsExplained(String name) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        for (int seed = 30; seed < 30 + SEEDS; seed++) {
            RelinkResult result = Runs.relink(kit, BUILT_IN, seed, folder.resolve("bsd"));
            Recovery found = Recovery.of(result.kernel(), kit, Progress.NONE);
            Truth.assertTold(
                    result.entry().getOrder(), LedgerFiles.gaps(result.entry()), found, name + ", seed " + seed);
            Alone.assertVerified(kit, result, folder, seed);
        }
    }

    /** The entry names the linker, and that gives the same bytes again. */
    @ParameterizedTest
    @ValueSource(strings = {"demo-amd64", "demo-amd64-debug", "cross-arm64", "common"})
    void aRecoveredDrawGivesTheSameBytes(String name) throws Exception {
        LoadedKit kit =
                switch (name) {
                    case "common" -> commons(folder.resolve("kit"));
                    case "cross-arm64" -> Joined.kit(Kits.loaded(name), folder);
                    default -> Kits.loaded(name);
                };
        for (int seed = 30; seed < 30 + SEEDS; seed++) {
            RelinkResult result = Runs.relink(kit, BUILT_IN, seed, folder.resolve("bsd"));
            Path alone = Files.createDirectories(folder.resolve("alone")).resolve("bsd." + seed);
            Files.copy(result.kernel(), alone);
            Recovery found = Recovery.of(alone, kit, Progress.NONE);
            Path file = FoundEntry.write(alone, kit, found, folder.resolve("ledger"), Progress.NONE);
            LedgerEntry entry = LedgerFiles.read(file);
            assertEquals(BUILT_IN, entry.getLinker());
            ReplayRequest request = new ReplayRequest(file, entry, kit, folder.resolve("again." + seed));
            ReplayResult again = Replay.run(request, Progress.NONE);
            assertTrue(again.identical(), name + ", seed " + seed + ": " + found.reasons() + again.differs());
        }
    }

    /** Some objects have nothing but COMMON symbols, which they share with others that want less or as much. */
    private static LoadedKit commons(Path folder) throws Exception {
        TinyKit tiny = new TinyKit(folder);
        for (int i = 0; i < 24; i++) {
            ElfWriter writer = TinyKit.writer();
            if (i % 3 != 0) {
                int text = writer.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(20, 0x10 + i));
                writer.symbol("f" + i, 0, 20, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
            }
            common(writer, "own" + i, 4 + i);
            common(writer, "shared" + i % 5, 40 - i / 5);
            common(writer, "same" + i % 7, 8);
            tiny.object("o" + i + ".o", writer);
        }
        return tiny.load();
    }

    private static void common(ElfWriter writer, String name, long size) {
        writer.symbol(name, 4, size, Elf.STB_GLOBAL, Elf.STT_OBJECT, Symbols.COMMON);
    }
}
