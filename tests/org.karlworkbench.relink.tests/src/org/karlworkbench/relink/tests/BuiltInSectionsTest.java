package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.SectionOrder;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Recovery;
import org.karlworkbench.relink.GapAndOrder;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;
import org.karlworkbench.relink.ReplayResult;
import org.karlworkbench.verify.Verification;

/** Relinks that shuffle sections instead of objects. */
class BuiltInSectionsTest {
    private static final String DEMO = "demo-amd64-sections";
    private static final int SECTION_HEADER = 64;

    @TempDir
    Path folder;

    private final Recipe recipe = Runs.recipe();

    BuiltInSectionsTest() {
        recipe.setUnit("section");
        recipe.setLinker("builtin");
    }

    @Test
    void everySectionHasOnePlaceBetweenHeadAndTail() throws Exception {
        LoadedKit kit = Kits.loaded(DEMO);
        List<String> whole = all(Runs.relink(kit, "builtin", 0, folder.resolve("whole")));
        Set<List<String>> orders = new HashSet<>();
        int draws = 8 * Integer.getInteger("karl.rounds", 1);
        for (int seed = 0; seed < draws; seed++) {
            RelinkResult result = relink(kit, seed);
            assertEquals(0, result.account().unexplainedBytes(), "seed " + seed);
            assertEquals(whole, all(result), "seed " + seed);
            List<String> code = text(result);
            assertTrue(code.getFirst().startsWith("locore0.o "), code.getFirst());
            assertTrue(code.get(1).startsWith("gap.o "), code.get(1));
            assertTrue(code.getLast().startsWith("swapgeneric.o "), code.getLast());
            orders.add(code);
        }
        assertEquals(draws, orders.size(), "each draw has an order of its own");
    }

