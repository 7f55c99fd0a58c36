package org.karlworkbench.compare.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.exposure.Disclosure;
import org.karlworkbench.compare.exposure.Exposure;
import org.karlworkbench.compare.exposure.KernelAddresses;
import org.karlworkbench.compare.exposure.Knowledge;
import org.karlworkbench.compare.exposure.Leak;
import org.karlworkbench.compare.exposure.Leaks;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.tests.support.Tools;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.relink.Preview;

/** What a leak tells, against relinks that nm reads, and against sums done by hand. */
class ExposureTest {
    @TempDir
    Path folder;

    private AsmKit assembled;
    private LoadedKit kit;

    /** Objects of 1 to 5 functions, each with data; the head calls one and points to another. */
    @BeforeEach
    void assemble() throws Exception {
        assembled = new AsmKit(folder.resolve("kit"), AsmKit.SCRIPT)
                .head("call f1_0\njmp f2_0\n.data\nstartup_pointer: .quad f3_1\n.quad start\n");
        for (int i = 1; i <= 5; i++) {
            StringBuilder source = new StringBuilder();
            for (int k = 0; k < i; k++) {
                source.append(AsmKit.function("f" + i + "_" + k, 16, 20 + 30 * k));
            }
            source.append("entry").append(i).append(":\nnop\n");
            source.append(".data\n.balign 8\n.globl d%d\nd%d: .quad f%d_0\n".formatted(i, i, i % 5 + 1));
            source.append(".comm c").append(i).append(",40,8\n");
            assembled.object("o" + i, source.toString());
        }
        kit = assembled.load();
    }

    private Exposure exposure(Defence defence) throws EngineException {
        Recipe recipe = AsmKit.recipe();
        return Exposure.of(Preview.linker(kit, recipe, Progress.NONE), kit, recipe, defence);
    }

    private Leaks leaks(Defence defence, KernelAddresses kernel) throws EngineException {
        Recipe recipe = AsmKit.recipe();
        BuiltInLinker linker = Preview.linker(kit, recipe, Progress.NONE);
        return new Leaks(linker, kit, recipe, defence, kernel);
    }

    @Test
    void sumsAreThoseOfTheBlocks() throws Exception {
        Exposure karl = exposure(Defence.KARL);
        assertEquals(17, karl.functions(), "15 of the body, one of the head, one of the tail");
        assertEquals(15, karl.shares().total());
        assertEquals(55.0 / 15, karl.shares().mean(), 1e-12);
        assertEquals(225.0 / 55, karl.shares().effective(), 1e-12);
        assertEquals(15, karl.blocks(), "code, data and a COMMON symbol of each");
        assertEquals(5, karl.entryPoints());
        assertEquals("o5.o", karl.objects().getFirst().object());
        assertEquals(5, karl.objects().getFirst().exposed());
        Exposure slide = exposure(Defence.SLIDE);
        assertEquals(15, slide.shares().mean());
        assertEquals(1, slide.shares().effective());
        assertEquals(1, slide.blocks());
    }

    /** The example is a relink under the defence that is asked about, not under another one. */
    @Test
    void theExampleIsDrawnByTheDefence() throws Exception {
        StringBuilder source = new StringBuilder();
        for (int k = 0; k < 8; k++) {
            String name = "g" + k;
            source.append(AsmKit.function(name, 16, 40).replace(".text", ".section .text." + name + ",\"ax\""));
        }
        kit = AsmKit.load(assembled.object("o6", source.toString()).folder());
        for (Defence defence : List.of(Defence.KARL, Defence.SECTIONS)) {
            Recipe recipe = AsmKit.recipe(defence == Defence.SECTIONS ? "unit=section" : "unit=object");
            Map<String, Long> nm =
                    AsmKit.relinked(kit, recipe, Leaks.exampleSeed(), folder.resolve("bsd." + defence.label()));
            Map<String, Long> told = leaks(defence, null).of("g0", Leak.READ).known().stream()
                    .filter(each -> each.name().startsWith("g") && each.object().equals("o6.o"))
                    .collect(Collectors.toMap(Knowledge.Known::name, Knowledge.Known::address));
            assertEquals(8, told.size());
            told.forEach((name, address) -> assertEquals(nm.get(name), address, defence + " " + name));
        }
    }

    @Test
    void theHeadDisclosesWhatItNames() throws Exception {
        List<String> found = exposure(Defence.KARL).headDiscloses().stream()
                .map(ExposureTest::words)
                .sorted()
                .toList();
        assertEquals(List.of(".data pointer f3_1 o3.o", ".text branch f1_0 o1.o", ".text branch f2_0 o2.o"), found);
        String objdump = Tools.run(
                folder, "objdump", "-r", assembled.folder().resolve("locore0.o").toString());
        for (String name : List.of("f1_0", "f2_0", "f3_1")) {
            assertTrue(objdump.contains(name), objdump);
        }
    }

