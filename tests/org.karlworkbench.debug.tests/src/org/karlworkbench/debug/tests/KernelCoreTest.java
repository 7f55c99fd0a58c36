package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.memory.Identified;
import org.karlworkbench.debug.memory.Identified.Verdict;
import org.karlworkbench.debug.memory.Identifier;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.Kits;

/** OpenBSD's own core files, of machines in which a relinked demo kernel has run, and what is broken in such a file. */
class KernelCoreTest {
    private static final int MEMORY = 17 << 20;

    /** Offsets in a core file of amd64. */
    private static final int CPU_SIZE = 16 + 4;

    private static final int COUNT = 16 + 8 + 8;
    private static final int PIECES = 16 + 8 + 16;
    private static final int DATA = 16 + 8 + 504;

    @TempDir
    Path folder;

    private static Identified identify(Path dump, Path ledger, LoadedKit kit, Path output) throws EngineException {
        return Identifier.run(dump, ledger, kit, null, output, Progress.NONE);
    }

    @Test
    void aCoreOfAmd64IsIdentifiedAndItsDrawRecovered() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Ledger ledger = Ledger.of(Chance.first(), kit, folder, 3, "builtin", "debug");
        int number = 1 + new Random(Chance.seed()).nextInt(3);
        Path guest = Files.createDirectory(folder.resolve("guest"));
        Path raw = Guest.dump(ledger.kernel(number), guest).raw();
        Path core = Files.write(guest.resolve("bsd.0.core"), Core.amd64(Files.readAllBytes(raw)));
        Identified found = identify(core, folder, null, guest.resolve("same"));
        assertEquals(Verdict.IDENTIFIED, found.verdict(), found.toString());
        assertEquals(ledger.entry(number), found.entry());
        assertArrayEquals(Files.readAllBytes(ledger.kernel(number)), Files.readAllBytes(guest.resolve("same")));
        assertTrue(
                found.evidence().getFirst().endsWith("core file of amd64 with memory in 3 pieces"), found.toString());
        Identified recovered = identify(core, null, kit, guest.resolve("again"));
        assertEquals(Verdict.RECOVERED, recovered.verdict(), recovered.toString());
        assertEquals(IdentifyTest.symbols(ledger.kernel(number)), IdentifyTest.symbols(guest.resolve("again")));
    }

    @Test
    void aCoreOfI386IsIdentifiedAndItsDrawRecovered() throws Exception {
        LoadedKit kit = Kits.loaded("demo-i386");
        Ledger ledger = Ledger.of(Chance.first(), kit, folder, 2, "builtin", "debug");
        Path guest = Files.createDirectory(folder.resolve("guest"));
        Path raw = Guest.dump(ledger.kernel(2), guest).raw();
        Path core = Files.write(guest.resolve("bsd.0.core"), Core.i386(Files.readAllBytes(raw)));
        assertEquals(ledger.entry(2), identify(core, folder, null, null).entry());
        Path again = Files.createDirectory(folder.resolve("again")).resolve("bsd");
        Identified found = identify(core, null, kit, again);
        assertEquals(Verdict.RECOVERED, found.verdict(), found.toString());
        assertEquals(IdentifyTest.symbols(ledger.kernel(2)), IdentifyTest.symbols(again));
        assertTrue(found.evidence().getFirst().contains("core file of i386"), found.toString());
    }

    /** Whatever kind of dump it is: the kernel beside it is found by its name, and is told when it is not the one that ran. */
    @Test
    void aKernelAndItsCoreBelongTogetherOrNot() throws Exception {
        Ledger ledger = Ledger.of(Chance.first(), Kits.loaded("demo-amd64"), folder, 2, "builtin", "debug");
        Path guest = Files.createDirectory(folder.resolve("guest"));
        Guest.Dumps dumps = Guest.dump(ledger.kernel(1), guest);
        Path own = Files.write(guest.resolve("own"), Core.amd64(Files.readAllBytes(dumps.raw())));
        for (Path dump : List.of(dumps.physical(), dumps.virtual(), dumps.raw(), own)) {
            Path core = Files.move(dump, folder.resolve("bsd.1.core"));
            assertEquals(ledger.kernel(1), Identifier.kernelBeside(core));
            Identified same = Identifier.run(core, null, null, ledger.kernel(1), null, Progress.NONE);
            assertEquals(Verdict.IDENTIFIED, same.verdict(), dump + " " + same);
            assertEquals(ledger.entry(1), same.entry());
            Path wrong = Files.move(core, folder.resolve("bsd.2.core"));
            assertEquals(ledger.kernel(2), Identifier.kernelBeside(wrong));
            Identified other = Identifier.run(wrong, null, null, ledger.kernel(2), null, Progress.NONE);
            assertEquals(Verdict.NONE, other.verdict(), dump + " " + other);
            assertTrue(other.evidence().getLast().endsWith("do not belong together"), other.toString());
            Identified byLedger = Identifier.run(wrong, folder, null, ledger.kernel(2), null, Progress.NONE);
            assertEquals(ledger.entry(1), byLedger.entry(), dump + " " + byLedger);
            assertTrue(byLedger.evidence().stream().anyMatch(each -> each.endsWith("do not belong together")));
            Files.delete(wrong);
        }
        assertNull(Identifier.kernelBeside(folder.resolve("bsd.3.core")));
        assertNull(Identifier.kernelBeside(folder.resolve(".core")));
        assertNull(Identifier.kernelBeside(folder.resolve("bsd.1")));
    }

    /** A machine whose layout is not known: the relink is found, and it is said that addresses are not known. */
    @Test
    void aCoreOfAnotherMachineIsSearchedAsOnePiece() throws Exception {
        Ledger ledger = Ledger.of(Chance.first(), Kits.loaded("demo-arm64"), folder, 2, "builtin", "debug");
        byte[] kernel = Files.readAllBytes(ledger.kernel(1));
        Path core = Files.write(folder.resolve("core"), Core.file(159, 16, 8, new byte[504], kernel));
        Identified found = identify(core, folder, null, null);
        assertEquals(ledger.entry(1), found.entry(), found.toString());
        assertTrue(found.evidence().getFirst().contains("machine 159 with memory whose addresses are not known"));
    }

    @Test
    void brokenHeadsAreRefused() throws Exception {
        Ledger.of(Chance.first(), Kits.loaded("demo-amd64"), folder, 1, "builtin", "debug");
        refuse("byte 0", core -> core.putShort(4, (short) 3));
        refuse("byte 0", core -> core.putShort(6, (short) 0x7000));
        refuse("byte 16", core -> core.putInt(16, 0));
        refuse("byte 16", core -> core.putInt(CPU_SIZE, -1));
        refuse("byte 24", core -> core.putInt(CPU_SIZE, 0).put(24, core.array(), DATA, 8));
        refuse("byte " + DATA, core -> core.putInt(DATA, 0));
        refuse("byte " + COUNT, core -> core.putLong(COUNT, -1));
        refuse("byte " + COUNT, core -> core.putLong(COUNT, 0));
        refuse("byte " + COUNT, core -> core.putLong(COUNT, 32));
        refuse("byte " + PIECES, core -> core.putLong(PIECES + 8, -1));
        refuse("byte " + (PIECES + 16), core -> core.putLong(PIECES + 16, Long.MIN_VALUE));
        Path packed = Files.write(folder.resolve("bsd.0.core.Z"), new byte[] {0x1f, (byte) 0x9d, (byte) 0x90, 0});
        EngineException told = assertThrows(EngineException.class, () -> identify(packed, folder, null, null));
        assertEquals("unpack it first by uncompress", told.cure());
    }

    private void refuse(String place, Consumer<ByteBuffer> change) throws Exception {
        byte[] core = Arrays.copyOf(Core.amd64(new byte[MEMORY]), 2 * DATA);
        change.accept(ByteBuffer.wrap(core).order(ByteOrder.LITTLE_ENDIAN));
        Path file = Files.write(folder.resolve("broken"), core);
        EngineException told = assertThrows(EngineException.class, () -> identify(file, folder, null, null), place);
        assertEquals("bad-dump", told.code());
        assertEquals(place, told.place(), told.getMessage());
        assertNotNull(told.cure());
    }

    /** savecore(8) says "core may be incomplete" and leaves what it got. */
    @Test
    void whatIsMissingAtTheEndIsTold() throws Exception {
        Ledger.of(Chance.first(), Kits.loaded("demo-amd64"), folder, 1, "builtin", "debug");
        byte[] core = Core.amd64(new byte[MEMORY]);
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(core, core.length - 4096));
        Identified found = identify(file, folder, null, null);
        assertEquals(Verdict.NONE, found.verdict());
        assertTrue(found.evidence().getFirst().endsWith("the last 4096 bytes are missing"), found.toString());
        Path head = Files.write(folder.resolve("head"), Arrays.copyOf(core, DATA));
        assertEquals(
                "bad-dump",
                assertThrows(EngineException.class, () -> identify(head, folder, null, null))
                        .code());
    }
}
