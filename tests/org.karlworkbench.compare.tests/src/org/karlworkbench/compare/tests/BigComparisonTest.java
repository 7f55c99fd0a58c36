package org.karlworkbench.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;

/** Relinks of the C library's objects: every symbol is found again, and every content decided. */
@TestInstance(Lifecycle.PER_CLASS)
class BigComparisonTest {
    private Path folder;
    private LoadedKit kit;
    private ObjectFile gap;

    @BeforeAll
    void unpack(@TempDir Path temporary) throws Exception {
        folder = temporary;
        kit = TestKit.ofLibrary(folder.resolve("kit"), Path.of("/usr/lib/x86_64-linux-gnu/libc.a"), 64);
        gap = TestKit.gap(folder.resolve("gap.o"), kit, 8192, 0x340, 0x120, 0x450, 0x110);
    }

    @ParameterizedTest
    @CsvSource({"ld,true", "ld,false", "ld.lld,true", "ld.lld,false"})
    void twoRelinksHoldTheSame(String linker, boolean map) throws Exception {
        Layout a = relink("a", linker, 1, map);
        Layout b = relink("b", linker, 2, map);
        Figures figures = Comparison.of(a, b, kit, null, Progress.NONE).figures();
        assertEquals(List.of(), figures.contentDiffers());
        assertEquals(List.of(), figures.added());
        assertEquals(List.of(), figures.removed());
        assertEquals(0, figures.contentUnknown());
        assertTrue(figures.sameContent());
        assertEquals(a.symbols().count(), figures.symbolsMoved() + figures.symbolsFixed());
        OrderFigures order = figures.order().orElseThrow();
        assertFalse(order.same());
        assertTrue(order.objects() > 1800);
        assertEquals(0, order.kendallTau(), 6 * order.kendallTauDeviation());
        assertEquals(order.longestRunExpected(), order.longestRun(), 25);
    }

    private Layout relink(String name, String linker, long seed, boolean map) throws Exception {
        TestLink link = TestLink.link(kit, gap, folder.resolve(name), linker, seed, "-X");
        return Layout.read(link.kernel(), kit, map ? link.places() : null, Progress.NONE);
    }
}
