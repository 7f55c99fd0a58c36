package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.RelinkResult;

/** What the readers of the linkers' maps make of what is hard to read in them. */
class PlacesTest {
    @TempDir
    Path folder;

    private RelinkResult relink(TinyKit tiny, String linker) throws Exception {
        LoadedKit kit = tiny.load();
        return Runs.relink(kit, linker, 3, folder.resolve("bsd-" + linker));
    }

    private Places places(RelinkResult result) throws Exception {
        assertTrue(result.account().isExplained());
        return Places.read(result.entryFile().resolveSibling(result.entry().getPlaces()));
    }

    private static List<Integer> rows(Places places, String object, String section) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < places.count(); row++) {
            if (places.object(row).equals(object) && places.section(row).equals(section)) {
                rows.add(row);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void sectionsOfOneNameAreToldApart(String linker) throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit")).rich("a.o", "a").rich("b.o", "b");
        Places places = places(relink(tiny, linker));
        for (String object : List.of("a.o", "b.o")) {
            List<Integer> rows = rows(places, object, ".text.dup");
            assertEquals(3, rows.size());
            for (int i = 0; i < 3; i++) {
                assertEquals(i + 1, places.size(rows.get(i)));
                assertEquals(i + 1, places.sectionIndex(rows.get(i)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void commonSymbolsHaveRowsOfTheirOwn(String linker) throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit")).rich("a.o", "a").rich("b.o", "b");
        RelinkResult result = relink(tiny, linker);
        Places places = places(result);
        try (ElfFile kernel = ElfFile.open(result.kernel())) {
            Symbols symbols = kernel.symbols();
            for (String name : List.of("a_common", "b_common", "a_common_too", "b_common_too")) {
                List<Integer> rows = rows(places, name.charAt(0) + ".o", name);
                assertEquals(1, rows.size(), name);
                int symbol = symbols.find(name);
                assertEquals(PlaceKind.COMMON, places.kind(rows.getFirst()));
                assertEquals(symbols.value(symbol), places.address(rows.getFirst()));
                assertTrue(places.size(rows.getFirst()) >= symbols.size(symbol));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void longNamesMergedStringsAndDataStatements(String linker) throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit"))
                .rich("a_name_of_some_length.o", "a")
                .rich("b.o", "b");
        RelinkResult result = relink(tiny, linker);
        Places places = places(result);
        int row = rows(places, "a_name_of_some_length.o", ".data.of_a_name_that_wraps")
                .getFirst();
        assertEquals(24, places.size(row));
        assertEquals(".data", places.output(row));
        assertEquals(4, places.size(rows(places, "", "LONG").getFirst()));
        assertTrue(result.account().by().get("merged") > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void strangeNamesOfObjects(String linker) throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit"))
                .function("=root.o", "equals", 3, 40)
                .function("$SYSROOT.o", "dollar", 2, 30)
                .function("with space (x).o", "space", 4, 50);
        Places places = places(relink(tiny, linker));
        for (String object : List.of("=root.o", "with space (x).o", "$SYSROOT.o")) {
            assertEquals(1, rows(places, object, ".text").size(), object);
        }
    }
}
