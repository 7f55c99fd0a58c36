package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;

/** Findings about a Makefile or a script name the file and the line in it. */
class FindingPlacesTest {
    private static final String EVIL = "-plugin /tmp/evil.so";
    private static final String SCRIPT = "/* fine */\nINCLUDE /etc/passwd\n";

    @TempDir
    Path temp;

    private TestKit kit;

    @BeforeEach
    void makeKit() throws Exception {
        kit = TestKit.whole(temp.resolve("GENERIC"));
    }

    @Test
    void namesFileAndLine() throws Exception {
        kit.makefile("-T ld.script " + EVIL);
        assertPlace("Makefile", 11, finding(kit.load(), "refused-flag"));
        kit.makefile("-T ld.script -nopie");
        kit.file("ld.script", SCRIPT);
        assertPlace("ld.script", 2, finding(kit.load(), "refused-script"));
    }

    @Test
    void namesTheLineOfAFlagWhereverItIsWritten() throws Exception {
        Map<String, Integer> spellings = Map.of(
                "-T ld.script \\\n\t-X \\\n\t" + EVIL + "\nX=1",
                13,
                "-T ld.script\nX=1\nLINKFLAGS+=\t'-plugin' /tmp/evil.so",
                13,
                "-T ld.script ${EVIL}\nEVIL=\t" + EVIL,
                11);
        for (var each : spellings.entrySet()) {
            kit.makefile(each.getKey());
            assertPlace("Makefile", each.getValue(), finding(kit.load(), "refused-flag"));
        }
        String link = "OBJS=a.o\nSYSTEM_LD=\tld " + EVIL + " -o $@ locore0.o\nbsd:\t${OBJS}\n\t${SYSTEM_LD} ${OBJS}\n";
        kit.file("Makefile", link);
        assertPlace("Makefile", 2, finding(kit.load(), "refused-flag"));
    }

    @Test
    void namesTheArchiveOfWhatWasUnpacked() throws Exception {
        kit.makefile("-T ld.script " + EVIL);
        kit.file("ld.script", SCRIPT);
        TarBytes tar = new TarBytes();
        try (Stream<Path> files = Files.list(kit.folder())) {
            for (Path file : files.toList()) {
                tar.file("K/" + file.getFileName(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        Path archive = tar.writeTo(temp.resolve("kit.tgz"));
        LoadedKit loaded = TestKit.load(archive);
        for (String code : List.of("refused-flag", "refused-script")) {
            assertEquals(archive.toString(), finding(loaded, code).getFile());
        }
        assertEquals("Makefile line 11", finding(loaded, "refused-flag").getPlace());
        assertEquals("ld.script line 2", finding(loaded, "refused-script").getPlace());
    }

    @Test
    void namesNoLineWhereThereIsNone() throws Exception {
        kit.file("Makefile", "OBJS=a.o ${OBJS}\nSYSTEM_HEAD=locore0.o\n.if\n");
        List<Finding> bad = kit.load().findings().stream()
                .filter(each -> each.getCode().equals("bad-makefile"))
                .toList();
        List<String> lines = bad.stream()
                .map(Finding::getPlace)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        assertEquals(List.of("line 3"), lines);
        assertTrue(bad.stream().anyMatch(each -> each.getPlace() == null), "the circle has no line");
        for (Finding each : bad) {
            assertEquals(file("Makefile"), each.getFile());
            assertFalse(each.getMessage().contains("ine 0"), each.getMessage());
        }
    }

    private static Finding finding(LoadedKit kit, String code) {
        return kit.findings().stream()
                .filter(each -> each.getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void assertPlace(String name, int line, Finding finding) throws IOException {
        assertEquals(Arrays.asList(file(name), "line " + line), Arrays.asList(finding.getFile(), finding.getPlace()));
        assertFalse(finding.getMessage().contains("ine " + line), finding.getMessage());
    }

    private String file(String name) throws IOException {
        return kit.folder().toRealPath().resolve(name).toString();
    }
}
