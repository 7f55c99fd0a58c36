package org.karlworkbench.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
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
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.State;
import org.karlworkbench.compare.SymbolId;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.tests.support.Entries;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;
import org.karlworkbench.layout.tests.support.Tools;

/** Two relinks of one kit, with all that may be known of them, and kernels that differ more. */
@TestInstance(Lifecycle.PER_CLASS)
class ComparisonTest {
    private static final String[] FLAGS = {"-O1", "-fcommon"};

    private Path folder;
    private LoadedKit kit;
    private ObjectFile gap;
    private final Map<String, TestLink> links = new HashMap<>();

    @BeforeAll
    void link(@TempDir Path temporary) throws Exception {
        folder = temporary;
        kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), FLAGS);
        gap = TestKit.gap(folder.resolve("gap.o"), kit, 4096, 0x40, 0x30, 0x20, 0x10);
        for (String linker : List.of("ld", "ld.lld")) {
            for (int seed = 1; seed <= 2; seed++) {
                links.put(linker + seed, TestLink.link(kit, gap, folder.resolve(linker + seed), linker, seed));
            }
        }
    }

    private Layout read(String link, boolean withKit, boolean withMap) throws EngineException {
        TestLink from = links.get(link);
        Places places = withMap ? from.places() : null;
        return Layout.read(from.kernel(), withKit ? kit : null, places, Progress.NONE);
    }

    private static Comparison compare(Layout a, Layout b, LoadedKit kit) throws EngineException {
        return Comparison.of(a, b, kit, null, Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource({"ld,true,true", "ld,true,false", "ld.lld,true,true", "ld.lld,true,false"})
    void withItsKitTwoRelinksHoldTheSame(String linker, boolean withKit, boolean withMap) throws Exception {
        Comparison comparison = compare(read(linker + 1, withKit, withMap), read(linker + 2, withKit, withMap), kit);
        Figures figures = comparison.figures();
        assertEquals(List.of(), figures.contentDiffers());
        assertEquals(0, figures.contentUnknown());
        assertEquals(List.of(), figures.added());
        assertEquals(List.of(), figures.removed());
        assertTrue(figures.sameContent());
        assertFalse(figures.identical());
        assertTrue(figures.symbolsMoved() > 5);
        assertTrue(figures.symbolsFixed() > 3);
        assertTrue(figures.order().isPresent());
        assertFalse(figures.order().get().same());
        assertAgreesWithNm(comparison);
    }

    /** The two linkers merge strings and round differently, and both keep every symbol's content. */
    @Test
    void relinksByTwoLinkersHoldTheSame() throws Exception {
        Figures figures = compare(read("ld1", true, true), read("ld.lld2", true, true), kit)
                .figures();
        assertEquals(List.of(), figures.contentDiffers());
        assertEquals(0, figures.contentUnknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void withoutAnythingNothingIsMadeUp(String linker) throws Exception {
        Comparison comparison = compare(read(linker + 1, false, false), read(linker + 2, false, false), null);
        Figures figures = comparison.figures();
        assertEquals(List.of(), figures.contentDiffers());
        assertTrue(figures.contentUnknown() > 0);
        assertFalse(figures.sameContent());
        assertTrue(figures.order().isEmpty());
        assertTrue(figures.fixedBytes().isEmpty());
        figures.gapsA().values().forEach(size -> assertEquals(null, size));
        assertEquals(0, figures.symbolsOnlyInA() + figures.symbolsOnlyInB());
        assertAgreesWithNm(comparison);
    }

    /** Names that are there once in both kernels: nm tells what moved. */
    private void assertAgreesWithNm(Comparison comparison) throws Exception {
        Map<String, Long> a = nm(comparison.a().kernel());
        Map<String, Long> b = nm(comparison.b().kernel());
        a.keySet().retainAll(b.keySet());
        Pairs pairs = comparison.symbols();
        Set<String> seen = new HashSet<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
            String name = pairs.name(pair);
            if (a.containsKey(name)) {
                assertEquals(a.get(name), pairs.addressA(pair), name);
                assertEquals(b.get(name), pairs.addressB(pair), name);
                assertEquals(b.get(name) - a.get(name), pairs.distance(pair), name);
                assertEquals(a.get(name).equals(b.get(name)) ? State.FIXED : State.MOVED, pairs.state(pair));
                seen.add(name);
            }
        }
        assertEquals(a.keySet(), seen);
    }

    private Map<String, Long> nm(Path kernel) throws Exception {
        Set<String> twice = new HashSet<>();
        Map<String, Long> once = new HashMap<>();
        Tools.run(folder, "nm", kernel.toString())
                .lines()
                .map(line -> line.split(" "))
                .forEach(words -> {
                    if (once.put(words[2], Long.parseUnsignedLong(words[0], 16)) != null) {
                        twice.add(words[2]);
                    }
                });
        once.keySet().removeAll(twice);
        return once;
    }

    @Test
    void functionsAreCountedByPlace() throws Exception {
        Layout layout = read("ld1", true, true);
        Set<String> places = Tools.run(
                        folder, "readelf", "-sW", links.get("ld1").kernel().toString())
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> words.length == 8 && words[3].equals("FUNC") && !words[2].equals("0"))
                .map(words -> words[6] + words[1])
                .collect(Collectors.toSet());
        Figures figures = compare(layout, read("ld2", true, true), kit).figures();
        assertEquals(places.size(), figures.functions());
        assertTrue(figures.functionsAtSameAddress() < figures.functions());
        assertEquals(places.size(), compare(layout, layout, kit).figures().functionsAtSameAddress());
    }

    @Test
    void theSameFileTwice() throws Exception {
        Layout layout = read("ld1", false, false);
        Figures figures = compare(layout, layout, null).figures();
        assertTrue(figures.identical());
        assertTrue(figures.sameContent());
        assertEquals(0, figures.symbolsMoved());
        assertEquals(0, figures.contentUnknown());
        Layout withKit = read("ld1", true, true);
        assertTrue(
                compare(withKit, withKit, kit).figures().order().orElseThrow().same());
    }

    @Test
    void theLedgerProvesContentWithoutAKit() throws Exception {
        TestLink a = copy(links.get("ld1"), "proved1");
        TestLink b = copy(links.get("ld2"), "proved2");
        Entries.write(a, kit);
        Entries.write(b, kit);
        Layout layoutA = Layout.read(a.kernel(), null, null, Progress.NONE);
        Layout layoutB = Layout.read(b.kernel(), null, null, Progress.NONE);
        Figures figures = compare(layoutA, layoutB, null).figures();
        assertTrue(figures.sameContent());
        assertEquals(0, figures.symbolsOnlyInA() + figures.symbolsOnlyInB());
        assertEquals(0x30, figures.gapsA().get("rodata"));
        List<String> body = a.order().subList(2, a.order().size() - 1);
        assertEquals(body.size(), figures.order().orElseThrow().objects());
        assertTrue(figures.fixedBytes().isPresent());
    }

    private TestLink copy(TestLink link, String name) throws Exception {
        Path kernel = folder.resolve(name);
        Files.copy(link.kernel(), kernel);
        return new TestLink(kernel, link.map(), link.order(), link.gap(), link.places());
    }

    @Test
    void whatWasChangedAddedAndRemovedIsNamed() throws Exception {
        Map<String, String> sources = Sources.small();
        sources.put(
                "traps.c",
                sources.get("traps.c").replace("x * 3.25", "x + x + x")
                        + "int added(void) { return 1; } static const int words[] = {1, 2}; const int *list(void) { return words; }");
        sources.put("drivers.c", sources.get("drivers.c").replace("attach", "attach_more"));
        LoadedKit other = TestKit.ofSources(folder.resolve("other"), 64, sources, FLAGS);
        TestLink link = TestLink.link(other, gap, folder.resolve("other-kernel"), "ld", 5);
        Layout b = Layout.read(link.kernel(), other, link.places(), Progress.NONE);
        Figures figures = Comparison.of(read("ld1", true, true), b, kit, other, Progress.NONE)
                .figures();
        assertEquals(Set.of("scale"), names(figures.contentDiffers()));
        assertEquals(Set.of("added", "list", "words", "attach_more"), names(figures.added()));
        assertEquals(Set.of("attach"), names(figures.removed()));
        assertFalse(figures.sameContent());
        SymbolId attach = figures.removed().getFirst();
        assertEquals("drivers.o", attach.object());
        assertEquals(1, figures.grown().size());
        assertEquals("scale", figures.grown().getFirst().symbol().name());
        assertEquals(figures.grown().getFirst().change(), size(b, "scale") - size(read("ld1", true, true), "scale"));
        assertEquals(Kind.FUNCTION, attach.kind());
    }

    private static long size(Layout layout, String name) {
        return layout.symbols().stream()
                .filter(row -> layout.symbols().name(row).equals(name))
                .mapToLong(layout.symbols()::size)
                .sum();
    }

    private static Set<String> names(List<SymbolId> symbols) {
        return symbols.stream().map(SymbolId::name).collect(Collectors.toSet());
    }

    @Test
    void piecesAreSetBesideEachOtherToo() throws Exception {
        Pairs objects =
                compare(read("ld1", true, true), read("ld2", true, true), kit).objects();
        Set<String> found = new HashSet<>();
        for (int pair = 0; pair < objects.count(); pair++) {
            if (objects.kind(pair) == Kind.OBJECT) {
                assertTrue(objects.rowA(pair) >= 0 && objects.rowB(pair) >= 0, objects.name(pair));
                assertEquals(objects.size(pair), objects.sizeB(pair));
                found.add(objects.name(pair));
            }
            if (objects.kind(pair) == Kind.GAP && objects.name(pair).equals("text0")) {
                assertEquals(State.FIXED, objects.state(pair));
            }
        }
        assertTrue(found.containsAll(kit.plan().body()), found.toString());
    }

    @Test
    void kernelsOfDifferentArchitecturesAreRefused() throws Exception {
        LoadedKit small = TestKit.ofSources(folder.resolve("kit32"), 32, Sources.small(), "-O1");
        ObjectFile smallGap = TestKit.gap(folder.resolve("gap32.o"), small, 4096, 0x40, 0x30, 0x20, 0x10);
        TestLink link = TestLink.link(small, smallGap, folder.resolve("kernel32"), "ld", 1);
        Layout b = Layout.read(link.kernel(), null, null, Progress.NONE);
        EngineException e = assertThrows(EngineException.class, () -> compare(read("ld1", false, false), b, null));
        assertEquals("different-architectures", e.code());
    }

    @Test
    void strangersAreRefusedInWords() throws Exception {
        TestKit.compile(folder, "stranger.c", "int stranger(void) { return 1; }", 64);
        Tools.run(folder, "ld", "-e", "stranger", "-o", "stranger", "stranger.o");
        Layout b = Layout.read(folder.resolve("stranger"), null, null, Progress.NONE);
        EngineException e = assertThrows(EngineException.class, () -> compare(read("ld1", false, false), b, null));
        assertEquals("unrelated", e.code());
        assertTrue(e.line().contains("in common"), e.line());
    }

    @Test
    void strippedKernelsAreNotCalledTheSame() throws Exception {
        TestLink a = copy(links.get("ld1"), "stripped1");
        TestLink b = copy(links.get("ld2"), "stripped2");
        Tools.run(folder, "strip", a.kernel().toString(), b.kernel().toString());
        Layout layoutA = Layout.read(a.kernel(), null, null, Progress.NONE);
        Figures figures = compare(layoutA, Layout.read(b.kernel(), null, null, Progress.NONE), null)
                .figures();
        assertFalse(figures.sameContent());
        assertEquals(0, figures.functions());
        assertTrue(compare(layoutA, layoutA, null).figures().sameContent());
    }

    @Test
    void aKernelThatVanishesIsSaid() throws Exception {
        TestLink a = copy(links.get("ld1"), "gone");
        Layout layout = Layout.read(a.kernel(), null, null, Progress.NONE);
        Files.delete(a.kernel());
        EngineException e = assertThrows(EngineException.class, () -> compare(layout, read("ld2", false, false), null));
        assertTrue(e.line().contains("gone"), e.line());
    }
}
