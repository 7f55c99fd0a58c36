package org.karlworkbench.layout.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;
import org.karlworkbench.layout.tests.support.Tools;

/** What is typed is found: names, parts of names, addresses. */
@TestInstance(Lifecycle.PER_CLASS)
class FinderTest {
    private Path kernel;
    private Layout layout;
    private Finder finder;

    @BeforeAll
    void link(@TempDir Path folder) throws Exception {
        LoadedKit kit = TestKit.ofSources(
                folder.resolve("kit"), 64, Sources.small(), "-O1", "-fcommon", "-fno-toplevel-reorder");
        ObjectFile gap = TestKit.gap(folder.resolve("gap.o"), kit, 8192, 0x340, 0x120, 0x450, 0x110);
        TestLink link = TestLink.link(kit, gap, folder.resolve("by-lld"), "ld.lld", 3);
        kernel = link.kernel();
        layout = Layout.read(kernel, kit, link.places(), Progress.NONE);
        finder = new Finder(layout);
    }

    private List<Hit> find(String text) {
        return finder.find(text, 50, () -> false);
    }

    private String name(Hit hit) {
        return hit.table().rows(layout).name(hit.row());
    }

    /** Each name that nm prints, in whatever case, finds a thing of that name first. */
    @Test
    void everyNameOfNm() throws Exception {
        int names = 0;
        for (String line :
                Tools.run(kernel.getParent(), "nm", kernel.toString()).lines().toList()) {
            String[] words = line.split(" ");
            String name = words[words.length - 1];
            assertEquals(name, name(find(name).getFirst()));
            assertTrue(
                    find(name.toUpperCase()).stream().anyMatch(hit -> name(hit).equals(name)), name);
            names++;
        }
        assertTrue(names > 20, "names: " + names);
    }

    /** Any byte of a function finds that function with the distance from its beginning, as nm -S has it. */
    @Test
    void everyAddressInAFunction() {
        Rows symbols = layout.symbols();
        Random random = new Random(5);
        int checked = 0;
        for (int row = 0; row < symbols.count(); row++) {
            if (symbols.kind(row) == Kind.FUNCTION && symbols.size(row) > 0) {
                long offset = random.nextLong(symbols.size(row));
                long address = symbols.address(row) + offset;
                for (String text : List.of("0x" + Long.toHexString(address), Long.toHexString(address))) {
                    Hit hit = find(text).getFirst();
                    assertEquals(address, hit.address());
                    assertEquals(symbols.address(row), symbols.address(hit.row()));
                    assertEquals(offset, hit.offset());
                }
                String typed = symbols.name(row) + "+0x" + Long.toHexString(offset);
                assertTrue(find(typed).stream().anyMatch(hit -> hit.address() == address), typed);
                checked++;
            }
        }
        assertTrue(checked > 10, "functions: " + checked);
    }

    @Test
    void aListOfAddressesIsAListOfHits() {
        Rows symbols = layout.symbols();
        int first = symbols.at(layout.endboot());
        String list = "0x" + Long.toHexString(symbols.address(first)) + "\n 0x10\t0x"
                + Long.toHexString(symbols.address(symbols.count() - 1));
        List<Hit> hits = find(list);
        assertEquals(2, hits.size(), "what lies nowhere has no hit");
        assertEquals(symbols.address(first), hits.get(0).address());
    }

    /** Any text with addresses in it, as kernels print them. */
    @Test
    void aTraceIsAListOfHits() {
        Rows symbols = layout.symbols();
        int row = symbols.stream()
                .filter(each -> symbols.kind(each) == Kind.FUNCTION && symbols.size(each) > 8)
                .filter(each -> finder.named(symbols.name(each)).size() == 1)
                .findFirst()
                .orElseThrow();
        String address = Long.toHexString(symbols.address(row) + 4);
        String name = symbols.name(row);
        String text = "panic: no luck, trap 6\n#0 0x" + address + " (" + name + "+0x4)\n [<" + address + ">] at " + name
                + "+0x5/0x20: stopped\n(0x" + address + ",0)";
        List<Hit> hits = find(text);
        assertEquals(List.of(4L, 5L, 4L), hits.stream().map(Hit::offset).toList(), text);
        assertTrue(hits.stream().allMatch(hit -> name(hit).equals(name)), text);
        assertEquals(
                address, Long.toHexString(find("[<" + address + ">]").getFirst().address()));
    }

    @Test
    void theNearerFitsTheEarlier() {
        assertEquals(0, indexOf(find("endboot"), "endboot"), "the name itself");
        assertEquals(0, indexOf(find("ENDBOOT"), "endboot"), "but for case");
        int beginning = indexOf(find("endb"), "endboot");
        int part = indexOf(find("dboo"), "endboot");
        assertTrue(beginning >= 0 && part >= 0);
        List<Hit> letters = find("edbt");
        assertTrue(indexOf(letters, "endboot") >= 0, "letters in this order");
        assertEquals(-1, indexOf(find("tbde"), "endboot"), "and in no other");
    }

    private int indexOf(List<Hit> hits, String name) {
        for (int i = 0; i < hits.size(); i++) {
            if (name(hits.get(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "0xzz", "+0x10", "nosuchname+0x10", "0x11112222333344445", "no\u0000name"})
    void whatMeansNothingFindsNothing(String text) {
        assertEquals(List.of(), find(text), text);
    }

    @Test
    void nothingLiesNowhere() {
        assertNull(finder.at(16));
        assertEquals(List.of(), finder.find("end", 50, () -> true), "cancelled");
    }
}
