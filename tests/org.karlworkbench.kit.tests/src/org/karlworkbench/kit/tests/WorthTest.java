package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.kit.worth.LooseCode;

/** What is worth knowing about kits with which nothing is wrong, and what is not said of kits that have no reason for it. */
class WorthTest {
    private static final long CODE = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;

    @TempDir
    Path temp;

    private TestKit kit;

    @BeforeEach
    void makeKit() throws Exception {
        kit = TestKit.whole(temp.resolve("GENERIC"));
    }

    @Test
    void aPlainKitHasLittleToSay() throws Exception {
        LoadedKit loaded = kit.load();
        assertEquals(List.of("escapes-shuffle"), codes(loaded), "swapgeneric.o has a function");
        assertTrue(loaded.findings().isEmpty(), "and nothing is wrong");
        Finding tail = find(loaded, "escapes-shuffle");
        assertEquals("swapgeneric.o", tail.getObject());
        assertTrue(tail.getMessage().contains("1 function,"), tail.getMessage());
        assertFalse(tail.getWhy().isBlank());
        assertFalse(tail.getAdvice().isBlank());
    }

    @Test
    void aKernelThatKeepsItsOrderIsSaidFirstOfAll() throws Exception {
        Path makefile = kit.folder().resolve("Makefile");
        Files.writeString(makefile, Files.readString(makefile).replace("-DDIAGNOSTIC", "-DSMALL_KERNEL"));
        LoadedKit loaded = kit.load();
        assertEquals(List.of("order-kept"), codes(loaded), "and nothing escapes a shuffle that is none");
        Finding kept = find(loaded, "order-kept");
        assertEquals(Severity.WARNING, kept.getSeverity());
        assertEquals(makefile.toString(), kept.getFile());
    }

    @Test
    void commonSymbolsAreCountedOnceForEachName() throws Exception {
        for (String object : List.of("a.o", "b.o")) {
            ElfWriter writer = writer();
            writer.symbol("shared", 8, object.equals("b.o") ? 64 : 32, Elf.STB_GLOBAL, Elf.STT_OBJECT, Symbols.COMMON);
            writer.symbol("own_" + object, 8, 16, Elf.STB_GLOBAL, Elf.STT_OBJECT, Symbols.COMMON);
            kit.object(object, writer);
        }
        Finding common = find(kit.load(), "common-symbol");
        assertEquals("b.o", common.getObject());
        assertTrue(common.getMessage().startsWith("3 COMMON symbols, 96 bytes"), common.getMessage());
        assertTrue(common.getMessage().contains("shared of this object, with 64 bytes"), common.getMessage());
    }

    @Test
    void anObjectWithManyTimesTheAverageIsHuge() throws Exception {
        kit.object("c.o", functions(200, false));
        Finding huge = find(kit.load(), "huge-object");
        assertEquals("c.o", huge.getObject());
        assertTrue(huge.getMessage().contains("200 functions, 94 %"), huge.getMessage()); // 12 others have one each
        for (String other : TestKit.BODY) {
            kit.object(other, functions(200, false));
        }
        assertFalse(codes(kit.load()).contains("huge-object"), "where all are large none is larger");
    }

    @Test
    void localNamesOfSeveralObjectsAreCounted() throws Exception {
        for (String object : List.of("a.o", "b.o", "c.o")) {
            ElfWriter writer = writer();
            int text = writer.section(".text", Elf.SHT_PROGBITS, CODE, 16, new byte[32]);
            writer.symbol("attach", 0, 16, Elf.STB_LOCAL, Elf.STT_FUNC, text);
            writer.symbol("only_" + object, 16, 8, Elf.STB_LOCAL, Elf.STT_FUNC, text);
            if (!object.equals("a.o")) {
                writer.symbol("detach", 24, 8, Elf.STB_LOCAL, Elf.STT_FUNC, text);
            }
            kit.object(object, writer);
        }
        Finding names = find(kit.load(), "same-local-name");
        assertEquals("a.o", names.getObject());
        assertTrue(names.getMessage().startsWith("2 names of local functions"), names.getMessage());
        assertTrue(names.getMessage().contains("attach in 3"), names.getMessage());
        assertEquals("same-local-name", codes(kit.load()).getLast(), "what only hampers people comes last");
    }

