package org.karlworkbench.compare.tests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.compare.lab.LabRequest;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.compare.lab.Laboratory;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.tests.support.Tools;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.relink.Preview;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;

/** A small amd64 kit without a Makefile, assembled by the test. */
final class AsmKit {
    static final String SCRIPT = """
        ENTRY(start)
        PHDRS { text PT_LOAD FLAGS(5); rodata PT_LOAD FLAGS(4); data PT_LOAD FLAGS(6); }
        SECTIONS
        {
            base = 0xffffffff81000000;
            . = 0xffffffff81000000;
            .text : { locore0.o(.text) *(.text .text.*) } :text =0xcccccccc
            etext = .;
            .rodata : ALIGN(0x1000) { *(.rodata .rodata.*) } :rodata
            .data : ALIGN(0x1000) { *(.data .data.*) } :data
            .bss : { *(.bss .bss.*) *(COMMON) } :data
            _end = .;
        }
        """;

    private final Path folder;
    private LoadedKit loaded;

    AsmKit(Path folder, String script) throws Exception {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("ld.script"), script);
        object(
                "swapgeneric",
                ".text\n.balign 16\n.globl tail_end\n.type tail_end,@function\ntail_end: ret\n"
                        + ".size tail_end, . - tail_end\n");
    }

    /** Assembles an object. */
    AsmKit object(String name, String source) throws Exception {
        Path text = Files.writeString(folder.resolveSibling(folder.getFileName() + "." + name + ".s"), source);
        Tools.run(
                folder,
                "as",
                "--64",
                "-mx86-used-note=no",
                text.toString(),
                "-o",
                folder.resolve(name + ".o").toString());
        return this;
    }

    /** The object that stays first. */
    AsmKit head(String more) throws Exception {
        return object(
                "locore0", ".text\n.globl start\n.type start,@function\nstart: hlt\n.size start, . - start\n" + more);
    }

    /** A function of some bytes. */
    static String function(String name, int align, int bytes) {
        return ".text\n.balign %d\n.globl \"%s\"\n.type \"%s\",@function\n\"%s\": .fill %d,1,0x90\n.size \"%s\", . - \"%s\"\n"
                .formatted(align, name, name, name, bytes, name, name);
    }

    Path folder() {
        return folder;
    }

    LoadedKit load() throws EngineException {
        if (loaded == null) {
            loaded = load(folder);
        }
        return loaded;
    }

    static LoadedKit load(Path folder) throws EngineException {
        return LoadedKit.read(KitSource.open(folder, null, Progress.NONE), Progress.NONE);
    }

    static Seed seed(int number) {
        return Seed.parse(String.format("%064x", number));
    }

    /** A recipe of the built-in linker; words are NAME=VALUE, gaps with their names alone. */
    static Recipe recipe(String... words) {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setLinker("builtin");
        for (String word : words) {
            RecipeSettings.set(recipe, word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return recipe;
    }

    static LabRequest request(LoadedKit kit, Recipe recipe, int seed, int count) throws EngineException {
        BuiltInLinker linker = Preview.linker(kit, recipe, Progress.NONE);
        return new LabRequest(linker, kit, recipe, seed(seed), count, 1);
    }

    static LabResult lab(LoadedKit kit, Recipe recipe, int seed, int count) throws EngineException {
        return Laboratory.run(request(kit, recipe, seed, count), Progress.NONE);
    }

    /** A relink with the built-in linker, and where nm has the symbols of its kernel. */
    static Map<String, Long> relinked(LoadedKit kit, Recipe recipe, Seed seed, Path kernel) throws Exception {
        Relink.run(
                new RelinkRequest(
                        kit,
                        recipe,
                        seed,
                        kernel,
                        null,
                        LinkerTools.find(kit.architecture(), "builtin").orElseThrow(),
                        null),
                Progress.NONE);
        return nm(kernel);
    }

    /** The addresses of names that a kernel has once. */
    static Map<String, Long> nm(Path kernel) throws IOException, InterruptedException {
        Map<String, Long> addresses = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String line :
                Tools.run(kernel.getParent(), "nm", kernel.toString()).split("\n")) {
            String[] words = line.split(" ", 3);
            if (words.length == 3 && addresses.put(words[2], Long.parseUnsignedLong(words[0], 16)) != null) {
                twice.add(words[2]);
            }
        }
        addresses.keySet().removeAll(twice);
        return addresses;
    }

    static LabResult.SymbolFigures symbol(LabResult result, String name) {
        return result.symbols().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    static LabResult.Residue residue(LabResult result, String name) {
        return result.residue().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is no residue of "
                        + Arrays.toString(result.residue().toArray())));
    }
}
