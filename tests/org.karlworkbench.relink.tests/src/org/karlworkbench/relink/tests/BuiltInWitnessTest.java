package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;

/**
 * GNU ld and lld, told by a script to place every piece where the built-in linker placed it, write the same bytes. Strings
 * are not merged here, since each linker merges them in its own way.
 */
class BuiltInWitnessTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ld, object", "ld.lld, object", "ld, section", "ld.lld, section"})
    void bothLinkersWriteTheSameBytesAtThesePlaces(String linker, String unit) throws Exception {
        String name = unit.equals("section") ? "demo-amd64-sections" : "demo-amd64";
        LoadedKit kit = Unmerged.kit(Kits.copy(name, folder.resolve("kit")));
        Recipe recipe = Runs.recipe();
        recipe.setLinker("builtin");
        recipe.setUnit(unit);
        RelinkResult result =
                Relink.run(new RelinkRequest(kit, recipe, Runs.seed(17), folder.resolve("bsd")), Progress.NONE);
        Places places =
                Places.read(result.entryFile().resolveSibling(result.entry().getPlaces()));
        try (ElfFile ours = ElfFile.open(folder.resolve("bsd"))) {
            Path script = Files.writeString(folder.resolve("forced.ld"), script(ours, places, kit, linker));
            try (ElfFile theirs = ElfFile.open(link(linker, kit, result, script))) {
                for (String section : List.of(".text", ".rodata", ".data")) {
                    int one = ours.sections().find(section);
                    int other = theirs.sections().find(section);
                    assertEquals(ours.sections().address(one), theirs.sections().address(other), section);
                    assertArrayEquals(ours.content(one), theirs.content(other), section);
                }
            }
        }
    }

    /** Nothing is forced here: by the same rules, the same draw gives the same loaded bytes at the same addresses. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void lldLoadsTheSameKernelOfTheSameDraw(int seed) throws Exception {
        LoadedKit kit = Unmerged.kit(Kits.copy("demo-amd64", folder.resolve("kit")));
        Runs.relink(kit, "builtin", seed, folder.resolve("bsd"));
        Runs.relink(kit, "lld", seed, folder.resolve("lld"));
        try (ElfFile ours = ElfFile.open(folder.resolve("bsd"));
                ElfFile theirs = ElfFile.open(folder.resolve("lld"))) {
            assertEquals(segments(theirs), segments(ours));
            assertEquals(theirs.header().entry(), ours.header().entry());
            for (int i = 1; i < theirs.sections().count(); i++) {
                if (theirs.sections().isAllocated(i)) {
                    String name = theirs.sections().name(i);
                    assertEquals(name, ours.sections().name(i));
                    assertEquals(theirs.sections().address(i), ours.sections().address(i), name);
                    assertEquals(theirs.sections().flags(i), ours.sections().flags(i), name);
                    assertArrayEquals(theirs.content(i), ours.content(i), name);
                }
            }
        }
    }

    private static List<String> segments(ElfFile kernel) {
        Segments segments = kernel.segments();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < segments.count(); i++) {
            lines.add("%x %x %x %x %x %x %x %x"
                    .formatted(
                            segments.type(i),
                            segments.flags(i),
                            segments.offset(i),
                            segments.virtualAddress(i),
                            segments.physicalAddress(i),
                            segments.fileSize(i),
                            segments.memorySize(i),
                            segments.align(i)));
        }
        return lines;
    }

    private static String script(ElfFile kernel, Places places, LoadedKit kit, String linker) throws Exception {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        for (int row = 0; row < places.count(); row++) {
            String output = places.output(row);
            StringBuilder section = sections.computeIfAbsent(output, _ -> new StringBuilder());
            if (places.kind(row) == PlaceKind.COMMON) {
                continue; // the symbols get their addresses below
            }
            section.append(dot(linker, output, places.address(row) - address(kernel, output)));
            section.append("  */" + places.object(row) + "(" + places.section(row) + ")\n");
        }
        StringBuilder text = new StringBuilder("ENTRY(start)\nSECTIONS {\n");
        sections.forEach((name, content) -> text.append(" " + name + " 0x" + Long.toHexString(address(kernel, name))
                + " : {\n" + content + dot(linker, name, size(kernel, name)) + " }"
                + (name.equals(".text") ? " =0xcccccccc" : "") + "\n"));
        text.append(" /DISCARD/ : { *(.eh_frame) *(.comment) *(.note.*) }\n}\n");
        for (int i = 1; i < kernel.symbols().count(); i++) {
            String name = kernel.symbols().name(i);
            boolean global = kernel.symbols().binding(i) != Elf.STB_LOCAL;
            if (global && !name.equals(GapObject.ENDBOOT) && !isDefined(kit, name)) {
                text.append(name + " = 0x" + Long.toHexString(kernel.symbols().value(i)) + ";\n");
            }
        }
        return text.toString();
    }

    /** A number is an address to lld and a distance to GNU ld. */
    private static String dot(String linker, String section, long distance) {
        return "  . = " + (linker.equals("ld") ? "" : "ADDR(" + section + ") + ") + distance + ";\n";
    }

    private static long size(ElfFile kernel, String section) {
        return kernel.sections().size(kernel.sections().find(section));
    }

    private static long address(ElfFile kernel, String section) {
        return kernel.sections().address(kernel.sections().find(section));
    }

    private static boolean isDefined(LoadedKit kit, String name) {
        for (ObjectFile object : kit.objects()) {
            int found = object.symbols().find(name);
            if (found > 0 && object.symbols().isInSection(found)) {
                return true;
            }
        }
        return false;
    }

    private Path link(String linker, LoadedKit kit, RelinkResult result, Path script) throws Exception {
        Path gap = kit.folder().resolve("gap.o");
        byte[] bytes =
                GapObject.bytes(kit.objects().getFirst().header(), 4096, 0xcccccccc, LedgerFiles.gaps(result.entry()));
        Files.write(gap, bytes);
        Path kernel = folder.resolve("theirs");
        List<String> command = new ArrayList<>(List.of(linker, "-T", script.toString(), "-o", kernel.toString()));
        List<String> order = new ArrayList<>(result.entry().getHead());
        order.addAll(result.entry().getOrder());
        order.addAll(result.entry().getTail());
        order.forEach(name -> command.add(kit.folder().resolve(name).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), words);
        return kernel;
    }
}