    /** Objects that nobody compiled for it, with code written by hand among them. */
    @ParameterizedTest
    @ValueSource(strings = {"libc-amd64", "libc-i386", "cross-arm64"})
    void everyByteOfALibraryIsExplained(String name) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        int draws = 2 * Integer.getInteger("karl.rounds", 1);
        for (int seed = 0; seed < draws; seed++) {
            RelinkResult result = relink(kit, seed);
            assertEquals(0, result.account().unexplainedBytes(), name + " " + seed);
            assertEquals(0, result.account().relocationsNotRecomputed(), name + " " + seed);
        }
    }

    /** In each section of the kernel the loose ones stand as the draw orders them, and the others as their objects. */
    @Test
    void theDrawDecidesTheOrder() throws Exception {
        LoadedKit kit = Kits.loaded(DEMO);
        for (int seed = 20; seed < 24; seed++) {
            List<String> drawn = drawn(kit, seed);
            Set<String> loose = new HashSet<>(drawn);
            RelinkResult sections = relink(kit, seed);
            RelinkResult objects = Runs.relink(kit, "builtin", seed, folder.resolve("objects"));
            for (String output : List.of(".text", ".rodata", ".data", ".bss")) {
                List<String> placed = output(sections, output);
                List<String> whole = output(objects, output);
                List<String> expected = new ArrayList<>(drawn);
                expected.retainAll(new HashSet<>(placed));
                assertTrue(expected.size() > 4, output);
                assertEquals(expected, placed.stream().filter(loose::contains).toList(), output);
                for (int i = 0; i < placed.size(); i++) {
                    boolean stays = !loose.contains(whole.get(i));
                    assertEquals(stays, whole.get(i).equals(placed.get(i)) && !loose.contains(placed.get(i)), output);
                }
            }
        }
    }

    @Test
    void theEntryAloneRepeatsIt() throws Exception {
        RelinkResult first = relink(Kits.loaded(DEMO), 5);
        LedgerEntry entry = LedgerFiles.read(first.entryFile());
        assertEquals("section", entry.getRecipe().getUnit());
        LoadedKit kit = Kits.load(Kits.folder(DEMO));
        ReplayResult again =
                Replay.run(new ReplayRequest(first.entryFile(), entry, kit, folder.resolve("again")), Progress.NONE);
        assertTrue(again.identical(), again.differs().toString());
        assertTrue(Verification.of(first.kernel(), kit, Progress.NONE).isExplained());
        assertNotEquals(
                entry.getSha256(),
                Runs.relink(kit, "builtin", 5, folder.resolve("objects"))
                        .entry()
                        .getSha256());
        entry.setAlgorithm(Recovery.ALGORITHM);
        ReplayRequest seedless = new ReplayRequest(first.entryFile(), entry, kit, folder.resolve("again"));
        EngineException e = assertThrows(EngineException.class, () -> Replay.run(seedless, Progress.NONE));
        assertEquals("recipe.unit", e.place());
    }

    @Test
    void objectsWithPlacesOfTheirOwnStayWhole() throws Exception {
        RecipeSettings.set(recipe, "order", "printf.o");
        RecipeSettings.set(recipe, "pinned", "main.o");
        RecipeSettings.set(recipe, "neighbours", "trap.o,cpu.o");
        for (int seed = 0; seed < 5; seed++) {
            List<String> objects = text(relink(Kits.loaded(DEMO), seed)).stream()
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
            assertEquals("printf.o", objects.get(2), "behind head and gap");
            for (String name : List.of("printf.o", "main.o", "trap.o", "cpu.o")) {
                int from = objects.indexOf(name);
                int to = objects.lastIndexOf(name);
                assertTrue(to > from, name);
                assertEquals(Set.of(name), Set.copyOf(objects.subList(from, to + 1)), "seed " + seed);
            }
            assertEquals(objects.lastIndexOf("trap.o") + 1, objects.indexOf("cpu.o"), "seed " + seed);
        }
    }

    /** Sorted statements, KEEP and sets are as with whole objects; what is tied to code stands in the order of the code. */
    @Test
    void whatMayNotMoveStays() throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit")).script("""
            ENTRY(start)
            SECTIONS
            {
                . = 0xffffffff81000000;
                .text : { locore0.o(.text) *(.text .text.*) } =0xcccccccc
                .ties : { *(.ties) }
                .rodata : ALIGN(0x1000) { *(.rodata .rodata.*) }
                .sorted : ALIGN(0x1000) { *(SORT_BY_ALIGNMENT(.data.s.*)) }
                .kept : { KEEP(*(.data.k.*)) }
                set_of : { *(set_of) }
                .data : { *(.data .data.*) }
                .bss : { *(.bss .bss.*) *(COMMON) }
                /DISCARD/ : { *(.gone) }
            }
            """);
        for (int i = 0; i < 12; i++) {
            object(tiny, i, false);
        }
        object(tiny, 12, true);
        LoadedKit kit = tiny.load();
        for (int seed = 0; seed < 6; seed++) {
            RelinkResult sections = relink(kit, seed);
            RelinkResult objects = Runs.relink(kit, "builtin", seed, folder.resolve("objects"));
            for (String output : List.of(".sorted", ".kept", "set_of")) {
                assertEquals(output(objects, output), output(sections, output), output + " " + seed);
            }
            assertNotEquals(output(objects, ".data"), output(sections, ".data"), "seed " + seed);
            List<String> leaders = output(sections, ".text").stream()
                    .filter(line -> line.startsWith("o") && !line.startsWith("o12.o "))
                    .toList();
            List<String> tied = output(sections, ".ties").stream()
                    .map(line -> tiedTo(kit, line))
                    .toList();
            assertEquals(leaders, tied.subList(0, leaders.size()), "seed " + seed);
            List<String> last = tied.subList(leaders.size(), tied.size());
            assertEquals(2, last.size(), "seed " + seed);
            assertTrue(last.stream().allMatch(line -> line.startsWith("o12.o ")), "seed " + seed);
        }
    }

    /** An object of two functions, each with data that is tied to it, or to what is left out, and pieces of tables. */
    private static void object(TinyKit tiny, int number, boolean lost) throws Exception {
        ElfWriter writer = TinyKit.writer();
        int[] code = new int[2];
        int[] ties = new int[2];
        for (int i = 0; i < 2; i++) {
            code[i] = writer.section(".text.f", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(16, 0xc3));
            writer.symbol("f" + number + i, 0, 16, Elf.STB_GLOBAL, Elf.STT_FUNC, code[i]);
            ties[i] = writer.section(".ties", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 8, TinyKit.bytes(8, i));
            writer.section(".data.s." + i, Elf.SHT_PROGBITS, TinyKit.DATA, 8L << number % 3, TinyKit.bytes(8, i));
            writer.section(".data.k." + i, Elf.SHT_PROGBITS, TinyKit.DATA, 8, TinyKit.bytes(8, i));
            writer.section("set_of", Elf.SHT_PROGBITS, TinyKit.DATA, 8, TinyKit.bytes(8, i));
            writer.section(".data.v" + i, Elf.SHT_PROGBITS, TinyKit.DATA, 8, TinyKit.bytes(8, i));
        }
        int gone = writer.section(".gone", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 8, TinyKit.bytes(8, 0));
        byte[] bytes = writer.toBytes();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 2; i++) {
            int header = (int) file.getLong(40) + ties[i] * SECTION_HEADER;
            file.putLong(header + 8, Elf.SHF_ALLOC | Elf.SHF_LINK_ORDER);
            file.putInt(header + 40, lost ? gone : code[1 - i]); // crosswise, so that their own order is wrong
        }
        Files.write(tiny.folder().resolve("o" + number + ".o"), bytes);
    }

    private static String tiedTo(LoadedKit kit, String line) {
        String[] words = line.split(" ");
        return words[0] + " " + kit.object(words[0]).sections().link(Integer.parseInt(words[1]));
    }

    @Test
    void saysWhereLittleIsGained() throws Exception {
        List<String> said = new ArrayList<>();
        for (String name : List.of(DEMO, "demo-amd64")) {
            LoadedKit kit = Kits.loaded(name);
            Relink.run(new RelinkRequest(kit, recipe, Runs.seed(1), folder.resolve("bsd")), new Listener(said, 60_000));
            assertEquals(name.equals(DEMO) ? 0 : 1, said.size(), said.toString());
        }
        assertTrue(said.getFirst().contains("gains little"), said.getFirst());
    }

    @Test
    void refusesWhatOnlyObjectsCan() throws Exception {
        LoadedKit kit = Kits.loaded(DEMO);
        EngineException lorder = assertThrows(
                EngineException.class, () -> GapAndOrder.write(kit, recipe, Runs.seed(1), folder.resolve("unlinked")));
        assertEquals("unit", lorder.place());
        LinkerTool lld = Runs.tool(kit, "lld");
        RelinkRequest request = new RelinkRequest(kit, recipe, Runs.seed(1), folder.resolve("bsd"), null, lld, null);
        EngineException unfit = assertThrows(EngineException.class, () -> Relink.run(request, Progress.NONE));
        assertEquals("linker-unfit", unfit.code());
        assertEquals("use --linker builtin", unfit.cure());
        recipe.setLinker("");
        EngineException none = assertThrows(EngineException.class, () -> relink(kit, 1));
        assertEquals("unit", none.place());
        assertTrue(Files.notExists(folder.resolve("bsd")) && Files.notExists(folder.resolve("unlinked")));
    }

    private RelinkResult relink(LoadedKit kit, int seed) throws EngineException {
        return Relink.run(new RelinkRequest(kit, recipe, Runs.seed(seed), folder.resolve("bsd")), Progress.NONE);
    }

    private List<String> drawn(LoadedKit kit, int seed) throws EngineException {
        SectionOrder order = Draws.draw(kit, recipe, Runs.seed(seed)).sections();
        return IntStream.range(0, order.count())
                .mapToObj(i -> kit.objects().get(order.object(i)).name() + " " + order.section(i))
                .toList();
    }

    private static List<String> all(RelinkResult result) throws EngineException {
        return pieces(result, _ -> true).stream().sorted().toList();
    }

    private static List<String> text(RelinkResult result) throws EngineException {
        Places places = places(result);
        return pieces(result, row -> places.output(row).equals(".text") && places.size(row) > 0);
    }

    private static List<String> output(RelinkResult result, String output) throws EngineException {
        Places places = places(result);
        return pieces(result, row -> places.output(row).equals(output));
    }

    /** Object and section index of pieces, by address. */
    private static List<String> pieces(RelinkResult result, IntPredicate taken) throws EngineException {
        Places places = places(result);
        return IntStream.range(0, places.count())
                .filter(taken)
                .mapToObj(row -> places.object(row) + " " + places.sectionIndex(row)
                        + (places.sectionIndex(row) < 0 ? places.section(row) : ""))
                .toList();
    }

    private static Places places(RelinkResult result) throws EngineException {
        return Places.read(result.entryFile().resolveSibling(result.entry().getPlaces()));
    }
}
