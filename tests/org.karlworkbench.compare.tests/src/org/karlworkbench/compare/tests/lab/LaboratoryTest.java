package org.karlworkbench.compare.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.compare.lab.Conditional;
import org.karlworkbench.compare.lab.LabFile;
import org.karlworkbench.compare.lab.LabReport;
import org.karlworkbench.compare.lab.LabRequest;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.compare.lab.LabTable;
import org.karlworkbench.compare.lab.Laboratory;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.xml.sax.InputSource;

/** The laboratory against closed forms, and against the kernels that relinks give. */
class LaboratoryTest {
    private static final Path DEMO = Path.of(System.getProperty("org.karlworkbench.samples"), "demo-amd64");

    @TempDir
    Path folder;

    /** KARL.md table A2. */
    @ParameterizedTest
    @CsvSource({
        "4096, 1.588, 8.001, 8.003, 33.6",
        "8192, 1.587, 9.001, 9.001, 37.6",
        "16384, 1.586, 10.000, 10.001, 41.6"
    })
    void gapsHaveTheEntropyOfTheTable(int page, double text0, double text1, double rodata, double total)
            throws Exception {
        LabResult result = AsmKit.lab(kit(6, 1), AsmKit.recipe("page=" + page), 1, 4);
        Map<String, Double> bits = result.gapEntropyBits();
        assertEquals(List.of("text0", "text1", "rodata", "data", "bss", "total"), List.copyOf(bits.keySet()));
        assertEquals(text0, bits.get("text0"), 0.0006);
        assertEquals(text1, bits.get("text1"), 0.0006);
        assertEquals(text1, bits.get("bss"), 0.0006);
        assertEquals(rodata, bits.get("rodata"), 0.0016);
        assertEquals(bits.get("rodata"), bits.get("data"));
        assertEquals(total, bits.get("total"), 0.06);
        assertEquals(Math.log(720) / Math.log(2), result.orderEntropyBits(), 1e-9);
        assertEquals(256, result.seedBits());
        assertEquals(128, result.originalCapBits());
        assertEquals(2, result.cap(), 1e-12);
    }

    private LoadedKit kit(int objects, int seed) throws Exception {
        return kit(objects, new Random(seed), 500);
    }

    private LoadedKit kit(int objects, Random random, int most) throws Exception {
        AsmKit kit = new AsmKit(folder.resolve("kit"), AsmKit.SCRIPT).head("");
        for (int i = 0; i < objects; i++) {
            kit.object("o" + i, AsmKit.function("f" + i, 16, 1 + random.nextInt(most)));
        }
        return kit.load();
    }

    /**
     * Pearson's test does not reject the model. Blocks share the gap, so that an odd one makes many odd: only over several
     * runs is the share of blocks below 0.05 near to that. A model that is wrong by 256 bytes makes it 0.4.
     */
    @Test
    void drawsFollowTheModel() throws Exception {
        int runs = 6 * Integer.getInteger("karl.rounds", 1);
        double below = 0;
        for (int seed = 1; seed <= runs; seed++) {
            LabResult result = AsmKit.lab(AsmKit.load(DEMO), AsmKit.recipe(), seed, 1500);
            for (LabResult.Check check : result.checks()) {
                assertTrue(check.blocks() > 10 && check.least() > 1e-4, check + " with seed " + seed);
            }
            below += result.checks().getFirst().below() / runs;
        }
        assertTrue(below < 0.15, "share of blocks below 0.05: " + below);
    }

    /** Draw i is relink i: nm has the blocks of code where the laboratory counted them. */
    @Test
    void drawsAreRelinks() throws Exception {
        LoadedKit kit = kit(12, 3);
        for (int seed = 1; seed <= 2 * Integer.getInteger("karl.rounds", 1); seed++) {
            Map<String, Long> nm =
                    AsmKit.relinked(kit, AsmKit.recipe(), AsmKit.seed(seed).of(1), folder.resolve("bsd"));
            LabResult.Heat heat = AsmKit.lab(kit, AsmKit.recipe(), seed, 1).heat();
            for (int i = 0; i < heat.rows().size(); i++) {
                String function = heat.rows().get(i).replace(".o", "").replace('o', 'f');
                long cell = (nm.get(function) - heat.low()) / heat.cell();
                assertEquals(1, heat.counts().get(i)[(int) cell], function);
            }
            assertEquals(12, heat.rows().size());
        }
    }

