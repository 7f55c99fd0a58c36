package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerEdits;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.ledger.CleanUp;
import org.karlworkbench.relink.ledger.EntryCheck;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.relink.ledger.KernelState;
import org.karlworkbench.relink.ledger.Ledgers;
import org.karlworkbench.relink.ledger.Removal;

/** A ledger is listed, checked, cleaned up; and nothing outside its folder ever goes, whatever an entry says. */
class LedgerKeepingTest {
    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void threeRelinks() throws Exception {
        folder = Files.createDirectory(temp.resolve("ledger")).toRealPath();
        for (int i = 1; i <= 3; i++) {
            relink("bsd" + i, null, i);
        }
    }

    private void relink(String name, Path ledger, int seed) throws EngineException {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path kernel = folder.resolve(name);
        Relink.run(
                new RelinkRequest(kit, Runs.recipe(), Runs.seed(seed), kernel, ledger, Runs.tool(kit, "builtin"), null),
                Progress.NONE);
    }

    private List<FiledEntry> ledger() throws EngineException {
        return Ledgers.read(folder, Progress.NONE);
    }

    private List<KernelState> states(Path of) throws EngineException {
        return EntryCheck.of(Ledgers.read(of, Progress.NONE), true, Progress.NONE).stream()
                .map(EntryCheck::kernel)
                .toList();
    }

    private CleanUp clean(int newest, Instant since, boolean entries) throws EngineException {
        CleanUp cleanUp = CleanUp.plan(ledger(), new CleanUp.Keep(newest, since, entries), Progress.NONE);
        cleanUp.run(Progress.NONE);
        return cleanUp;
    }

