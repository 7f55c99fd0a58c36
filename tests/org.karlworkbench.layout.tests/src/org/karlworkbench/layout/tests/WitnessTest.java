package org.karlworkbench.layout.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;
import org.karlworkbench.layout.tests.support.Tools;

/** Tables beside what nm and readelf say of the same kernel. */
class WitnessTest {
    private static final Pattern SECTION = Pattern.compile(
            "\\s*\\[ *(\\d+)] (\\S+)\\s+\\S+\\s+(\\p{XDigit}+) \\p{XDigit}+ (\\p{XDigit}+) \\S\\S +(\\S*).*");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"64,ld", "64,ld.lld", "32,ld", "32,ld.lld"})
    void symbolsAreThoseOfNm(int bits, String linker) throws Exception {
        Path kernel = link(bits, linker);
        List<String> expected = Tools.run(folder, "nm", "-n", kernel.toString())
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.substring(0, line.indexOf(' ')).replaceFirst("^0+(?=.)", "")
                        + line.substring(line.lastIndexOf(' ')))
                .sorted()
                .toList();
        Rows symbols = Layout.read(kernel, null, null, Progress.NONE).symbols();
        List<String> actual = symbols.stream()
                .mapToObj(row -> Long.toHexString(symbols.address(row)) + " " + symbols.name(row))
                .sorted()
                .toList();
        assertEquals(expected, actual);
        for (int row = 1; row < symbols.count(); row++) {
            assertTrue(Long.compareUnsigned(symbols.address(row - 1), symbols.address(row)) <= 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"64,ld", "64,ld.lld", "32,ld", "32,ld.lld"})
    void sectionsAreThoseOfReadelf(int bits, String linker) throws Exception {
        Path kernel = link(bits, linker);
        Rows sections = Layout.read(kernel, null, null, Progress.NONE).sections();
        List<String> actual = sections.stream()
                .mapToObj(row -> sections.sectionIndex(row) + " " + sections.name(row) + " "
                        + Long.toHexString(sections.address(row)) + " " + Long.toHexString(sections.size(row)))
                .sorted()
                .toList();
        try (Stream<String> lines =
                Tools.run(folder, "readelf", "-SW", kernel.toString()).lines()) {
            List<String> expected = lines.map(SECTION::matcher)
                    .filter(Matcher::matches)
                    .filter(section -> section.group(5).contains("A"))
                    .map(section -> section.group(1) + " " + section.group(2) + " " + hex(section.group(3)) + " "
                            + hex(section.group(4)))
                    .sorted()
                    .toList();
            assertEquals(expected, actual);
        }
    }

    private static String hex(String digits) {
        return Long.toHexString(Long.parseUnsignedLong(digits, 16));
    }

    private Path link(int bits, String linker) throws Exception {
        LoadedKit kit = TestKit.ofSources(folder.resolve("kit"), bits, Sources.small(), "-O2", "-fcommon");
        ObjectFile gap = TestKit.gap(folder.resolve("gap.o"), kit, 4096, 0x40, 0x30, 0x20, 0x10);
        return TestLink.link(kit, gap, folder.resolve("kernel"), linker, 1).kernel();
    }
}
