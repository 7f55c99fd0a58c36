package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.SectionOrder;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;

/** Which sections move without their objects, and in which order a draw puts them. */
class LooseSectionsTest {
    private static final String COUNTING = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final long CODE = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;
    private static final long DATA = Elf.SHF_ALLOC | Elf.SHF_WRITE;
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);

    @TempDir
    Path folder;

    private final Recipe recipe = KitFactory.eINSTANCE.createRecipe();
    private TestKit kit;

    /** Of all objects only a.o has loose sections: the others' code is in no function of its size. */
    @BeforeEach
    void makeKit() throws Exception {
        kit = TestKit.whole(folder);
        recipe.setUnit("section");
        recipe.setLinker("builtin");
        for (String name : TestKit.BODY) {
            kit.object(name, writer());
        }
        for (String name : List.of("param.o", "ioconf.o", "vers.o")) {
            kit.object(name, writer());
        }
    }

    @Test
    void whatACompilerMakesIsLoose() throws Exception {
        ElfWriter writer = writer();
        function(writer, ".text.f", "f", 0, 16);
        function(writer, ".text.unlikely.f", "f.cold", 0, 16);
        function(writer, ".ktext", "two_functions", 0, 8);
        writer.symbol("second", 8, 8, Elf.STB_GLOBAL, Elf.STT_FUNC, 3);
        writer.section(".rodata.f.str1.1", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 1, new byte[4]);
        writer.section(".data.v", Elf.SHT_PROGBITS, DATA, 8, new byte[8]);
        writer.nobits(".bss.z", DATA, 8, 24);
        kit.object("a.o", writer);
        assertEquals(Set.of(".text.f", ".text.unlikely.f", ".ktext", ".rodata.f.str1.1", ".data.v", ".bss.z"), loose());
    }

    @Test
    void whatMeansMoreThanItselfStays() throws Exception {
        ElfWriter writer = writer();
        function(writer, ".text.f", "f", 0, 16);
        function(writer, ".text.enters_later", "late", 4, 12);
        function(writer, ".text.falls_through", "short", 0, 12);
        writer.section(".text.no_function", Elf.SHT_PROGBITS, CODE, 16, new byte[16]);
        function(writer, "set_of_code", "member", 0, 16);
        writer.section("set_of_data", Elf.SHT_PROGBITS, DATA, 8, new byte[8]);
        writer.section(".eh_frame", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 8, new byte[8]);
        writer.section(".data.empty", Elf.SHT_PROGBITS, DATA, 8, new byte[0]);
        writer.section(".data.array", Elf.SHT_INIT_ARRAY, DATA, 8, new byte[8]);
        writer.section(".data.tied", Elf.SHT_PROGBITS, DATA | Elf.SHF_EXCLUDE, 8, new byte[8]);
        writer.section(".debug_info", Elf.SHT_PROGBITS, 0, 1, new byte[8]);
        kit.object("a.o", writer);
        assertEquals(Set.of(".text.f"), loose());
    }

    @Test
    void objectsWithMarkersStayWhole() throws Exception {
        ElfWriter end = writer();
        function(end, ".text.f", "f", 0, 16);
        end.symbol("behind_f", 16, 0, Elf.STB_LOCAL, Elf.STT_NOTYPE, 1);
        kit.object("a.o", end);
        ElfWriter pair = writer();
        function(pair, ".text.g", "copied_begin", 0, 16);
        function(pair, ".text.h", "copied_end", 0, 16);
        kit.object("b.o", pair);
        ElfWriter empty = writer();
        function(empty, ".text.i", "i", 0, 16);
        empty.symbol("edge", 0, 0, Elf.STB_GLOBAL, Elf.STT_OBJECT, empty.nobits(".bss.edge", DATA, 1, 0));
        kit.object("c.o", empty);
        ElfWriter assembler = writer();
        function(assembler, ".text.j", "j", 0, 16);
        assembler.symbol("$d", 16, 0, Elf.STB_LOCAL, Elf.STT_NOTYPE, 1);
        assembler.symbol("one_start", 0, 16, Elf.STB_GLOBAL, Elf.STT_FUNC, 1);
        assembler.symbol("one_end", 0, 16, Elf.STB_GLOBAL, Elf.STT_FUNC, 1);
        kit.object("d.o", assembler);
        assertEquals(Set.of(".text.j"), loose());
    }

    @Test
    void objectsWithPlacesOfTheirOwnStayWhole() throws Exception {
        for (String name : TestKit.BODY.subList(0, 6)) {
            ElfWriter writer = writer();
            function(writer, ".text." + name, name, 0, 16);
            kit.object(name, writer);
        }
        ElfWriter head = writer();
        function(head, ".text.head", "head", 0, 16);
        kit.object("locore0.o", head);
        RecipeSettings.set(recipe, "order", "a.o");
        RecipeSettings.set(recipe, "pinned", "b.o");
        RecipeSettings.set(recipe, "neighbours", "c.o,d.o");
        assertEquals(Set.of(".text.e.o", ".text.f.o"), loose());
    }

    /** docs/draw.md, Test vectors: computed by another program. */
    @Test
    void hasTheVectorsOfTheDocumentation() throws Exception {
        LoadedKit loaded = letters();
        assertEquals("gjfehcbiad", order(loaded, "00".repeat(32)));
        assertEquals("ebjahdfcgi", order(loaded, COUNTING));
        assertEquals("gafhjbcied", order(loaded, "ff".repeat(32)));
    }

    /** Each section is at each place in about a tenth of all draws. */
    @Test
    void everyPlaceIsEquallyLikely() throws Exception {
        LoadedKit loaded = letters();
        int draws = 4000 * ROUNDS;
        int[][] seen = new int[10][10];
        for (int i = 0; i < draws; i++) {
            String order = order(loaded, Seed.random().hex());
            for (int place = 0; place < 10; place++) {
                seen[order.charAt(place) - 'a'][place]++;
            }
        }
        Chances.requireUniform(seen, draws);
    }

    @Test
    void theUnitChangesNothingElseOfADraw() throws Exception {
        LoadedKit loaded = letters();
        Draw sections = Draws.draw(loaded, recipe, Seed.parse(COUNTING));
        recipe.setUnit("object");
        Draw objects = Draws.draw(loaded, recipe, Seed.parse(COUNTING));
        assertEquals(objects.order(), sections.order());
        assertEquals(objects.gaps(), sections.gaps());
        assertEquals(SectionOrder.NONE, objects.sections());
        recipe.setUnit("section");
        recipe.setShuffle(false);
        assertEquals(
                SectionOrder.NONE,
                Draws.draw(loaded, recipe, Seed.parse(COUNTING)).sections());
    }

    @Test
    void countsTheObjectsThatItTakesApart() throws Exception {
        assertEquals(1, draw(letters(), COUNTING).splitObjects(letters()));
        ElfWriter writer = writer();
        function(writer, ".text.f", "f", 0, 16);
        writer.section(".data.v", Elf.SHT_PROGBITS, DATA, 8, new byte[8]);
        kit.object("a.o", writer);
        LoadedKit loaded = kit.load();
        assertEquals(0, draw(loaded, COUNTING).splitObjects(loaded));
    }

    /** One object with ten functions, a to j, each in a section of its own. */
    private LoadedKit letters() throws Exception {
        ElfWriter writer = writer();
        for (char letter = 'a'; letter <= 'j'; letter++) {
            function(writer, ".text." + letter, "f_" + letter, 0, 16);
        }
        kit.object("a.o", writer);
        return kit.load();
    }

    private String order(LoadedKit loaded, String seed) throws Exception {
        StringBuilder letters = new StringBuilder();
        for (String name : names(loaded, draw(loaded, seed))) {
            letters.append(name.charAt(name.length() - 1));
        }
        return letters.toString();
    }

    private SectionOrder draw(LoadedKit loaded, String seed) throws Exception {
        return Draws.draw(loaded, recipe, Seed.parse(seed)).sections();
    }

    private Set<String> loose() throws Exception {
        LoadedKit loaded = kit.load();
        List<String> names = names(loaded, draw(loaded, COUNTING));
        assertEquals(names.size(), new TreeSet<>(names).size(), "once each");
        return Set.copyOf(names);
    }

    private static List<String> names(LoadedKit loaded, SectionOrder order) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < order.count(); i++) {
            names.add(loaded.objects().get(order.object(i)).sections().name(order.section(i)));
        }
        return names;
    }

    private static ElfWriter writer() {
        return new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
    }

    /** A section of 16 bytes of code with a function in it. */
    private static void function(ElfWriter writer, String section, String name, long from, long size) {
        int index = writer.section(section, Elf.SHT_PROGBITS, CODE, 16, new byte[16]);
        writer.symbol(name, from, size, Elf.STB_GLOBAL, Elf.STT_FUNC, index);
    }
}
