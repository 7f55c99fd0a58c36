package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;

/** Cut and damaged files: a result or an ElfException, nothing else, and soon. */
class DamageTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    record Sample(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() throws Exception {
        return Stream.of(
                new Sample("64 little", Samples.object(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64)),
                new Sample("64 big", Samples.object(true, ByteOrder.BIG_ENDIAN, Elf.EM_SPARCV9)),
                new Sample("32 little", Samples.object(false, ByteOrder.LITTLE_ENDIAN, Elf.EM_386)),
                new Sample("32 big", Samples.object(false, ByteOrder.BIG_ENDIAN, Elf.EM_PPC)),
                new Sample("mips64el", Samples.object(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_MIPS)),
                new Sample("executable 64", Samples.executable(true, ByteOrder.LITTLE_ENDIAN)),
                new Sample("executable 32", Samples.executable(false, ByteOrder.BIG_ENDIAN)),
                new Sample("gcc", Files.readAllBytes(Tools.gcc(folder, "plain", Sources.PLAIN))),
                new Sample("groups", Files.readAllBytes(groups())));
    }

    private static Path groups() throws Exception {
        return Tools.clang(folder, "groups", Sources.GROUPS, "x86_64-linux-gnu", "-x", "c++");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void intact(Sample sample) throws EngineException {
        ElfFile file = ElfFile.of(sample.name(), sample.bytes());
        assertEquals(Reading.all(file), Reading.all(ElfFile.of(sample.name(), sample.bytes())));
    }

    /** The tables of all these files reach to the last byte or stand behind all else: no cut can go unnoticed. */
    @ParameterizedTest
    @MethodSource("samples")
    void cutAtEveryByte(Sample sample) {
        assertTimeoutPreemptively(SOON, () -> {
            for (int length = 0; length < sample.bytes().length; length++) {
                byte[] cut = Arrays.copyOf(sample.bytes(), length);
                ElfException e =
                        assertThrows(ElfException.class, () -> Reading.all(ElfFile.of("cut", cut)), "length " + length);
                assertEquals("cut", e.file());
                assertEquals("bad-elf", e.code());
                assertTrue(e.line().startsWith("cut: "), e.line());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyByteInverted(Sample sample) {
        assertTimeoutPreemptively(SOON, () -> {
            for (int i = 0; i < sample.bytes().length; i++) {
                for (int flip : new int[] {0xff, 0x80, 0x01}) {
                    byte[] damaged = sample.bytes().clone();
                    damaged[i] ^= (byte) flip;
                    read(damaged, "byte " + i + " ^ " + flip);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void randomDamage(Sample sample) {
        int rounds = Tools.rounds(4000);
        assertTimeoutPreemptively(SOON.multipliedBy(1 + rounds / 4000), () -> {
            for (int seed = 0; seed < rounds; seed++) {
                byte[] damaged = sample.bytes().clone();
                damage(damaged, new Random(seed));
                read(damaged, "seed " + seed);
            }
        });
    }

    /** The same through a file that is larger than what is read at once. */
    @Test
    void randomDamageOfALargeFile() throws Exception {
        Path object = Tools.gcc(folder, "large", Sources.PLAIN + "char large[70000] = {1};\n", "-g");
        byte[] bytes = Files.readAllBytes(object);
        assertTrue(bytes.length > 65_536);
        Path damagedFile = folder.resolve("damaged.o");
        // behind the large array stand all tables
        int from = bytes.length - 6000;
        assertTimeoutPreemptively(SOON.multipliedBy(1 + Tools.rounds(1) / 10), () -> {
            for (int seed = 0; seed < Tools.rounds(600); seed++) {
                byte[] damaged = bytes.clone();
                byte[] end = Arrays.copyOfRange(bytes, from, bytes.length);
                damage(end, new Random(seed));
                System.arraycopy(end, 0, damaged, from, end.length);
                Files.write(damagedFile, damaged);
                try (ElfFile file = ElfFile.open(damagedFile)) {
                    Reading.all(file);
                } catch (ElfException e) {
                    assertEquals(damagedFile.toString(), e.file());
                }
            }
        });
    }

    /** One to eight changes: a bit, a byte, or a number of the kind that overflows. */
    private static void damage(byte[] bytes, Random random) {
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> fill(bytes, at & ~3, 4, List.of(0, 0xff, 0x7f, 0x80).get(random.nextInt(4)));
                default -> fill(bytes, at & ~7, 8, List.of(0, 0xff).get(random.nextInt(2)));
            }
        }
    }

    private static void fill(byte[] bytes, int at, int length, int value) {
        Arrays.fill(bytes, at, Math.min(bytes.length, at + length), (byte) value);
    }

    private static void read(byte[] bytes, String what) {
        try {
            Reading.all(ElfFile.of("damaged", bytes));
        } catch (ElfException e) {
            assertTrue(e.line().startsWith("damaged: "), e.line());
            assertTrue(e.offset() < bytes.length || e.offset() == -1, () -> what + ": " + e.line());
        } catch (EngineException | RuntimeException e) {
            fail(what, e);
        }
    }
}
