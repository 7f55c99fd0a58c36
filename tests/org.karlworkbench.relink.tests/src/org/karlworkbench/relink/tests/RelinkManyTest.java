package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkMany;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.verify.Verification;

/** Many relinks that stop before their end, or do not begin. */
class RelinkManyTest {
    private static final int COUNT = 12;
    private static final Pattern MADE = Pattern.compile("(\\d+) of 12 were made and are whole: bsd\\.1\\b.*");

    @TempDir
    Path folder;

    private Path kernel;

    @BeforeEach
    void makeFolder() throws Exception {
        kernel = Files.createDirectory(folder.resolve("kernels")).resolve("bsd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bsd.12", "bsd.12.ledger.json", "bsd.12.places"})
    void aFolderInPlaceOfTheLastStopsItBeforeTheFirst(String name) throws Exception {
        Path last = Files.createDirectory(kernel.resolveSibling(name));
        EngineException e = assertThrows(EngineException.class, () -> run("builtin", Progress.NONE));
        assertEquals("bad-target", e.code());
        assertEquals(last.toString(), e.file());
        try (var files = Files.list(kernel.getParent())) {
            assertEquals(List.of(last), files.toList());
        }
    }

    @Test
    void aFailureTellsWhatWasMadeBeforeIt() throws Exception {
        Path seen = Files.createDirectory(folder.resolve("seen"));
        LinkerTool tool = FakeLinker.of(folder.resolve("bin"), Kits.loaded("demo-amd64"), "lld", """
            [ $(ls %1$s | wc -l) -lt 4 ] || { echo "ld.lld: error: out of luck" >&2; exit 1; }
            touch %1$s/$$
            exec $real "$@"
            """.formatted(seen));
        EngineException e = assertThrows(EngineException.class, () -> run(tool, Progress.NONE));
        assertEquals("linker-failed", e.code(), e.line());
        requireWhole(e.getMessage());
        assertTrue(e.cure().endsWith("relink again with --count and the same seed"), e.cure());
    }

    @Test
    void aCancelTellsWhatWasMadeBeforeIt() throws Exception {
        List<String> said = new ArrayList<>();
        int[] worked = new int[1];
        Progress impatient = new Progress() {
            @Override
            public void begin(String phase, int steps) {}

            @Override
            public void worked(int steps) {
                worked[0] += steps;
            }

            @Override
            public void say(String line) {
                said.add(line);
            }

            @Override
            public boolean cancelled() {
                return worked[0] >= 3;
            }
        };
        assertThrows(CancellationException.class, () -> run("builtin", impatient));
        requireWhole(said.getLast());
    }

    @Test
    void whatAllOfThemSayIsToldOnce() throws Exception {
        Recipe recipe = Runs.recipe();
        recipe.setUnit("section");
        recipe.setLinker("builtin");
        List<String> said = new ArrayList<>();
        RelinkMany.run(
                new RelinkRequest(Kits.loaded("demo-amd64"), recipe, Runs.seed(1), kernel),
                COUNT,
                new Listener(said, 60_000));
        assertEquals(1, said.size(), said.toString());
        assertTrue(said.getFirst().contains("gains little"), said.getFirst());
    }

    /** One of many is linked by one thread and not accounted for; a relink by itself is, and by all threads. */
    @Test
    void eachIsWhatItsSeedAloneGives() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Recipe recipe = Runs.recipe();
        recipe.setLinker("builtin");
        Seed seed = Seed.random();
        RelinkMany.run(new RelinkRequest(kit, recipe, seed, kernel), COUNT, Progress.NONE);
        for (int i = 1; i <= COUNT; i++) {
            Path alone = folder.resolve("alone");
            Relink.run(new RelinkRequest(kit, recipe, seed.of(i), alone), Progress.NONE);
            assertEquals(-1, Files.mismatch(alone, kernel.resolveSibling("bsd." + i)), seed.hex() + ", number " + i);
        }
    }

    /** As many kernels as are told are there, with their entries, and every byte of them is explained. */
    private void requireWhole(String words) throws Exception {
        Matcher made = MADE.matcher(words);
        assertTrue(made.find(), words);
        LoadedKit kit = Kits.loaded("demo-amd64");
        List<Path> kernels = IntStream.rangeClosed(1, COUNT)
                .mapToObj(i -> kernel.resolveSibling("bsd." + i))
                .filter(Files::exists)
                .toList();
        assertEquals(Integer.parseInt(made.group(1)), kernels.size(), words);
        for (Path each : kernels) {
            assertTrue(Verification.of(each, kit, Progress.NONE).isExplained(), each.toString());
        }
        try (var files = Files.list(kernel.getParent())) {
            assertEquals(3L * kernels.size(), files.count(), "kernel, entry and places of each, and nothing else");
        }
    }

    private void run(String linker, Progress progress) throws EngineException {
        run(Runs.tool(Kits.loaded("demo-amd64"), linker), progress);
    }

    private void run(LinkerTool tool, Progress progress) throws EngineException {
        LoadedKit kit = Kits.loaded("demo-amd64");
        RelinkMany.run(new RelinkRequest(kit, Runs.recipe(), Runs.seed(1), kernel, null, tool, null), COUNT, progress);
    }
}