    @Test
    void aFlagThatALinkerDoesNotGetIsToldWithItsLine() throws Exception {
        kit.makefile("-T ld.script -X --no-mmap-output-file -nopie");
        Finding dropped = find(kit.load(), "dropped-flag");
        assertEquals("--no-mmap-output-file", dropped.getObject());
        assertTrue(dropped.getMessage().endsWith("is not given to ld."), dropped.getMessage());
        assertEquals(kit.folder().resolve("Makefile").toString(), dropped.getFile());
        int line = Integer.parseInt(dropped.getPlace().substring("line ".length()));
        assertTrue(
                Files.readAllLines(kit.folder().resolve("Makefile"))
                        .get(line - 1)
                        .startsWith("LINKFLAGS="),
                dropped.getPlace());
    }

    @Test
    void codeThatWaitsForALinkerIsAWarning() throws Exception {
        for (String object : new String[] {
            "locore0.o",
            "a.o",
            "b.o",
            "c.o",
            "d.o",
            "e.o",
            "f.o",
            "g.o",
            "h.o",
            "i.o",
            "j.o",
            "param.o",
            "ioconf.o",
            "vers.o",
            "swapgeneric.o"
        }) {
            kit.object(object, Elf.EM_RISCV, true, ByteOrder.LITTLE_ENDIAN);
        }
        assertFalse(codes(kit.load()).contains("relaxed-code"));
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_RISCV, 0);
        int text = writer.section(".text", Elf.SHT_PROGBITS, CODE, 4, new byte[8]);
        int symbol = writer.symbol("f", 0, 8, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        writer.relocation(text, 0, symbol, 51, 0);
        kit.object("e.o", writer);
        Finding relaxed = find(kit.load(), "relaxed-code");
        assertEquals(Severity.WARNING, relaxed.getSeverity());
        assertEquals("e.o", relaxed.getObject());
        assertTrue(relaxed.getMessage().startsWith("1 object waits"), relaxed.getMessage());
    }

    @Test
    void sectionsAreOfferedWhereTheyGainSomethingAndDoubtedWhereNot() throws Exception {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setName("Fine");
        assertTrue(LooseCode.of(kit.load().kit(), recipe).isEmpty(), "whole objects are no matter of doubt");
        recipe.setUnit("section");
        kit.object("c.o", functions(40, false));
        kit.object("d.o", functions(40, false));
        LinkKit coarse = kit.load().kit();
        Finding low = LooseCode.of(coarse, recipe).getFirst();
        assertEquals("low-gain", low.getCode());
        assertEquals("Fine", low.getObject());
        assertTrue(low.getMessage().contains("only 0 of 2 objects"), low.getMessage());
        kit.object("c.o", functions(40, true));
        kit.object("d.o", functions(40, true));
        LoadedKit fine = kit.load();
        assertTrue(find(fine, "loose-sections").getMessage().contains("of 2 of the body's 13 objects"));
        assertTrue(LooseCode.of(fine.kit(), recipe).isEmpty());
    }

    /** An object with functions, all in one section or each in its own. */
    private static ElfWriter functions(int count, boolean loose) {
        ElfWriter writer = writer();
        int text = loose ? 0 : writer.section(".text", Elf.SHT_PROGBITS, CODE, 16, new byte[16 * count]);
        for (int i = 0; i < count; i++) {
            int section = loose ? writer.section(".text.f" + i, Elf.SHT_PROGBITS, CODE, 16, new byte[16]) : text;
            writer.symbol("f" + i, loose ? 0 : 16 * i, 16, Elf.STB_GLOBAL, Elf.STT_FUNC, section);
        }
        return writer;
    }

    private static ElfWriter writer() {
        return new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
    }

    private static List<String> codes(LoadedKit loaded) throws Exception {
        return loaded.kit().getFindings().stream().map(Finding::getCode).toList();
    }

    private static Finding find(LoadedKit loaded, String code) throws Exception {
        return loaded.kit().getFindings().stream()
                .filter(finding -> finding.getCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code));
    }
}
