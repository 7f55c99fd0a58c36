package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.source.KitPacker;

/** Archives of kits that are written here, read by tar and read again. */
class KitPackerTest {
    @TempDir
    Path folder;

    private Path pack(String name, KitSource... kits) throws EngineException {
        Path archive = folder.resolve(name);
        try (KitPacker packer = new KitPacker(archive, Progress.NONE)) {
            for (KitSource kit : kits) {
                packer.add(kit.name(), kit);
            }
        }
        return archive;
    }

    @Test
    void tarAndTheReaderFindTheSame() throws Exception {
        TestKit kit = TestKit.whole(folder.resolve("GENERIC"));
        kit.file("lorder", "a secret\n");
        TestKit.whole(folder.resolve("GENERIC.MP")).file("more.script", "");
        try (KitSource one = KitSource.open(folder.resolve("GENERIC"), null, Progress.NONE);
                KitSource two = KitSource.open(folder.resolve("GENERIC.MP"), null, Progress.NONE)) {
            Path archive = pack("kernel.tgz", one, two);
            assertArrayEquals(Files.readAllBytes(archive), Files.readAllBytes(pack("again.tgz", one, two)));
            List<String> lines = tar("tvzf", archive);
            assertEquals(one.fileNames().size() + two.fileNames().size(), lines.size());
            assertTrue(lines.stream().allMatch(line -> line.startsWith("-rw-r--r-- root/wheel")), lines.toString());
            assertTrue(lines.stream().anyMatch(line -> line.endsWith(" GENERIC.MP/more.script")));
            assertFalse(lines.stream().anyMatch(line -> line.endsWith("lorder")), "it undoes the randomization");
            tar("xzf", archive, "-C", Files.createDirectory(folder.resolve("out")));
            for (String name : one.fileNames()) {
                assertEquals(
                        -1, Files.mismatch(folder.resolve("GENERIC/" + name), folder.resolve("out/GENERIC/" + name)));
            }
            try (KitSource packed = KitSource.open(archive, "GENERIC", Progress.NONE)) {
                String digest = LoadedKit.read(packed, Progress.NONE).digest();
                assertEquals(LoadedKit.read(one, Progress.NONE).digest(), digest);
            }
        }
    }

    @Test
    void aNameThatDoesNotFit() throws Exception {
        TestKit.whole(folder.resolve("GENERIC")).object("x".repeat(120) + ".o");
        try (KitSource kit = KitSource.open(folder.resolve("GENERIC"), null, Progress.NONE)) {
            EngineException problem = assertThrows(EngineException.class, () -> pack("kernel.tgz", kit));
            assertEquals("refused-file", problem.code());
        }
    }

    private static List<String> tar(Object... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("tar"));
        for (Object word : words) {
            command.add(word.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor(), lines.toString());
        return lines;
    }
}
