package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.KitOutline;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.RecipeFiles;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;

/** Settings of a recipe: which are refused and why, and how they are written and read. */
class RecipeCheckTest {
    @TempDir
    Path folder;

    private final Recipe recipe = KitFactory.eINSTANCE.createRecipe();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit       | function            | there are object and section",
                "strip      | most                | there are none, debug, locals and all",
                "textBase   | 4096                | 0x and one to sixteen",
                "textBase   | 0x12345678901234567 | 0x and one to sixteen",
                "entry      | @args               | no symbol's name",
                "addFlags   | --plugin=x          | it loads code",
                "addFlags   | -T other.script     | the script belongs to the kit",
                "addFlags   | -e start            | this is set by entry",
                "addFlags   | -Ttext=0            | this is set by textBase",
                "addFlags   | -s                  | this is set by strip",
                "addFlags   | --gc-sections       | none of the flags",
                "addFlags   | -X -N --relax       | --relax: it is none of the flags",
                "addFlags   | main.o              | none of the flags",
                "order      | a.o,b.o,a.o         | named twice",
                "neighbours | a.o                 | at least two",
                "neighbours | a.o,b.o;b.o,c.o     | named twice"
            })
    void refusesWhatWorksWithNoKit(String setting, String value, String reason) {
        RecipeSettings.set(recipe, setting, value);
        Map<String, String> problems = RecipeCheck.problems(recipe);
        assertEquals(List.of(setting), List.copyOf(problems.keySet()));
        assertTrue(problems.get(setting).contains(reason), problems.get(setting));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order      | nosuch.o        | nosuch.o is not in the kit's body",
                "pinned     | locore0.o       | locore0.o is not in the kit's body",
                "neighbours | a.o,swapgeneric.o | swapgeneric.o is not in the kit's body",
                "dropFlags  | -N              | it has -T ld.script, -X, --warn-common, -nopie",
                "dropFlags  | -T ld.script    | the script belongs to the kit",
                "addFlags   | -L /tmp         | it leads outside the kit",
                "addFlags   | -z @x           | its argument makes no sense",
                "entry      | nowhere         | neither an object of the kit nor its script",
                "textBase   | 0x10000         | ld.script sets it in a way that is not understood",
                "unit       | section         | only the built-in linker moves sections"
            })
    void refusesWhatDoesNotFitTheKit(String setting, String value, String reason) throws Exception {
        KitOutline kit = TestKit.whole(folder).load().outline();
        RecipeSettings.set(recipe, setting, value);
        assertTrue(RecipeCheck.problems(recipe).isEmpty());
        String problem = RecipeCheck.problems(recipe, kit).get(setting);
        assertTrue(problem != null && problem.contains(reason), problem);
    }

    @Test
    void onlyTheBuiltInLinkerMovesSections() throws Exception {
        KitOutline kit = TestKit.whole(folder).load().outline();
        recipe.setUnit("section");
        for (String linker : List.of("ld", "lld")) {
            recipe.setLinker(linker);
            assertEquals(Set.of("unit"), RecipeCheck.problems(recipe).keySet());
        }
        recipe.setLinker("builtin");
        assertEquals(Map.of(), RecipeCheck.problems(recipe, kit));
        recipe.setLinker("gold");
        assertEquals(Set.of("linker"), RecipeCheck.problems(recipe).keySet());
    }

    @Test
    void anObjectHasOnePlaceOnly() {
        RecipeSettings.set(recipe, "order", "a.o");
        RecipeSettings.set(recipe, "pinned", "a.o");
        assertEquals(
                "a.o has a place already, by order",
                RecipeCheck.problems(recipe).get("pinned"));
    }

    @Test
    void takesWhatFits() throws Exception {
        KitOutline kit = TestKit.whole(folder).load().outline();
        for (String setting : List.of(
                "order=b.o",
                "pinned=c.o",
                "neighbours=d.o,param.o",
                "dropFlags=-X,-nopie",
                "addFlags=-z max-page-size=0x1000,-L .,-N,-z,muldefs",
                "entry=f_a.o",
                "strip=all",
                "unit=object")) {
            int equals = setting.indexOf('=');
            RecipeSettings.set(recipe, setting.substring(0, equals), setting.substring(equals + 1));
        }
        assertEquals(Map.of(), RecipeCheck.problems(recipe, kit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SECTIONS { . = 0x1000; .text : { *(.text) } }                | sets it itself, to 0x1000",
                "base = 0x1000; SECTIONS { . = base + 16; .text : { *(.text) } } | sets it itself, to base + 16",
                "SECTIONS { . = base; .text : { *(.text) } }                  | assigns in 0 plain statements",
                "base = 1; base = 2; SECTIONS { . = base; .text : { *(.text) } } | assigns in 2 plain statements",
                "SECTIONS { .text 0x1000 : { *(.text) } }                     | not understood"
            })
    void saysWhyAScriptsAddressStays(String script, String reason) throws Exception {
        String fault = script(script).textBase().fault();
        assertTrue(fault != null && fault.contains(reason), fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/* base = 3; */ base = 0x10; SECTIONS { . = base; .text : { *(.text) } } "
                        + "| /* base = 3; */ base = 0x99; SECTIONS { . = base; .text : { *(.text) } }",
                "SECTIONS { b_1 = A + 4; . = b_1 + SIZEOF_HEADERS; .note : { *(.note) } .text : { x = 1; } } "
                        + "| SECTIONS { b_1 = 0x99; . = b_1 + SIZEOF_HEADERS; .note : { *(.note) } .text : { x = 1; } }"
            })
    void setsTheSymbolThatHoldsTheAddress(String script, String changed) throws Exception {
        LoadedKit kit = script(script);
        assertNull(kit.textBase().fault());
        assertEquals(changed, kit.textBase().changed(script, "0x99"));
    }

    private LoadedKit script(String script) throws Exception {
        TestKit kit = TestKit.whole(folder);
        kit.file("ld.script", script);
        return kit.load();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        for (String setting : List.of(
                "linker=builtin",
                "shuffle=false",
                "pad=0xcc",
                "page=8192",
                "gaps.bss=1..2",
                "gapAlign.bss=64",
                "order=b.o",
                "pinned=c.o,e.o",
                "neighbours=d.o,f.o;g.o,h.o",
                "textBase=0x1000",
                "entry=start",
                "addFlags=-z muldefs",
                "dropFlags=-X",
                "strip=locals",
                "unit=section")) {
            int equals = setting.indexOf('=');
            RecipeSettings.set(recipe, setting.substring(0, equals), setting.substring(equals + 1));
        }
        recipe.setName("all");
        Path file = Files.writeString(
                folder.resolve("recipe.json"), RecipeFiles.json(recipe).toString());
        assertTrue(EcoreUtil.equals(recipe, RecipeFiles.read(file)));
        assertTrue(EcoreUtil.equals(recipe, RecipeSettings.copy(recipe)));
    }

    @Test
    void aFileNamesTheSettingThatIsWrong() throws Exception {
        for (String[] bad : new String[][] {
            {"{\"unit\":\"function\"}", "unit"},
            {"{\"unit\":\"section\",\"linker\":\"lld\"}", "unit"},
            {"{\"neighbours\":[\"a.o\"]}", "neighbours"},
            {"{\"neighbours\":[[\"a.o\",1]]}", "neighbours"},
            {"{\"neighbours\":[[]]}", "neighbours"},
            {"{\"order\":\"a.o\"}", "order"},
            {"{\"gapAlign\":{\"text0\":4096}}", "gapAlign.text0"},
            {"{\"gapAlign\":{\"data\":24}}", "gapAlign.data"},
            {"{\"gapAlign\":{\"data\":-16}}", "gapAlign.data"},
            {"{\"gapAlign\":{\"heap\":16}}", "gapAlign.heap"},
            {"{\"strip\":\"\"}", "strip"},
            {"{\"seed\":\"00\"}", "seed"}
        }) {
            Path file = Files.writeString(folder.resolve("recipe.json"), bad[0]);
            EngineException e = assertThrows(EngineException.class, () -> RecipeFiles.read(file), bad[0]);
            assertEquals("bad-recipe", e.code());
            assertEquals(bad[1], e.place());
            assertEquals(file.toString(), e.file());
            assertFalse(e.cure().isEmpty());
        }
    }
}
