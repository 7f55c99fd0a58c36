package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Translated;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;

/** Words of a kit's script that a linker here would not understand. */
class ScriptWordsTest {
    private static final String SCRIPT = """
        ENTRY(start)
        PHDRS
        {
            text PT_LOAD FILEHDR PHDRS FLAGS(5);
            data PT_LOAD FLAGS(6);
            openbsd_randomize PT_OPENBSD_RANDOMIZE FLAGS(4);
        }
        SECTIONS
        {
            . = 0xffffffff81000000 + SIZEOF_HEADERS;
            .text : { locore0.o(.text) gap.o(.text) *(.text .text.*) } :text =0xcccccccc
            .rodata : { *(.rodata .rodata.*) } :text
            .openbsd.randomdata : ALIGN(0x1000) { *(.openbsd.randomdata) } :data :openbsd_randomize
            .data : { *(.data .data.*) } :data
            .bss : { *(.bss .bss.*) *(COMMON) } :data
            end = .;
        }
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void aSyntaxErrorIsToldByTheKitsOwnNameAndLine(String linker) throws Exception {
        String broken = SCRIPT.replace("    end = .;", "    end = = .;");
        TinyKit tiny = new TinyKit(folder.resolve("kit")).script(broken).function("a.o", "a", 1, 20);
        LoadedKit kit = tiny.load();
        List<String> said = new ArrayList<>();
        RelinkRequest request = new RelinkRequest(
                kit, Runs.recipe(), Runs.seed(1), folder.resolve("bsd"), null, Runs.tool(kit, linker), null);
        EngineException e = assertThrows(EngineException.class, () -> Relink.run(request, new Listener(said, 600_000)));
        long line = broken.lines().takeWhile(each -> !each.contains("end = =")).count() + 1;
        for (String told : List.of(e.line(), String.join(" ", said))) {
            assertTrue(told.contains("ld.script:" + line + ":"), told);
            assertFalse(told.contains(".karl-") || told.contains("/ld.script"), told);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void openBsdSegmentsAndTheGapByName(String linker) throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit")).script(SCRIPT).function("a.o", "a", 1, 20);
        var cookies = TinyKit.writer();
        cookies.section(".openbsd.randomdata", Elf.SHT_PROGBITS, TinyKit.DATA, 8, TinyKit.bytes(8, 0x77));
        tiny.object("cookies.o", cookies);
        Files.writeString(tiny.folder().resolve(Places.GAP), "an old gap that nobody may take");
        Path kernel = folder.resolve("bsd");
        RelinkResult result = Runs.relink(tiny.load(), linker, 5, kernel);
        assertTrue(result.account().isExplained());
        assertTrue(result.translated().contains(new Translated("PT_OPENBSD_RANDOMIZE", "0x65a3dbe6")));
        assertTrue(result.translated().stream().anyMatch(each -> each.from().equals(Places.GAP)));
        assertTrue(result.entry().getFlags().contains("ld.script"));
        try (ElfFile file = ElfFile.open(kernel)) {
            int randomize = 0;
            for (int i = 0; i < file.segments().count(); i++) {
                randomize += file.segments().type(i) == Elf.PT_OPENBSD_RANDOMIZE ? 1 : 0;
            }
            assertEquals(1, randomize);
        }
        assertEquals(
                "an old gap that nobody may take",
                Files.readString(tiny.folder().resolve(Places.GAP)));
    }
}
