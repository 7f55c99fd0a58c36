package org.karlworkbench.layout.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.layout.KeySort;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;

class PlacesTest {
    @TempDir
    Path folder;

    private static Places some(int rows, long seed) {
        Random random = new Random(seed);
        Places.Builder builder = new Places.Builder();
        for (int i = 0; i < rows; i++) {
            builder.add(
                    PlaceKind.values()[random.nextInt(PlaceKind.values().length)],
                    i % 7 == 0 ? "" : "lib.a(object" + random.nextInt(50) + ".o)",
                    ".text.ünï\n" + random.nextInt(9),
                    random.nextInt(40) - 1,
                    ".text",
                    random.nextLong() << 12,
                    random.nextInt(4096));
        }
        return builder.build();
    }

    private static void assertSame(Places expected, Places actual) {
        assertEquals(expected.count(), actual.count());
        for (int row = 0; row < expected.count(); row++) {
            assertEquals(expected.kind(row), actual.kind(row));
            assertEquals(expected.object(row), actual.object(row));
            assertEquals(expected.section(row), actual.section(row));
            assertEquals(expected.sectionIndex(row), actual.sectionIndex(row));
            assertEquals(expected.output(row), actual.output(row));
            assertEquals(expected.address(row), actual.address(row));
            assertEquals(expected.size(row), actual.size(row));
        }
    }

    @Test
    void rowsAreSortedByUnsignedAddressAndEmptyOnesComeFirst() {
        Places places = new Places.Builder()
                .add(PlaceKind.INPUT, "top.o", ".text", 1, ".text", -4096, 16)
                .add(PlaceKind.INPUT, "full.o", ".text", 1, ".text", 4096, 16)
                .add(PlaceKind.INPUT, "empty.o", ".text", 1, ".text", 4096, 0)
                .add(PlaceKind.INPUT, "low.o", ".text", 1, ".text", 0, 16)
                .build();
        String[] order = Stream.of(0, 1, 2, 3).map(places::object).toArray(String[]::new);
        assertArrayEquals(new String[] {"low.o", "empty.o", "full.o", "top.o"}, order);
        assertEquals(2, places.floor(5000));
        assertEquals(3, places.floor(-1));
        assertTrue(places.knows("top.o"));
    }

    @Test
    void aRowMayNotWrapRound() {
        Places.Builder builder = new Places.Builder();
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.add(PlaceKind.INPUT, "a.o", ".text", 1, ".text", -16, 17));
        builder.add(PlaceKind.INPUT, "a.o", ".text", 1, ".text", -16, 16);
        assertEquals(1, builder.build().count());
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        for (int rows : new int[] {0, 1, 5, 3000}) {
            Path file = folder.resolve("k.places");
            Places places = some(rows, rows);
            places.write(file);
            assertSame(places, Places.read(file));
            byte[] first = Files.readAllBytes(file);
            Places.read(file).write(file);
            assertArrayEquals(first, Files.readAllBytes(file), "the same rows give the same bytes");
            assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count(), "no draft is left");
        }
    }

    @Test
    void aFileThatIsCutOrChangedIsRefused() throws Exception {
        Path file = folder.resolve("k.places");
        some(9, 1).write(file);
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            refused(file);
        }
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << i % 8);
            Files.write(file, bad);
            refusedOrSame(file, good.length);
        }
    }

    /** Deflate has bits that mean nothing; a change there must not change a row. */
    private void refusedOrSame(Path file, int length) {
        try {
            assertSame(some(9, 1), Places.read(file));
        } catch (EngineException e) {
            assertEquals("bad-places", e.code(), () -> e.line() + " " + length);
        }
    }

    @Test
    void aLyingHeaderIsRefusedWithoutTakingMemory() throws Exception {
        Path file = folder.resolve("k.places");
        some(3, 1).write(file);
        byte[] good = Files.readAllBytes(file);
        for (int field = 8; field < 28; field += 4) {
            for (int lie : new int[] {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0x10000000, 0}) {
                byte[] bad = good.clone();
                ByteBuffer.wrap(bad).putInt(field, lie);
                Files.write(file, bad);
                refused(file);
            }
        }
    }

    private void refused(Path file) {
        EngineException e = assertThrows(EngineException.class, () -> Places.read(file));
        assertEquals("bad-places", e.code());
        assertTrue(e.line().contains(file.toString()), e.line());
    }

    @Test
    void aMissingFileAndAMissingFolderAreSaid() {
        EngineException read = assertThrows(EngineException.class, () -> Places.read(folder.resolve("none")));
        assertEquals("io", read.code());
        EngineException write =
                assertThrows(EngineException.class, () -> Places.NONE.write(folder.resolve("no/such/file")));
        assertEquals("io", write.code());
    }

    @Test
    void sortingIsStableAndUnsigned() {
        Random random = new Random(5);
        for (int count : new int[] {0, 1, 2, 100, 5000}) {
            long[] keys =
                    random.longs(count).map(key -> key >> random.nextInt(60)).toArray();
            int[] order = KeySort.order(keys, count);
            for (int i = 1; i < count; i++) {
                int compared = Long.compareUnsigned(keys[order[i - 1]], keys[order[i]]);
                assertTrue(compared < 0 || compared == 0 && order[i - 1] < order[i]);
            }
        }
    }
}
