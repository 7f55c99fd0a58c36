package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeFlags;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.Settings;
import org.karlworkbench.linker.Template;
import org.karlworkbench.linker.script.ScriptParser;

/** The built-in linker writes a kernel's parts while it makes others: the file is the kernel all the same. */
class BuiltInFileTest {
    @TempDir
    private Path folder;

    /** Links draws of a kit. */
    private record Linked(LoadedKit kit, Draws draws, BuiltInLinker linker) {
        static Linked of(LoadedKit kit, String... more) throws Exception {
            Recipe recipe = KitFactory.eINSTANCE.createRecipe();
            String script = Files.readString(kit.folder().resolve(kit.script()));
            List<String> flags = new ArrayList<>(
                    RecipeFlags.translate(kit, recipe, "lld", word -> word).args());
            flags.addAll(List.of(more));
            Settings settings = Settings.of(flags);
            Template template = Template.of(kit, ScriptParser.parse(kit.script(), script), settings, Progress.NONE);
            return new Linked(kit, Draws.of(kit, recipe), new BuiltInLinker(template));
        }

        byte[] inMemory(Draw draw) throws EngineException {
            return linker.link(
                            kit.linkOrder(draw.order()),
                            draw.sections(),
                            draw.gaps(),
                            kit.plan().page(),
                            (int) kit.plan().pad())
                    .bytes();
        }

        byte[] to(Path file, Draw draw, boolean alone) throws EngineException {
            return linker.linkTo(
                            file,
                            kit.linkOrder(draw.order()),
                            draw.sections(),
                            draw.gaps(),
                            kit.plan().page(),
                            (int) kit.plan().pad(),
                            alone)
                    .bytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-amd64", "demo-arm64", "demo-i386", "demo-octeon", "libc-amd64", "libc-i386"})
    void theFileIsTheKernel(String name) throws Exception {
        compare(Linked.of(Kits.loaded(name)));
    }

    private void compare(Linked linked) throws Exception {
        Path file = folder.resolve("bsd");
        Files.write(file, new byte[32 << 20]); // what was there before is longer, and gone
        for (boolean alone : new boolean[] {true, false}) {
            Seed seed = Seed.random();
            Draw draw = linked.draws().draw(seed);
            byte[] kernel = linked.inMemory(draw);
            assertArrayEquals(kernel, linked.to(file, draw, alone), seed.hex() + ", alone: " + alone);
            assertArrayEquals(kernel, Files.readAllBytes(file), seed.hex() + ", alone: " + alone);
        }
    }

    /** More symbols than one thread writes at a time, numbers of the script's, and no symbols at all. */
    @Test
    void manySymbolsAndTheScriptsNumbers() throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit"));
        tiny.script("""
                ENTRY(start)
                SECTIONS {
                    . = 0xffffffff81000000;
                    .text : { locore0.o(.text) LONG(0x12345678) *(.text) BYTE(7) } =0xcccccccc
                    .data : { *(.data) QUAD(.) SHORT(1) *(.rodata) }
                    .bss : { *(.bss) }
                }
                """);
        for (int object = 0; object < 20; object++) {
            ElfWriter writer = TinyKit.writer();
            int text = writer.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, new byte[4096]);
            for (int i = 0; i < 2000; i++) {
                writer.symbol("f" + object + "_" + i, i, 1, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
            }
            tiny.object("o" + object + ".o", writer);
        }
        LoadedKit kit = tiny.load();
        compare(Linked.of(kit));
        compare(Linked.of(kit, "-s"));
    }

    @Test
    void aFullDiskIsSaid() throws Exception {
        Linked linked = Linked.of(Kits.loaded("demo-amd64"));
        Draw draw = linked.draws().draw(Seed.random());
        Path full = Path.of("/dev/full");
        for (boolean alone : new boolean[] {true, false}) {
            EngineException e = assertThrows(EngineException.class, () -> linked.to(full, draw, alone));
            assertTrue(e.getMessage().contains("no space left"), e.toString());
            assertEquals(full.toString(), e.file());
        }
    }
}
