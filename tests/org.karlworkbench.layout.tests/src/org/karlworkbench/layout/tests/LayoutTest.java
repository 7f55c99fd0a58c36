package org.karlworkbench.layout.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;

/** Layouts of small kernels by both linkers, with the linker's map and without. */
@TestInstance(Lifecycle.PER_CLASS)
class LayoutTest {
    private static final Gaps GAPS = new Gaps(8192, 0x340, 0x120, 0x450, 0x110);

    private LoadedKit kit;
    private final Map<String, TestLink> links = new HashMap<>();

    @BeforeAll
    void link(@TempDir Path folder) throws Exception {
        kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), "-O1", "-fcommon", "-fno-toplevel-reorder");
        ObjectFile gap = TestKit.gap(folder.resolve("gap.o"), kit, 8192, 0x340, 0x120, 0x450, 0x110);
        for (String linker : List.of("ld", "ld.lld")) {
            links.put(linker, TestLink.link(kit, gap, folder.resolve("by-" + linker), linker, 3));
        }
    }

    private Layout withMap(String linker) throws Exception {
        TestLink link = links.get(linker);
        return Layout.read(link.kernel(), kit, link.places(), Progress.NONE);
    }

    private Layout fromSymbols(String linker) throws Exception {
        return Layout.read(links.get(linker).kernel(), kit, null, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void everyByteOfALoadedSectionHasOneRow(String linker) throws Exception {
        Layout layout = withMap(linker);
        Rows objects = layout.objects();
        for (int section = 0; section < layout.sections().count(); section++) {
            int index = layout.sections().sectionIndex(section);
            int[] rows = objects.stream()
                    .filter(row -> objects.sectionIndex(row) == index && objects.size(row) > 0)
                    .toArray();
            long reached = layout.sections().address(section);
            for (int row : rows) {
                assertEquals(reached, objects.address(row), layout.sections().name(section) + " " + objects.name(row));
                reached = objects.end(row);
            }
            assertEquals(
                    layout.sections().end(section), reached, layout.sections().name(section));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void theGapsAreThoseThatWereLinked(String linker) throws Exception {
        assertEquals(GAPS, withMap(linker).gapsOrNull());
        Layout layout = fromSymbols(linker);
        for (Rows gaps : List.of(withMap(linker).gaps(), layout.gaps())) {
            Map<String, Long> sizes = gaps.stream().boxed().collect(Collectors.toMap(gaps::name, gaps::size));
            assertEquals(8192, sizes.get("text0"));
            assertTrue(sizes.get("text1") >= 0x340 && sizes.get("text1") < 0x350, sizes.toString());
            assertTrue(sizes.get("rodata") >= 0x120 && sizes.get("rodata") < 0x140, sizes.toString());
            assertTrue(sizes.get("data") >= 0x450 && sizes.get("data") < 0x470, sizes.toString());
            gaps.stream().forEach(row -> assertEquals(Kind.GAP, gaps.kind(row)));
        }
        assertEquals(layout.gaps().end(0), layout.endboot());
        assertEquals(0, layout.endboot() & 4095);
    }

    @ParameterizedTest
    @CsvSource({"ld,true", "ld.lld,true", "ld,false", "ld.lld,false"})
    void symbolsHaveTheirObjectsAndKinds(String linker, boolean map) throws Exception {
        Layout layout = map ? withMap(linker) : fromSymbols(linker);
        Rows symbols = layout.symbols();
        Map<String, String> objects = new HashMap<>();
        Map<String, Kind> kinds = new HashMap<>();
        for (int row = 0; row < symbols.count(); row++) {
            objects.merge(symbols.name(row), symbols.object(row), (a, b) -> a + " " + b);
            kinds.put(symbols.name(row), symbols.kind(row));
        }
        assertEquals("main.o", objects.get("main"));
        assertEquals("drivers.o", objects.get("attach"));
        assertEquals("drivers.o", objects.get("hidden_one"));
        assertEquals("locore.o", objects.get("vectors_begin"));
        assertEquals("locore.o", objects.get("vectors_end"), "on the seam to the next object");
        assertEquals("gap.o", objects.get("endboot"));
        assertEquals("", objects.get("_end"));
        assertEquals("", objects.get("__data_start"), "where the head's data begins");
        assertEquals(Set.of("main.o", "drivers.o", "traps.o", "locore.o"), words(objects.get("helper")));
        assertEquals(Set.of("main.o", "drivers.o", "traps.o"), words(objects.get("counter")));
        assertEquals(Kind.FUNCTION, kinds.get("main"));
        assertEquals(Kind.FUNCTION, kinds.get("entry_1"));
        assertEquals(Kind.DATA, kinds.get("table"));
        assertEquals(Kind.COMMON, kinds.get("shared_common"));
        assertEquals(Kind.COMMON, kinds.get("other_common"));
        assertEquals(Kind.ABSOLUTE, kinds.get("vectors_size"));
        assertEquals(Kind.GAP, kinds.get("endboot"));
        assertEquals(Kind.LINKER, kinds.get("_end"));
        assertEquals(Kind.LINKER, kinds.get("__data_start"));
    }

    @Test
    void symbolsAndGapsAreBothInOneTable() throws Exception {
        Layout layout = withMap("ld");
        Rows both = layout.symbolsAndGaps();
        assertEquals(layout.symbols().count() + layout.gaps().count(), both.count());
        int symbol = 0;
        int gap = 0;
        for (int row = 0; row < both.count(); row++) {
            boolean isGap = gap < layout.gaps().count()
                    && both.kind(row) == Kind.GAP
                    && both.name(row).equals(layout.gaps().name(gap));
            Rows one = isGap ? layout.gaps() : layout.symbols();
            int other = isGap ? gap++ : symbol++;
            assertEquals(one.name(other), both.name(row));
            assertEquals(one.address(other), both.address(row));
            assertEquals(one.size(other), both.size(row));
            assertEquals(one.section(other), both.section(row));
            assertEquals(one.object(other), both.object(row));
            assertEquals(one.kind(other), both.kind(row));
        }
        assertEquals(5, gap);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void withoutAKitObjectsStayUnknown(String linker) throws Exception {
        Layout layout = Layout.read(links.get(linker).kernel(), null, null, Progress.NONE);
        assertEquals(0, layout.objects().count());
        assertTrue(layout.symbols().count() > 20);
        Rows symbols = layout.symbols();
        symbols.stream().forEach(row -> assertEquals("", symbols.object(row)));
        assertFalse(layout.isComplete());
        assertTrue(layout.problems().isEmpty());
        assertEquals(null, layout.gapsOrNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void anAddressFindsItsRow(String linker) throws Exception {
        Layout layout = withMap(linker);
        Rows symbols = layout.symbols();
        for (int row = 0; row < symbols.count(); row++) {
            boolean function = layout.symbolTable().type(symbols.source(row)) == Elf.STT_FUNC;
            if (function && symbols.size(row) > 1) {
                int found = symbols.at(symbols.end(row) - 1);
                assertEquals(symbols.address(row), symbols.address(found), symbols.name(row));
                int piece = layout.objects().at(symbols.address(row));
                assertEquals(symbols.object(row), layout.objects().name(piece));
            }
        }
        assertEquals(-1, symbols.at(0x1000));
    }
}
