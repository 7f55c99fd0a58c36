package org.karlworkbench.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.karlworkbench.code.FlowSet;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.gadgets.Both;
import org.karlworkbench.compare.gadgets.GadgetChange;
import org.karlworkbench.compare.gadgets.GadgetClass;
import org.karlworkbench.compare.gadgets.GadgetComparison;
import org.karlworkbench.compare.gadgets.GadgetFigures;
import org.karlworkbench.compare.gadgets.GadgetSearch;
import org.karlworkbench.compare.gadgets.GadgetSection;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.compare.gadgets.Region;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;
import org.karlworkbench.layout.tests.support.Tools;
import org.karlworkbench.relink.tests.Chance;

/** Gadgets of random kits beside plain trying, and beside what objdump, readelf and ROPgadget say. */
class GadgetsTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);

    @TempDir
    Path folder;

    private static GadgetFigures gadgets(Layout a, Layout b, LoadedKit kit) throws EngineException {
        Comparison comparison = Comparison.of(a, b, kit, null, Progress.NONE);
        return (GadgetFigures) GadgetComparison.of(comparison, kit, null, Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = RandomKit.Machine.class, mode = Mode.EXCLUDE, names = "POWERPC64")
    void figuresAreThoseOfPlainTrying(RandomKit.Machine machine) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Chance.seed();
            RandomKit kit = new RandomKit(folder.resolve("kit" + round), machine, seed);
            Layout a = kit.relink("a", seed, true);
            Layout b = kit.relink("b", seed + 1, true);
            String what = machine + ", seed " + seed;
            GadgetFigures figures = gadgets(a, b, kit.kit);
            PlainGadgets plainA = new PlainGadgets(a);
            PlainGadgets plainB = new PlainGadgets(b);
            assertEquals(new Both(plainA.byAddress.size(), plainB.byAddress.size()), figures.candidates(), what);
            assertTrue(figures.candidates().a() > 200, what);
            sameContent(figures, plainA.copies(), plainB.copies(), what);
            long survivors = plainA.byAddress.entrySet().stream()
                    .filter(each -> each.getValue().equals(plainB.byAddress.get(each.getKey())))
                    .count();
            assertEquals(survivors, figures.survivors(), what);
            byPlace(figures, a, b, plainA, plainB, what);
            relocated(figures, machine, kit.kit, a, plainA, what);
            chance(figures, a, b, plainA, plainB, what);
            long regions = figures.byRegion().values().stream()
                    .mapToLong(each -> each.candidates().a())
                    .sum();
            assertEquals(figures.candidates().a(), regions, what);
            if (machine.isX86()) { // the pad of these kits is that of x86
                assertEquals(0, figures.byRegion().get(Region.GAP).candidates().a(), what);
            }
        }
    }

    private static void sameContent(
            GadgetFigures figures, Map<String, Integer> copiesA, Map<String, Integer> copiesB, String what) {
        long common = copiesA.entrySet().stream()
                .mapToLong(each -> Math.min(each.getValue(), copiesB.getOrDefault(each.getKey(), 0)))
                .sum();
        long most = Math.max(figures.candidates().a(), figures.candidates().b());
        assertEquals(common / (double) most, figures.contentInCommon(), 1e-12, what);
        assertEquals(copiesA.size(), figures.classes().size(), what);
        int before = Integer.MAX_VALUE;
        for (GadgetClass each : figures.classes()) {
            String bytes = HexFormat.of().formatHex(each.bytes());
            assertEquals(copiesA.get(bytes), each.copies(), what);
            assertEquals(copiesB.getOrDefault(bytes, 0), each.copiesB(), what);
            assertTrue(each.copies() <= before, what);
            before = each.copies();
        }
    }

    /** What each function has where, by names, which are there once. */
    private void byPlace(
            GadgetFigures figures, Layout a, Layout b, PlainGadgets plainA, PlainGadgets plainB, String what)
            throws Exception {
        Map<String, String> inA = places(a, plainA);
        Map<String, String> inB = places(b, plainB);
        assertEquals(
                inA.keySet().stream().filter(key -> !inB.containsKey(key)).count(),
                figures.lost().getAsLong(),
                what);
        assertEquals(
                inB.keySet().stream().filter(key -> !inA.containsKey(key)).count(),
                figures.born().getAsLong(),
                what);
        long changed = inA.entrySet().stream()
                .filter(each -> inB.containsKey(each.getKey())
                        && !inB.get(each.getKey()).equals(each.getValue()))
                .count();
        assertEquals(changed, figures.changed().getAsLong(), what);
        assertEquals(
                plainA.byAddress.size() - inA.size(), figures.outsideFunctions().getAsLong(), what);
        for (GadgetChange change : figures.changes()) {
            Map<String, String> from = change.born() ? inB : inA;
            String key = change.function() + "+" + change.offset();
            assertEquals(from.get(key), HexFormat.of().formatHex(change.bytes()), what);
            boolean told = change.cause() == GadgetChange.Cause.RELOCATION
                    ? change.target().matches("f\\d+_\\d")
                    : change.cause() == GadgetChange.Cause.NEIGHBOUR;
            assertTrue(told, what + ": " + key + " " + change.cause() + " " + change.target());
        }
    }

    private Map<String, String> places(Layout layout, PlainGadgets plain) throws Exception {
        Map<String, String> places = new HashMap<>();
        for (String line : Tools.run(folder, "readelf", "-sW", layout.kernel().toString())
                .lines()
                .toList()) {
            String[] words = line.trim().split("\\s+");
            if (words.length == 8 && words[3].equals("FUNC")) {
                long address = Long.parseUnsignedLong(words[1], 16);
                for (int at = 0; at < Integer.parseInt(words[2]); at++) {
                    String bytes = plain.byAddress.get(address + at);
                    if (bytes != null) {
                        places.put(words[7] + "+" + at, bytes);
                    }
                }
            }
        }
        return places;
    }

    /** Where readelf shows relocations: on these machines all fields have four bytes, or two times four. */
    private void relocated(
            GadgetFigures figures, RandomKit.Machine machine, LoadedKit kit, Layout a, PlainGadgets plain, String what)
            throws Exception {
        Pattern line = Pattern.compile("([0-9a-f]{8,16})\\s+[0-9a-f]{8,16}\\s+(R_\\S+).*");
        BitSet written = new BitSet();
        long base = a.sectionTable().address(a.sectionTable().find(".text"));
        Places places = a.places();
        for (int place = 0; place < places.count(); place++) {
            ObjectFile object = kit.object(places.object(place));
            if (object == null || !places.section(place).equals(".text")) {
                continue;
            }
            boolean text = false;
            for (String each : Tools.run(
                            folder,
                            machine.tools + "-readelf",
                            "-rW",
                            object.path().toString())
                    .lines()
                    .toList()) {
                text = each.startsWith("Relocation section")
                        ? each.contains("'.rel.text'") || each.contains("'.rela.text'")
                        : text;
                Matcher matcher = line.matcher(each);
                if (text && matcher.matches() && !matcher.group(2).equals("R_RISCV_RELAX")) {
                    int at = (int) (places.address(place) + Long.parseLong(matcher.group(1), 16) - base);
                    written.set(at, at + width(matcher.group(2)));
                }
            }
        }
        long over = plain.byAddress.entrySet().stream()
                .filter(each -> {
                    int at = (int) (each.getKey() - base);
                    int next = written.nextSetBit(at);
                    return next >= 0 && next < at + each.getValue().length() / 2;
                })
                .count();
        assertEquals(over, figures.overRelocated().orElseThrow().a(), what);
        assertTrue(over > 0, what);
    }

    private static int width(String type) {
        return switch (type) {
            case "R_RISCV_RVC_BRANCH", "R_RISCV_RVC_JUMP" -> 2;
            case "R_RISCV_CALL", "R_RISCV_CALL_PLT" -> 8;
            default -> 4;
        };
    }

    /** The closed form, over all pairs of gadgets that could meet: each meets in one of as many places as there are steps. */
    private static void chance(
            GadgetFigures figures, Layout a, Layout b, PlainGadgets plainA, PlainGadgets plainB, String what)
            throws Exception {
        Pairs symbols = Comparison.of(a, b, null, null, Progress.NONE).symbols();
        long steps = 4096;
        for (int pair = 0; pair < symbols.count(); pair++) {
            boolean function = symbols.rowA(pair) >= 0 && symbols.name(pair).matches("f\\d+_\\d");
            while (function && symbols.distance(pair) % steps != 0) {
                steps /= 2;
            }
        }
        long gap = a.symbols().stream()
                .filter(row -> a.symbols().name(row).equals("endboot"))
                .mapToLong(row -> a.symbols().address(row))
                .findFirst()
                .orElseThrow();
        Map<String, Integer> inA = meetings(plainA, gap, steps);
        Map<String, Integer> inB = meetings(plainB, gap, steps);
        double pairs = inA.entrySet().stream()
                .mapToDouble(each -> each.getValue() * (double) inB.getOrDefault(each.getKey(), 0))
                .sum();
        int text = a.sectionTable().find(".text");
        long bytes = Math.max(
                a.sectionTable().size(text),
                b.sectionTable().size(b.sectionTable().find(".text")));
        double expected = pairs * steps / bytes;
        assertEquals(
                expected,
                figures.byRegion().get(Region.BODY).survivorsByChance().getAsDouble(),
                1e-9 * (1 + expected),
                what);
    }

    /** How many of the body have the same bytes at the same distance from the steps. */
    private static Map<String, Integer> meetings(PlainGadgets plain, long gap, long steps) {
        Map<String, Integer> counts = new HashMap<>();
        plain.byAddress.forEach((address, bytes) -> {
            if (address >= gap) {
                counts.merge(bytes + " at " + Math.floorMod(address, steps), 1, Integer::sum);
            }
        });
        return counts;
    }

    /** Over many relinks the mean of the survivors is what the closed form says. */
    @Test
    void chanceIsTheMeanOfManyRelinks() throws Exception {
        RandomKit kit = new RandomKit(folder.resolve("kit"), RandomKit.Machine.AMD64, 7);
        Layout first = kit.relink("first", 1, true);
        int relinks = 30;
        double survivors = 0;
        double expected = 0;
        double variance = 0;
        for (int i = 0; i < relinks; i++) {
            GadgetFigures figures = gadgets(first, kit.relink("next", 100 + i, true), kit.kit);
            survivors += figures.survivors();
            expected += figures.survivorsByChance().getAsDouble();
            variance += Math.pow(figures.survivorsDeviation().getAsDouble(), 2);
        }
        assertEquals(expected, survivors, 5 * Math.sqrt(variance));
    }

    @Test
    void instructionsOfTheCompilerBeginWhereObjdumpSays() throws Exception {
        LoadedKit kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), "-O2");
        Layout a = smallKernel(kit, "a", 1);
        Set<Long> witness = Tools.run(
                        folder, "objdump", "-d", "-w", "-z", a.kernel().toString())
                .lines()
                .filter(line -> line.matches("\\s*[0-9a-f]+:\\t.*"))
                .map(line -> Long.parseUnsignedLong(line.trim().split(":")[0], 16))
                .collect(Collectors.toSet());
        for (GadgetSection section : sections(a)) {
            for (int at = 0; at < section.bytes().length; at++) {
                assertEquals(
                        witness.contains(section.address() + at),
                        section.boundaries().get(at),
                        Long.toHexString(section.address() + at));
            }
        }
    }

    private Layout smallKernel(LoadedKit kit, String name, long seed) throws Exception {
        ObjectFile gap = TestKit.gap(folder.resolve("gap.o"), kit, 4096, 0x40, 0x30, 0x20, 0x10);
        TestLink link = TestLink.link(kit, gap, folder.resolve(name), "ld", seed);
        return Layout.read(link.kernel(), kit, link.places(), Progress.NONE);
    }

    private static List<GadgetSection> sections(Layout layout) throws EngineException {
        return GadgetSearch.of(
                layout, FlowSet.of(layout.kernel().toString(), layout.header()).orElseThrow(), Progress.NONE);
    }

    @Test
    void otherMachinesHaveNoNumbers() throws Exception {
        LoadedKit kit = TestKit.ofAssembly(
                folder.resolve("kit"),
                "powerpc64-linux-gnu",
                "0x100000",
                Map.of("locore0.o", ".text\n.globl start\nstart: blr\n", "body.o", ".text\n.globl f\nf: blr\n"));
        Path linked = folder.resolve("linked");
        Tools.run(
                folder,
                "powerpc64-linux-gnu-ld",
                "-e",
                "f",
                "-o",
                linked.toString(),
                kit.object("body.o").path().toString());
        Layout one = Layout.read(linked, null, null, Progress.NONE);
        Comparison comparison = Comparison.of(one, one, null, null, Progress.NONE);
        Gadgets gadgets = GadgetComparison.of(comparison, null, null, Progress.NONE);
        assertTrue(((Gadgets.Unknown) gadgets).reason().contains("riscv64"));
    }

    @Test
    void theSameKernelTwiceAndAStrippedOne() throws Exception {
        LoadedKit kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), "-O2");
        Layout a = smallKernel(kit, "a", 1);
        GadgetFigures same = gadgets(a, a, kit);
        assertEquals(same.candidates().a(), same.survivors());
        assertEquals(1, same.contentInCommon());
        assertEquals(
                0,
                same.born().getAsLong()
                        + same.lost().getAsLong()
                        + same.changed().getAsLong());
        assertTrue(same.survivorsByChance().isEmpty(), "nothing moved, so that chance means nothing");
        Path stripped = folder.resolve("stripped");
        Tools.run(folder, "strip", "-o", stripped.toString(), a.kernel().toString());
        Layout bare = Layout.read(stripped, null, null, Progress.NONE);
        GadgetFigures figures = gadgets(bare, bare, null);
        assertEquals(same.candidates(), figures.candidates());
        assertTrue(figures.intended().isEmpty()
                && figures.born().isEmpty()
                && figures.overRelocated().isEmpty());
        assertTrue(figures.byRegion().isEmpty());
    }

    /** What the head has behind the body moves with it, so that chance does not keep it. */
    @Test
    void chanceKeepsOfTheHeadOnlyWhatIsBeforeTheGap() throws Exception {
        LoadedKit kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), "-O2");
        TestKit.compile(
                kit.folder(),
                "locore0.S",
                ".globl start\n.text\nstart: call main\nret\n.section .late,\"ax\"\n.skip 500, 0xc3\n",
                64);
        kit = TestKit.read(kit.folder());
        GadgetFigures figures = gadgets(smallKernel(kit, "a", 1), smallKernel(kit, "b", 2), kit);
        assertTrue(figures.byRegion().get(Region.HEAD).candidates().a() >= 500);
        assertEquals(
                1,
                figures.byRegion().get(Region.HEAD).survivorsByChance().getAsDouble(),
                "the return behind the call, for the call is relocated");
    }

    @Test
    void theSearchCanBeCancelled() throws Exception {
        LoadedKit kit = TestKit.ofSources(folder.resolve("kit"), 64, Sources.small(), "-O2");
        Layout a = smallKernel(kit, "a", 1);
        Comparison comparison = Comparison.of(a, a, kit, null, Progress.NONE);
        Progress cancelled = Progress.silent(() -> true);
        assertThrows(CancellationException.class, () -> GadgetComparison.of(comparison, kit, null, cancelled));
    }
}