    /** What an OpenBSD amd64 kit has beside its body comes out, and the body does not. */
    @Test
    void residueOfAnOpenBsdKit() throws Exception {
        LabResult result = AsmKit.lab(OpenBsdShape.kit(folder.resolve("kit")), AsmKit.recipe(), 1, 1000);
        for (String section : List.of(".kutext", ".kutext.page", ".kudata", ".openbsd.randomdata", ".rodata")) {
            LabResult.Residue found = AsmKit.residue(result, section);
            assertEquals("section", found.kind());
            assertTrue(found.guessing().values() <= 12, found.toString());
            assertTrue(found.reason().startsWith("page-aligned start"), found.toString());
        }
        for (String name : List.of("trampoline", "alltraps", "gdt64", "_end", "endboot", "kernel_text", "start")) {
            assertTrue(AsmKit.residue(result, name).guessing().values() <= 12, name);
        }
        assertEquals("script constant", AsmKit.residue(result, "kernel_text").reason());
        assertEquals("head", AsmKit.residue(result, "start").reason());
        assertEquals("head's data", AsmKit.residue(result, "startup_data").reason());
        assertEquals("tail", AsmKit.residue(result, "tail_end").reason());
        LabResult.SectionFigures single = result.sections().stream()
                .filter(each -> each.name().equals(".kutext"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, single.contributors());
        assertTrue(result.residue().stream().noneMatch(each -> each.name().matches("f\\d+")), "functions of the body");
    }

    @Test
    void aRecipeThatFixesTheOrderLeavesTheGaps() throws Exception {
        LabResult result = AsmKit.lab(kit(8, 5), AsmKit.recipe("shuffle=false"), 1, 200);
        LabResult.SymbolFigures figures = AsmKit.symbol(result, "f3");
        assertEquals(1.0 / 768, figures.exact().guess1(), 1e-9);
        assertEquals("exact", figures.basis().label());
        assertEquals(0, result.orderEntropyBits());
        LabResult none =
                AsmKit.lab(kit(8, 5), AsmKit.recipe("shuffle=false", "gaps.text0=0..0", "gaps.text1=0..0"), 1, 20);
        assertEquals(1, AsmKit.symbol(none, "f3").exact().guess1());
        assertEquals(0, AsmKit.symbol(none, "f3").spread().shannon());
    }

    @Test
    void largerGapsBuySomething() throws Exception {
        LoadedKit kit = kit(8, 6);
        double small = AsmKit.symbol(AsmKit.lab(kit, AsmKit.recipe(), 1, 50), "f1")
                .exact()
                .guess1();
        double large = AsmKit.symbol(AsmKit.lab(kit, AsmKit.recipe("gaps.text1=0..65535"), 1, 50), "f1")
                .exact()
                .guess1();
        assertTrue(large < small / 2, large + " and " + small);
    }

    @Test
    void whatWasDrawnBeforeACancelIsTheResult() throws Exception {
        int[] drawn = new int[1];
        Progress progress = new Progress() {
            @Override
            public void begin(String phase, int steps) {}

            @Override
            public void worked(int steps) {
                drawn[0] += steps;
            }

            @Override
            public void say(String line) {}

            @Override
            public boolean cancelled() {
                return drawn[0] >= 256;
            }
        };
        LabResult result = Laboratory.run(AsmKit.request(kit(5, 7), AsmKit.recipe(), 1, 100_000), progress);
        assertEquals(drawn[0], result.layouts());
        assertTrue(result.layouts() < 1000, "layouts: " + result.layouts());
        assertEquals(100_000, result.planned());
        drawn[0] = 256;
        assertThrows(
                CancellationException.class,
                () -> Laboratory.run(AsmKit.request(kit(5, 7), AsmKit.recipe(), 1, 100), progress));
    }

    @Test
    void resultsAreSavedAndReopened() throws Exception {
        LabResult result = AsmKit.lab(kit(5, 8), AsmKit.recipe(), 1, 30);
        LabFile.write(result, folder.resolve("a.json"));
        LabResult again = LabFile.read(folder.resolve("a.json"));
        LabFile.write(again, folder.resolve("b.json"));
        assertEquals(Files.readString(folder.resolve("a.json")), Files.readString(folder.resolve("b.json")));
        assertEquals(result.symbols(), again.symbols());
        assertEquals(result.residue(), again.residue());
        Path huge = folder.resolve("huge.json");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 40); // a hole
        }
        for (Path no : List.of(huge, Path.of("/dev/zero"))) {
            assertEquals(
                    "bad-lab",
                    assertThrows(EngineException.class, () -> LabFile.read(no)).code());
        }
        for (String text : List.of("", "[]", "{}", "{\"schemaVersion\":1}", "no json", "{\"schemaVersion\":7}")) {
            Path bad = Files.writeString(folder.resolve("bad.json"), text);
            assertEquals(
                    "bad-lab",
                    assertThrows(EngineException.class, () -> LabFile.read(bad)).code(),
                    text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"layouts\":\\d+      | \"layouts\":null",
                "\"page\":\\d+         | \"page\":{}",
                "\"low\":\"[^\"]*\"     | \"low\":\"0\"",
                "\"counts\":\\[\\d+,    | \"counts\":[",
                "\"basis\":\"[a-z]*\"  | \"basis\":\"guess\""
            })
    void damagedResultsAreRefused(String field, String damaged) throws Exception {
        LabFile.write(AsmKit.lab(kit(5, 8), AsmKit.recipe(), 1, 30), folder.resolve("a.json"));
        String text = Files.readString(folder.resolve("a.json"));
        Path bad = Files.writeString(folder.resolve("bad.json"), text.replaceFirst(field, damaged));
        assertNotEquals(text, Files.readString(bad), "nothing was damaged");
        assertEquals(
                "bad-lab",
                assertThrows(EngineException.class, () -> LabFile.read(bad)).code());
    }

