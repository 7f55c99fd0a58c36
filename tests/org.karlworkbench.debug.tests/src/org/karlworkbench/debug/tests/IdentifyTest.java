package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.memory.Identified;
import org.karlworkbench.debug.memory.Identified.Verdict;
import org.karlworkbench.debug.memory.Identifier;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.Kits;

/** Dumps of QEMU's memory in which a relinked demo kernel has run, and what is no such dump. */
class IdentifyTest {
    private static final int RELINKS = 12;
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);
    private static final Random RANDOM = new Random(Chance.seed());

    @TempDir
    Path folder;

    private static Identified identify(Path dump, Path ledger, LoadedKit kit, Path kernel, Path output)
            throws EngineException {
        return Identifier.run(dump, ledger, kit, kernel, output, Progress.NONE);
    }

    @Test
    void theRelinkThatRanIsFoundInItsLedger() throws Exception {
        Ledger ledger = Ledger.of(Chance.first(), Kits.loaded("demo-amd64"), folder, RELINKS, "builtin", "debug");
        int number = 1 + RANDOM.nextInt(RELINKS);
        Guest.Dumps dumps = Guest.dump(ledger.kernel(number), Files.createDirectory(folder.resolve("guest")));
        for (Path dump : dumps.all()) {
            Path again = folder.resolve("guest").resolve(dump.getFileName() + ".bsd");
            Identified found = identify(dump, folder, null, null, again);
            assertEquals(Verdict.IDENTIFIED, found.verdict(), dump + " " + found);
            assertEquals(ledger.entry(number), found.entry());
            assertArrayEquals(Files.readAllBytes(ledger.kernel(number)), Files.readAllBytes(again));
            assertEquals(
                    Verdict.IDENTIFIED,
                    identify(dump, null, null, ledger.kernel(number), null).verdict());
            Path other = ledger.kernel(number % RELINKS + 1);
            Identified wrong = identify(dump, null, null, other, null);
            assertEquals(Verdict.NONE, wrong.verdict(), wrong.toString());
            assertTrue(wrong.evidence().getLast().endsWith("do not belong together"), wrong.toString());
        }
    }

    /** Nobody kept an entry: order and gaps are read from memory, in which the startup code is gone. */
    @Test
    void theDrawIsRecoveredAndTheKernelWrittenOnceMore() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        List<String> linkers = List.of("builtin", "ld", "lld");
        for (int round = 0; round < ROUNDS; round++) {
            Path here = Files.createDirectory(folder.resolve("round" + round));
            Path guest = Files.createDirectory(here.resolve("guest"));
            String linker = linkers.get(RANDOM.nextInt(linkers.size()));
            Ledger ledger = Ledger.of(Chance.seed(RANDOM), kit, here, 1, linker, "debug");
            Guest.Dumps dumps = Guest.dump(ledger.kernel(1), guest);
            Path dump = dumps.all().get(RANDOM.nextInt(3));
            Path again = guest.resolve("bsd");
            Identified found = identify(dump, null, kit, null, again);
            String which =
                    linker + " " + LedgerFiles.read(Path.of(ledger.entry(1))).getSeed() + found;
            assertEquals(Verdict.RECOVERED, found.verdict(), which);
            assertEquals(symbols(ledger.kernel(1)), symbols(again), which);
            assertTrue(Files.isRegularFile(Path.of(found.entry())), which);
        }
    }

    /** Functions with their addresses; data that the kernel has changed may come to lie elsewhere, which is told. */
    static List<String> symbols(Path kernel) throws Exception {
        return Crash.run("nm", kernel.toString()).stream()
                .filter(line -> line.matches("[0-9a-f]+ [tT] .*"))
                .sorted()
                .toList();
    }

    @Test
    void whatIsNoDumpOfItIsTold() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path ledger = Files.createDirectory(folder.resolve("ledger"));
        Ledger relinks = Ledger.of(Chance.first(), kit, ledger, 3, "builtin", "debug");
        byte[] noise = new byte[3 << 20];
        RANDOM.nextBytes(noise);
        Path dump = Files.write(folder.resolve("noise"), noise);
        Path output = folder.resolve("bsd");
        Identified found = identify(dump, ledger, kit, relinks.kernel(1), output);
        assertEquals(Verdict.NONE, found.verdict(), found.toString());
        assertTrue(Files.notExists(output));
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        assertEquals(
                "bad-dump",
                assertThrows(EngineException.class, () -> identify(empty, ledger, null, null, null))
                        .code());
        Path overlapping = Files.write(folder.resolve("overlapping"), core(2, 4096));
        assertEquals(
                "bad-dump",
                assertThrows(EngineException.class, () -> identify(overlapping, ledger, null, null, null))
                        .code());
        Path lying = Files.write(folder.resolve("lying"), core(1, Long.MAX_VALUE));
        assertThrows(EngineException.class, () -> identify(lying, ledger, null, null, null));
    }

    /** A core file of 8 KiB whose segments all claim to begin at 4096. */
    private static byte[] core(int segments, long size) {
        ByteBuffer core = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
        core.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        core.putShort((short) 4)
                .putShort((short) 62)
                .putInt(1)
                .putLong(0)
                .putLong(64)
                .putLong(0)
                .putInt(0);
        core.putShort((short) 64).putShort((short) 56).putShort((short) segments);
        core.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        for (int i = 0; i < segments; i++) {
            core.putInt(1)
                    .putInt(7)
                    .putLong(4096)
                    .putLong(0)
                    .putLong(0)
                    .putLong(size)
                    .putLong(size)
                    .putLong(0);
        }
        return core.array();
    }
}
