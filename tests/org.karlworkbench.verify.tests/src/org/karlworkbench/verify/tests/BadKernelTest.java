package org.karlworkbench.verify.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Accounting;
import org.karlworkbench.verify.LinkedObjects;
import org.karlworkbench.verify.Unexplained;

/** What is wrong with a kernel is found and named. */
@TestInstance(Lifecycle.PER_CLASS)
class BadKernelTest {
    private Path folder;
    private LoadedKit kit;
    private ObjectFile gap;
    private TestLink link;
    private byte[] good;

    @BeforeAll
    void link(@TempDir Path temporary) throws Exception {
        folder = temporary;
        kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), "-O1", "-fcommon");
        gap = TestKit.gap(folder.resolve("gap.o"), kit, 4096, 0x340, 0x120, 0x450, 0x110);
        link = TestLink.link(kit, gap, folder.resolve("kernel"), "ld", 1);
        good = Files.readAllBytes(link.kernel());
    }

    private Account check(byte[] kernel, List<String> order, Places places) throws Exception {
        Path file = folder.resolve("changed");
        Files.write(file, kernel);
        return Accounting.check(file, new LinkedObjects(kit, gap, order), places, Progress.NONE);
    }

    private Account check(List<String> order, Places places) throws Exception {
        return check(good, order, places);
    }

    /** One flipped bit, in what was copied and in what was relocated. */
    @Test
    void everyFlippedBitIsFoundAndNamed() throws Exception {
        Random random = new Random(3);
        int flips = 0;
        for (int row = 0; row < link.places().count(); row++) {
            int size = (int) link.places().size(row);
            if (link.places().kind(row) == PlaceKind.INPUT && size != 0 && fileOffset(row) >= 0) {
                for (int i = 0; i < size; i += 1 + random.nextInt(1 + size / 40)) {
                    assertFound(row, i, 1 << random.nextInt(8));
                    flips++;
                }
            }
        }
        assertTrue(flips > 300, flips + " flips");
    }

    private void assertFound(int row, int offset, int bit) throws Exception {
        byte[] bad = good.clone();
        bad[fileOffset(row) + offset] ^= (byte) bit;
        Account account = check(bad, link.order(), link.places());
        assertEquals(1, account.unexplainedBytes());
        Unexplained found = account.unexplained().getFirst();
        assertEquals(link.places().object(row), found.object());
        assertEquals(link.places().section(row), found.inputSection());
        assertEquals(offset, found.offset());
        assertEquals(link.places().address(row) + offset, found.address());
        assertEquals(1, found.bytes());
    }

    /** Where a place's bytes are in the file, or -1. */
    private int fileOffset(int row) throws EngineException {
        try (ElfFile file = ElfFile.open(link.kernel())) {
            Sections sections = file.sections();
            int section = sections.find(link.places().output(row));
            long offset = sections.offset(section) + link.places().address(row) - sections.address(section);
            return sections.isNoBits(section) ? -1 : (int) offset;
        }
    }

    @Test
    void aFunctionIsNamedWithItsSymbol() throws Exception {
        int row = row("traps.o", ".text");
        byte[] bad = good.clone();
        bad[fileOffset(row)] ^= 1;
        assertEquals(
                "helper",
                check(bad, link.order(), link.places()).unexplained().getFirst().symbol());
    }

    private int row(String object, String section) {
        for (int row = 0; row < link.places().count(); row++) {
            if (link.places().object(row).equals(object)
                    && link.places().section(row).equals(section)) {
                return row;
            }
        }
        throw new AssertionError(object + section);
    }

    @Test
    void aChangedStringInAPoolIsFound() throws Exception {
        byte[] bad = good.clone();
        String text = new String(bad, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("a banner to be merged");
        bad[at + 2] = 'B';
        Account account = check(bad, link.order(), link.places());
        assertTrue(account.unexplained().stream()
                .anyMatch(each ->
                        each.expected().startsWith("merged") && each.bytes() == "a banner to be merged".length() + 1));
        assertTrue(
                account.unexplained().stream().anyMatch(each -> !each.object().isEmpty()),
                "whoever refers to it is named too");
    }

    @Test
    void fillThatIsNoneIsFound() throws Exception {
        int row = row(Places.GAP, ".text");
        byte[] bad = good.clone();
        bad[fileOffset(row) - 5] = 0x11;
        Account account = check(bad, link.order(), link.places());
        assertFalse(account.isExplained());
        assertEquals("fill", account.unexplained().getFirst().expected());
    }

    @Test
    void anotherOrderThanTheClaimedOneIsFound() throws Exception {
        List<String> order = new ArrayList<>(link.order());
        Collections.swap(order, 3, 4);
        assertMentions(check(order, link.places()), "as in the link order");
        Collections.swap(order, 3, 4);
        Collections.swap(order, 1, 2);
        assertMentions(check(order, link.places()), "gap.o");
    }

    @Test
    void anObjectThatIsMissingIsFound() throws Exception {
        Places without = without("traps.o");
        assertMentions(check(link.order(), without), "traps.o(.text)");
        List<String> order = new ArrayList<>(link.order());
        order.remove("traps.o");
        assertMentions(check(order, link.places()), "none of that name");
    }

    private Places without(String object) {
        Places.Builder builder = new Places.Builder();
        copy(builder, object, 0);
        return builder.build();
    }

    private void copy(Places.Builder builder, String except, long shift) {
        Places places = link.places();
        for (int row = 0; row < places.count(); row++) {
            boolean same = places.object(row).equals(except);
            if (!same || shift != 0) {
                builder.add(
                        places.kind(row),
                        places.object(row),
                        places.section(row),
                        places.sectionIndex(row),
                        places.output(row),
                        places.address(row) + (same ? shift : 0),
                        places.size(row));
            }
        }
    }

    @Test
    void aPieceThatIsElsewhereOrThereTwiceIsFound() throws Exception {
        Places.Builder moved = new Places.Builder();
        copy(moved, "traps.o", 1);
        assertFalse(check(link.order(), moved.build()).isExplained());
        Places.Builder outside = new Places.Builder();
        copy(outside, "traps.o", 1L << 40);
        assertMentions(check(link.order(), outside.build()), "inside a loaded section");
        Places.Builder twice = new Places.Builder();
        copy(twice, "", 0);
        int row = row("traps.o", ".text");
        Places places = link.places();
        int index = places.sectionIndex(row);
        twice.add(PlaceKind.INPUT, "traps.o", ".text", index, ".text", places.address(row), places.size(row));
        assertMentions(check(link.order(), twice.build()), "a place of its own");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 4096})
    void aPieceOfAnotherSizeIsFound(int more) throws Exception {
        Places.Builder builder = new Places.Builder();
        copy(builder, "traps.o", 0);
        copyOnly(builder, "traps.o", more);
        assertFalse(check(link.order(), builder.build()).isExplained());
    }

    private void copyOnly(Places.Builder builder, String object, int more) {
        Places places = link.places();
        for (int row = 0; row < places.count(); row++) {
            if (places.object(row).equals(object)) {
                long size = Math.max(0, places.size(row) + more);
                builder.add(
                        places.kind(row),
                        object,
                        places.section(row),
                        places.sectionIndex(row),
                        places.output(row),
                        places.address(row),
                        size);
            }
        }
    }

    @Test
    void aKernelOfAnotherKitIsCountedInFullButListedInPart() throws Exception {
        byte[] bad = good.clone();
        for (int i = 0x1000; i < bad.length - 0x3000; i += 2) {
            bad[i] ^= 0x55;
        }
        Account account = check(bad, link.order(), link.places());
        assertTrue(account.findings() > 100);
        assertEquals(100, account.unexplained().size());
        assertEquals(
                account.bytes() - account.unexplainedBytes(),
                account.by().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void anOrderThatTheKitDoesNotHaveIsRefused() {
        List<String> strange = new ArrayList<>(link.order());
        strange.add("strange.o");
        assertEquals("bad-order", refusal(strange).code());
        List<String> twice = new ArrayList<>(link.order());
        twice.add("traps.o");
        assertTrue(refusal(twice).line().contains("twice"));
    }

    private EngineException refusal(List<String> order) {
        return assertThrows(EngineException.class, () -> check(order, link.places()));
    }

    @Test
    void itCanBeCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void begin(String phase, int steps) {
                assertEquals("verify", phase);
            }

            @Override
            public void worked(int steps) {
                assertTrue(steps > 0);
            }

            @Override
            public void say(String line) {
                throw new AssertionError(line);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> Accounting.check(
                        link.kernel(), new LinkedObjects(kit, gap, link.order()), link.places(), cancelled));
    }

    private static void assertMentions(Account account, String words) {
        assertFalse(account.isExplained());
        List<String> lines =
                account.unexplained().stream().map(Unexplained::line).toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains(words)), lines.toString());
    }
}