    @Test
    void reportsEscapeNames() throws Exception {
        AsmKit kit = new AsmKit(folder.resolve("kit"), AsmKit.SCRIPT).head("");
        for (int i = 0; i < 3; i++) {
            kit.object("o" + i, AsmKit.function("<script>alert(" + i + ")</script>&,=1", 16, 40));
        }
        LabResult result = AsmKit.lab(kit.load(), AsmKit.recipe(), 1, 50);
        LabReport.write(result, folder.resolve("report.html"));
        String html = Files.readString(folder.resolve("report.html"));
        assertFalse(html.contains("<script"), "a name became an element");
        assertTrue(html.contains("&lt;script&gt;alert(1)"), "the name is there");
        assertFalse(html.contains("http://")
                && html.replace("http://www.w3.org/2000/svg", "").contains("http"));
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
        assertEquals(3, document.getElementsByTagName("svg").getLength());
        LabTable.write(result, folder.resolve("table.csv"));
        List<String> rows = Files.readAllLines(folder.resolve("table.csv"));
        assertEquals(result.symbols().size() + 1, rows.size());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("\"<script>alert(0)</script>&,=1\",o0.o,function")));
    }

    @Test
    void independentThingsLoseNothingAndOneThingLosesAll() {
        Random random = new Random(9);
        long[] a = random.longs(20_000, 0, 1 << 20).toArray();
        long[] b = random.longs(20_000, 0, 1 << 20).toArray();
        Conditional apart = Conditional.of(a, b, 16);
        assertTrue(apart.alone() - apart.given().orElseThrow() < 0.1, apart.toString());
        long[] shifted = Arrays.stream(a).map(each -> each + 4096).toArray();
        assertEquals(0, Conditional.of(a, shifted, 16).given().orElseThrow(), 0.01);
        Conditional few = Conditional.of(Arrays.copyOf(a, 100), Arrays.copyOf(b, 100), 16);
        assertTrue(few.given().isEmpty() && few.drawsNeeded() > 100, few.toString());
    }

    /** What is told on the way is what a run of so many draws says, and the end is that of a plain run. */
    @Test
    void stagesAreRunsOfTheirOwn() throws Exception {
        LoadedKit kit = kit(8, 6);
        LabRequest request = AsmKit.request(kit, AsmKit.recipe(), 7, 10_000);
        List<LabResult> told = new ArrayList<>();
        LabResult all = Laboratory.runInStages(request, Progress.NONE, told::add);
        assertEquals(1, told.size());
        assertEquals(1_000, told.getFirst().layouts());
        assertEquals(10_000, told.getFirst().planned());
        assertEquals(
                AsmKit.lab(kit, AsmKit.recipe(), 7, 1_000).checks(),
                told.getFirst().checks());
        LabResult plain = Laboratory.run(request, Progress.NONE);
        assertEquals(plain.symbols(), all.symbols());
        assertEquals(plain.checks(), all.checks());
        assertEquals(10_000, all.layouts());
        AtomicBoolean enough = new AtomicBoolean();
        LabResult cancelled = Laboratory.runInStages(request, Progress.silent(enough::get), _ -> enough.set(true));
        assertEquals(1_000, cancelled.layouts());
        assertEquals(10_000, cancelled.planned());
    }
}