    private List<String> files() throws Exception {
        return List.copyOf(Runs.snapshot(folder).keySet()).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Path entry(String kernel) {
        return LedgerFiles.beside(folder.resolve(kernel));
    }

    @Test
    void listsTheOldestFirstWithWhatIsOnTheDisk() throws Exception {
        LedgerEntry second = LedgerFiles.read(entry("bsd2"));
        second.setStarted("2001-01-01T00:00:00Z");
        LedgerFiles.write(entry("bsd2"), second);
        List<FiledEntry> ledger = ledger();
        assertEquals(
                List.of("bsd2", "bsd1", "bsd3"),
                ledger.stream().map(FiledEntry::name).toList());
        for (FiledEntry each : ledger) {
            assertEquals(Files.size(folder.resolve(each.name())), each.kernelBytes());
            long entry = Files.size(each.file());
            assertEquals(entry + Files.size(folder.resolve(each.name() + ".places")), each.ledgerBytes());
        }
    }

    @Test
    void tellsAChangedAMissingAndAReplacedKernel() throws Exception {
        assertTrue(EntryCheck.of(ledger(), true, Progress.NONE).stream().allMatch(EntryCheck::isSound));
        Files.writeString(folder.resolve("bsd1"), "other");
        Files.delete(folder.resolve("bsd2"));
        Files.delete(folder.resolve("bsd3.places"));
        List<EntryCheck> checks = EntryCheck.of(ledger(), true, Progress.NONE);
        assertEquals(
                List.of(KernelState.CHANGED, KernelState.MISSING, KernelState.SAME),
                checks.stream().map(EntryCheck::kernel).toList());
        for (EntryCheck check : checks) {
            assertEquals(1, check.problems().size(), check.toString());
            String about = folder.resolve(check.filed().name()).toString();
            assertTrue(check.problems().getFirst().startsWith(about), check.toString());
        }
        Path apart = temp.resolve("apart");
        relink("again", apart, 7);
        relink("again", apart, 8);
        assertEquals(List.of(KernelState.REPLACED, KernelState.SAME), states(apart));
        Files.writeString(folder.resolve("again"), "other");
        assertEquals(List.of(KernelState.CHANGED, KernelState.CHANGED), states(apart));
    }

    @Test
    void unreadableEntriesAreListedAndStay() throws Exception {
        Files.writeString(entry("cut"), "{\"schemaVersion\":1,");
        Files.createSymbolicLink(entry("link"), entry("bsd1"));
        Files.createDirectory(entry("dir"));
        Files.writeString(folder.resolve(".hidden.ledger.json"), "left over");
        List<EntryCheck> checks = EntryCheck.of(ledger(), false, Progress.NONE);
        assertEquals(6, checks.size());
        assertEquals(
                3, checks.stream().filter(check -> !check.filed().isReadable()).count());
        clean(0, null, false);
        assertEquals(List.of(".hidden.ledger.json", "cut.ledger.json", "dir.ledger.json", "link.ledger.json"), files());
        FiledEntry cut = Ledgers.find(folder, Path.of("cut"));
        assertThrows(EngineException.class, () -> Removal.of(cut, false));
        Removal.of(cut, true).run();
        assertFalse(Files.exists(entry("cut")));
    }

    @Test
    void keepsTheNewestThePinnedAndTheYoung() throws Exception {
        LedgerEdits.pin(entry("bsd1"), true);
        assertEquals(
                "pinned",
                assertThrows(EngineException.class, () -> Removal.of(ledger().getFirst(), false))
                        .code());
        Map<String, String> before = Runs.snapshot(folder);
        clean(0, Instant.EPOCH, false);
        assertEquals(before, Runs.snapshot(folder));
        CleanUp cleanUp = clean(1, null, false);
        assertEquals(1, cleanUp.removals().size());
        assertEquals(
                List.of("bsd1", "bsd1.ledger.json", "bsd1.places", "bsd3", "bsd3.ledger.json", "bsd3.places"), files());
        Removal.of(ledger().getFirst(), true).run();
        assertEquals(List.of("bsd3", "bsd3.ledger.json", "bsd3.places"), files());
    }

    @Test
    void freesWhatItSays() throws Exception {
        long before = bytes();
        long freed = clean(1, null, false).bytes();
        assertEquals(before - bytes(), freed);
    }

    private long bytes() throws Exception {
        long bytes = 0;
        for (String name : files()) {
            bytes += Files.size(folder.resolve(name));
        }
        return bytes;
    }

    @Test
    void kernelsOnlyLeavesEntriesThatAreSound() throws Exception {
        clean(1, null, true);
        assertEquals(List.of(KernelState.NONE, KernelState.NONE, KernelState.SAME), states(folder));
        assertEquals(7, files().size());
        assertEquals(List.of(), clean(1, null, true).removals());
    }

    @Test
    void aChangedKernelStaysUnlessForced() throws Exception {
        Files.writeString(folder.resolve("bsd1"), "mine");
        Files.writeString(folder.resolve("bsd2"), "mine");
        Removal removal = Removal.of(Ledgers.find(folder, Path.of("bsd1")), false);
        assertTrue(removal.kept().contains("no longer"), removal.kept());
        removal.run();
        assertTrue(Files.exists(folder.resolve("bsd1")));
        Removal.of(Ledgers.find(folder, entry("bsd2")), true).run();
        assertFalse(Files.exists(folder.resolve("bsd2")));
    }

    @Test
    void editsKeepWhatIsNotKnownHere() throws Exception {
        Path file = entry("bsd1");
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"mood\": [1.5, \"<&\"],"));
        assertEquals(
                "a \"note\"\u202e", LedgerEdits.note(file, "a \"note\"\u202e").getNote());
        assertTrue(LedgerEdits.pin(file, true).isPinned());
        assertEquals(null, LedgerEdits.note(file, "").getNote());
        assertTrue(Files.readString(file).contains("\"<&\""));
        assertEquals("rw-------", Runs.mode(file));
        Files.writeString(file, "{}");
        assertThrows(EngineException.class, () -> LedgerEdits.pin(file, true));
        assertEquals("{}", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/", "", "..", ".", "nosuch", "sub/bsd1", "letter"})
    void findsNothingThatIsNoEntryOfTheFolder(String word) {
        EngineException e = assertThrows(EngineException.class, () -> Ledgers.find(folder, Path.of(word)));
        assertEquals("no-entry", e.code());
    }

    /** Names of every kind in every entry, by chance: what lies outside, and what no entry may claim, stays. */
    @Test
    void hostileEntriesDeleteNothingOfOthers() throws Exception {
        Path outside = Files.createDirectory(temp.resolve("outside")).toRealPath();
        Path kernel = Files.copy(folder.resolve("bsd1"), outside.resolve("bsd1"));
        Files.copy(entry("bsd1"), outside.resolve("x.places"));
        Files.writeString(folder.resolve("letter"), "somebody's");
        Files.createSymbolicLink(folder.resolve("link"), kernel);
        Files.createSymbolicLink(folder.resolve("link.places"), outside.resolve("x.places"));
        Files.createSymbolicLink(folder.resolve("sub"), outside);
        Files.createDirectory(folder.resolve("dir.places"));
        Files.copy(entry("bsd2"), folder.resolve("safe.ledger.json"));
        Files.copy(folder.resolve("bsd2"), folder.resolve("safe"));
        Files.copy(folder.resolve("bsd2.places"), folder.resolve("safe.places"));
        List<String> tricks = List.of(
                "../outside/bsd1",
                "../outside/x.places",
                kernel.toString(),
                "sub/bsd1",
                "sub/x.places",
                "letter",
                "link",
                "link.places",
                "dir.places",
                "safe",
                "safe.places",
                "safe.ledger.json",
                "..",
                ".",
                "/",
                "a\0b",
                "bsd2.ledger.json/../letter",
                "sub/../safe",
                "");
        Random random = new Random(11);
        for (int round = 0; round < 40 * Integer.getInteger("karl.rounds", 1); round++) {
            Path file = entry("evil");
            LedgerEntry evil = LedgerFiles.read(entry("safe"));
            evil.setKernel(tricks.get(random.nextInt(tricks.size())));
            evil.setPlaces(tricks.get(random.nextInt(tricks.size())));
            evil.setSha256(random.nextBoolean() ? evil.getSha256() : Runs.sha256(folder.resolve("letter")));
            Map<String, String> before = Runs.snapshot(temp);
            LedgerFiles.write(file, evil);
            Removal.of(FiledEntry.read(file), random.nextBoolean()).run();
            Map<String, String> after = Runs.snapshot(temp);
            String said = evil.getKernel() + " and " + evil.getPlaces();
            List<String> gone = new ArrayList<>(before.keySet());
            gone.removeAll(after.keySet());
            // a kernel in the folder with the very digest and without an entry of its own is the entry's to take
            boolean letter = evil.getSha256().equals(Runs.sha256(letter()));
            assertEquals(letter && gone.size() == 1 ? List.of("ledger/letter") : List.of(), gone, said);
            Files.writeString(folder.resolve("letter"), "somebody's");
        }
    }

    /** Its own name makes another entry look like the kernel beside it, and it knows that one's digest. */
    @Test
    void anEntryIsNobodysKernel() throws Exception {
        LedgerEntry evil = LedgerFiles.read(entry("bsd2"));
        evil.setSha256(Runs.sha256(entry("bsd2")));
        evil.setPlaces("");
        Path file = entry("bsd2.ledger.json");
        LedgerFiles.write(file, evil);
        for (boolean force : List.of(false, true)) {
            Removal removal = Removal.of(FiledEntry.read(file), force);
            assertEquals(List.of(file), removal.files());
            assertTrue(removal.kept().contains("another entry"), removal.kept());
        }
    }

    private Path letter() throws Exception {
        Path copy = temp.resolve("copy");
        return Files.exists(copy) ? copy : Files.writeString(copy, "somebody's");
    }
}