    private static String words(Disclosure each) {
        return each.section() + " " + each.kind() + " " + each.target() + " " + each.targetObject();
    }

    /** What a pointer tells keeps its distance in all relinks, and what it does not tell keeps it in few. */
    @Test
    void aPointerTellsItsBlockAndNothingElse() throws Exception {
        List<Map<String, Long>> relinks = new ArrayList<>();
        for (int seed = 1; seed <= 6; seed++) {
            relinks.add(AsmKit.relinked(kit, AsmKit.recipe(), AsmKit.seed(seed), folder.resolve("bsd" + seed)));
        }
        Knowledge knowledge = leaks(Defence.KARL, null).of("f4_1", Leak.POINTER);
        Set<String> told = new HashSet<>();
        for (Knowledge.Known known : knowledge.known()) {
            if (known.because().equals("block")) {
                told.add(known.name());
                for (Map<String, Long> relink : relinks) {
                    assertEquals(known.distance(), relink.get(known.name()) - relink.get("f4_1"), known.name());
                }
            } else {
                assertEquals(
                        1,
                        relinks.stream()
                                .map(relink -> relink.get(known.name()))
                                .distinct()
                                .count());
            }
        }
        assertEquals(Set.of("f4_0", "f4_1", "f4_2", "f4_3", "entry4"), told);
        for (String other : List.of("d4", "c4", "f3_0", "d1", "tail_end")) {
            assertTrue(
                    relinks.stream()
                                    .map(relink -> relink.get(other) - relink.get("f4_1"))
                                    .distinct()
                                    .count()
                            > 1,
                    other);
        }
        for (Knowledge.Bounded bounded : knowledge.bounded()) {
            if (bounded.section().equals(".text") && bounded.object().startsWith("o")) {
                String first = "f" + bounded.object().charAt(1) + "_0";
                for (Map<String, Long> relink : relinks) {
                    assertTrue(bounded.low() <= relink.get(first) && relink.get(first) <= bounded.high(), first);
                }
            }
        }
    }

    @Test
    void otherLeaksAndDefences() throws Exception {
        Leaks karl = leaks(Defence.KARL, null);
        Knowledge read = karl.of("f4_1", Leak.READ);
        assertTrue(read.bounded().isEmpty());
        assertTrue(read.notes().stream().anyMatch(note -> note.contains("against leaked pointers")));
        assertTrue(leaks(Defence.SLIDE, null).of("f4_1", Leak.POINTER).bounded().isEmpty());
        assertTrue(leaks(Defence.NONE, null).of("f4_1", Leak.UNKNOWN).bounded().isEmpty());
        List<Knowledge.Candidate> candidates = karl.of("f4_1", Leak.UNKNOWN).candidates();
        assertTrue(candidates.stream().anyMatch(each -> each.name().equals("f4_1")));
        assertTrue(candidates.stream()
                .noneMatch(each -> each.name().equals("d4") || each.name().equals("entry1")));
        assertEquals(
                1,
                candidates.stream()
                        .mapToDouble(Knowledge.Candidate::probability)
                        .sum(),
                1e-9);
        Knowledge page = karl.of("f4_1", Leak.PAGE);
        Knowledge.Bounded own = page.bounded().stream()
                .filter(each -> each.object().equals("o4.o") && each.section().equals(".text"))
                .findFirst()
                .orElseThrow();
        assertTrue(own.high() - own.low() < 4096, own.toString());
        Knowledge content = karl.of("d4", Leak.PAGECONTENT);
        Set<String> named = content.known().stream()
                .filter(each -> each.because().equals("relocation"))
                .map(Knowledge.Known::object)
                .collect(Collectors.toSet());
        assertTrue(named.contains("o5.o"), "d4 points to f5_0: " + named);
        assertEquals(
                "no-such-symbol",
                assertThrows(EngineException.class, () -> karl.of("nobody", Leak.READ))
                        .code());
    }

    @Test
    void aKernelsOwnAddressesAreTold() throws Exception {
        Path kernel = folder.resolve("bsd");
        Map<String, Long> nm = AsmKit.relinked(kit, AsmKit.recipe(), AsmKit.seed(9), kernel);
        KernelAddresses addresses = new KernelAddresses(Layout.read(kernel, kit, null, Progress.NONE));
        Knowledge all = leaks(Defence.KARL, addresses).of("f2_1", Leak.READ);
        long checked = all.known().stream()
                .filter(each -> each.address() != null && nm.containsKey(each.name()))
                .peek(each -> assertEquals(nm.get(each.name()), each.address(), each.name()))
                .count();
        assertTrue(checked > 25, "addresses checked: " + checked);
    }
}
