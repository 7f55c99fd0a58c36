package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedNames;
import org.karlworkbench.relink.Estimate;
import org.karlworkbench.relink.Preview;
import org.karlworkbench.relink.RelinkResult;

/** What a preview says is where the kernel of the same seed has it; the kernel's own tables are the witness. */
class PreviewTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"demo-amd64", "libc-i386", "cross-arm64"})
    void isTheLayoutOfTheRelink(String name) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        for (int seed = 0; seed < 2 * Integer.getInteger("karl.rounds", 1); seed++) {
            RelinkResult relink = Runs.relink(kit, "builtin", seed, folder.resolve("bsd"));
            Preview preview = Preview.of(kit, Runs.recipe(), Runs.seed(seed), Progress.NONE);
            assertEquals(relink.entry().getOrder(), preview.draw().order(), name);
            assertSymbols(folder.resolve("bsd"), preview, name + " " + seed);
            Layout layout = Layout.read(folder.resolve("bsd"), kit, null, Progress.NONE);
            assertEquals(sections(layout), sections(preview), name);
            assertGaps(layout, preview);
            assertBlocksHold(layout.objects(), preview);
        }
    }

    /** All that lies in a section, no more and no less; thread-local values in the kernel are no addresses. */
    private static void assertSymbols(Path kernel, Preview preview, String what) throws Exception {
        List<String> shown = shown(preview);
        List<String> placed = new ArrayList<>();
        try (ElfFile file = ElfFile.open(kernel)) {
            Symbols symbols = file.symbols();
            for (int i = 1; i < symbols.count(); i++) {
                if (symbols.section(i) > 0 && symbols.type(i) != Elf.STT_TLS) {
                    placed.add(row(symbols.value(i), symbols.size(i), symbols.name(i)));
                }
            }
        }
        assertTrue(placed.size() > 200, what);
        assertEquals(placed.stream().sorted().toList(), shown.stream().sorted().toList(), what);
    }

    private static List<String> shown(Preview preview) {
        LinkedColumns symbols = preview.layout().symbols();
        LinkedNames names = preview.names();
        List<String> all = new ArrayList<>();
        for (int row = 0; row < symbols.count(); row++) {
            int number = symbols.numbers()[row];
            assertTrue(
                    row == 0 || Long.compareUnsigned(symbols.addresses()[row - 1], symbols.addresses()[row]) <= 0,
                    "ascending");
            if (!names.isThreadLocal(number)) {
                all.add(row(symbols.addresses()[row], symbols.sizes()[row], names.symbol(number)));
            }
        }
        return all;
    }

    private static String row(long address, long size, String name) {
        return Long.toHexString(address) + " " + size + " " + name;
    }

    private static Map<String, List<Long>> sections(Layout layout) {
        Map<String, List<Long>> all = new TreeMap<>();
        Rows rows = layout.sections();
        rows.stream().forEach(row -> all.put(rows.name(row), List.of(rows.address(row), rows.size(row))));
        return all;
    }

    private static Map<String, List<Long>> sections(Preview preview) {
        Map<String, List<Long>> all = new TreeMap<>();
        LinkedColumns rows = preview.layout().sections();
        for (int row = 0; row < rows.count(); row++) {
            all.put(preview.names().section(rows.numbers()[row]), List.of(rows.addresses()[row], rows.sizes()[row]));
        }
        return all;
    }

    private static void assertGaps(Layout layout, Preview preview) {
        LinkedColumns gaps = preview.layout().gaps();
        assertEquals(GapName.values().length, gaps.count());
        for (int row = 0; row < gaps.count(); row++) {
            GapName name = GapName.values()[gaps.numbers()[row]];
            assertEquals(layout.gap(name).orElseThrow(), gaps.sizes()[row], name.label());
            if (name == GapName.TEXT1) {
                assertEquals(layout.endboot(), gaps.addresses()[row]);
            }
        }
    }

    /** Every piece of an object lies in a block of that object. */
    private static void assertBlocksHold(Rows objects, Preview preview) {
        LinkedColumns blocks = preview.layout().blocks();
        Map<String, List<Integer>> ofObject = new TreeMap<>();
        for (int row = 0; row < blocks.count(); row++) {
            ofObject.computeIfAbsent(preview.names().object(blocks.numbers()[row]), _ -> new ArrayList<>())
                    .add(row);
        }
        long checked = objects.stream()
                .filter(row -> objects.kind(row) == Kind.OBJECT && objects.size(row) > 0)
                .peek(row -> assertTrue(
                        ofObject.get(objects.object(row)).stream()
                                .anyMatch(block -> holds(blocks, block, objects, row)),
                        () -> objects.object(row) + " at " + Long.toHexString(objects.address(row))))
                .count();
        assertTrue(checked > 50, "pieces checked: " + checked);
    }

    private static boolean holds(LinkedColumns blocks, int block, Rows objects, int row) {
        long offset = objects.address(row) - blocks.addresses()[block];
        return offset >= 0 && offset + objects.size(row) <= blocks.sizes()[block];
    }

    private static Places places(RelinkResult relink) throws EngineException {
        return Places.read(relink.entryFile().resolveSibling(relink.entry().getPlaces()));
    }

    /** Of a kit that needs nothing made, lld's text lies where the preview says; merged strings may not. */
    @Test
    void saysHowNearItComesToAnotherLinker() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        RelinkResult relink = Runs.relink(kit, "lld", 3, folder.resolve("bsd"));
        Places places = places(relink);
        Estimate estimate = Estimate.of(kit, relink.entryFile(), relink.entry(), places, Progress.NONE);
        assertTrue(estimate.sections() > 50, estimate.toString());
        assertTrue(estimate.exact() > estimate.sections() / 2, estimate.toString());
        assertTrue(estimate.exact() < estimate.sections() == estimate.farthest() > 0, estimate.toString());
        RelinkResult own = Runs.relink(kit, "builtin", 3, folder.resolve("own"));
        Places ownPlaces = places(own);
        Estimate same = Estimate.of(kit, own.entryFile(), own.entry(), ownPlaces, Progress.NONE);
        assertEquals(same.sections(), same.exact());
        assertEquals(0, same.farthest());
    }

    /** What does not work is refused in words before anything is placed. */
    @Test
    void refusesWhatARelinkRefuses() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Recipe recipe = Runs.recipe();
        recipe.getOrder().add("stranger.o");
        EngineException refused =
                assertThrows(EngineException.class, () -> Preview.of(kit, recipe, Runs.seed(1), Progress.NONE));
        assertEquals("bad-recipe", refused.code());
    }
}
