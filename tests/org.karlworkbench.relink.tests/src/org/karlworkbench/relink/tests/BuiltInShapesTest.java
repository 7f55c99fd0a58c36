package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.RelinkResult;

/**
 * Random small kits under scripts of the shapes that kernels have: several text sections in one object, page-aligned
 * sections, sorted ones, fixed addresses, orphans, symbols that only the script itself asks for. For each draw the built-in linker and lld load the same.
 */
class BuiltInShapesTest {
    private static final long PAGE = 4096;
    private static final int PC32 = 2;
    private static final int ABS64 = 1;

    private static final String BODY = """
            .kutext : { *(.kutext) } %1$s
            PROVIDE(etext = .);
            .rodata : ALIGN(0x1000) { *(.rodata .rodata.*) __nofault_start = .; *(.nofault) __nofault_end = .; } %2$s
            .openbsd.randomdata : { *(.openbsd.randomdata) } %2$s
            .data %3$s { *(.data .data.*) . = ALIGN(64); LONG(0x11223344) } %4$s
            .kudata : ALIGN(0x1000) { *(.kudata) } %4$s
            .bss : { *(.bss .bss.*) *(COMMON) . = ALIGN(0x1000); } %4$s
            PROVIDE(_end = ALIGN(0x200000));
            /DISCARD/ : { *(.comment .note.*) }
        }
        """;

    private static final String PHDRS = """
        ENTRY(start)
        PHDRS { text PT_LOAD FILEHDR PHDRS FLAGS(5); rodata PT_LOAD FLAGS(4); data PT_LOAD FLAGS(6); }
        SECTIONS {
            PROVIDE(kernel_base = 0xffffffff80000000);
            PROVIDE(kernel_text = kernel_base + 0x1000000);
            . = kernel_text + SIZEOF_HEADERS;
            .text : AT(ADDR(.text) - kernel_base) ALIGN(0x1000) {
                locore0.o(.text) *(.text .text.*) . = ALIGN(0x1000); *(.ktext.page)
            } :text =0xcccccccc
        """;

    private static final String BARE = """
        ENTRY(start)
        SECTIONS {
            . = 0xffffffff82000000;
            .text : { locore0.o(.text) *(.text .text.*) *(.ktext.page) } =0x90909090
        """;

    private static final String SORTED = """
        ENTRY(start)
        SECTIONS {
            . = 0xffffffff81000000;
            .text : { locore0.o(.text) *(SORT_BY_NAME(.text.*)) *(.text) *(SORT_BY_ALIGNMENT(.ktext.page)) } =0xcccccccc
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"phdrs", "bare", "sorted", "fixed"})
    void lldLoadsTheSame(String shape) throws Exception {
        int rounds = 3 * Integer.getInteger("karl.rounds", 1);
        for (int round = 0; round < rounds; round++) {
            Path kit = folder.resolve(shape + round);
            compare(kit(kit, shape, new Random(round)), shape + " " + round, round);
        }
    }

    private static LoadedKit kit(Path folder, String shape, Random random) throws Exception {
        TinyKit tiny = new TinyKit(folder);
        tiny.script(
                switch (shape) {
                    case "phdrs" -> PHDRS + BODY.formatted(":text", ":rodata", ": ALIGN(0x1000)", ":data");
                    case "bare" -> BARE + BODY.formatted("", "", ": ALIGN(0x1000)", "");
                    case "sorted" -> SORTED + BODY.formatted("", "", ": ALIGN(0x1000)", "");
                    default -> BARE + BODY.formatted("", "", "0xffffffff83000000 :", "");
                });
        for (int i = 0; i < 14; i++) {
            tiny.object("o" + i + ".o", object(i, random));
        }
        return tiny.load();
    }

    private static ElfWriter object(int number, Random random) {
        ElfWriter writer = TinyKit.writer();
        long readOnly = Elf.SHF_ALLOC;
        int text = section(writer, ".text", TinyKit.CODE, 16, random);
        writer.symbol("f" + number, 0, 8, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        refer(writer, text, PC32, random);
        String[] names = {
            ".text.hot",
            ".kutext",
            ".ktext.page",
            ".rodata",
            ".nofault",
            ".openbsd.randomdata",
            ".data",
            ".kudata",
            ".orphan"
        };
        for (String name : names) {
            boolean code = name.contains("text");
            boolean data = name.contains("data") && !name.equals(".rodata") && !name.contains("random");
            long flags = code ? TinyKit.CODE : data ? TinyKit.DATA : readOnly;
            long align = name.equals(".ktext.page") ? PAGE : 1L << random.nextInt(6);
            if (random.nextInt(3) > 0) {
                refer(writer, section(writer, name, flags, align, random), code ? PC32 : ABS64, random);
            }
        }
        writer.nobits(".bss", TinyKit.DATA, 1L << random.nextInt(7), random.nextInt(200));
        if (random.nextBoolean()) {
            writer.symbol("common" + number, 16, 24, Elf.STB_GLOBAL, Elf.STT_OBJECT, Symbols.COMMON);
        }
        return writer;
    }

    private static int section(ElfWriter writer, String name, long flags, long align, Random random) {
        byte[] content = new byte[16 + 8 * random.nextInt(20)];
        random.nextBytes(content);
        return writer.section(name, Elf.SHT_PROGBITS, flags, align, content);
    }

    private static void refer(ElfWriter writer, int section, int type, Random random) {
        writer.relocation(section, 0, writer.undefined("f" + random.nextInt(14)), type, random.nextInt(64) - 32);
        writer.relocation(section, 8, writer.undefined("_end"), ABS64, 0);
    }

    private void compare(LoadedKit kit, String which, int seed) throws Exception {
        RelinkResult result = Runs.relink(kit, "builtin", seed, folder.resolve("ours"));
        assertEquals(0, result.account().unexplainedBytes(), which);
        Runs.relink(kit, "lld", seed, folder.resolve("theirs"));
        try (ElfFile ours = ElfFile.open(folder.resolve("ours"));
                ElfFile theirs = ElfFile.open(folder.resolve("theirs"))) {
            int compared = 0;
            for (int i = 1; i < theirs.sections().count(); i++) {
                if (theirs.sections().isAllocated(i) && theirs.sections().size(i) > 0) {
                    String name = theirs.sections().name(i);
                    int own = ours.sections().find(name);
                    assertTrue(own > 0, which + " lacks " + name);
                    assertEquals(
                            Long.toHexString(theirs.sections().address(i)),
                            Long.toHexString(ours.sections().address(own)),
                            which + " " + name);
                    assertArrayEquals(theirs.content(i), ours.content(own), which + " " + name);
                    compared++;
                }
            }
            assertTrue(compared > 6, which);
            assertEquals(loads(theirs), loads(ours), which);
        }
    }

    private static List<String> loads(ElfFile kernel) {
        Segments segments = kernel.segments();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < segments.count(); i++) {
            if (segments.type(i) == Elf.PT_LOAD) {
                lines.add("%x %x %x %x %x"
                        .formatted(
                                segments.flags(i),
                                segments.virtualAddress(i),
                                segments.physicalAddress(i),
                                segments.fileSize(i),
                                segments.memorySize(i)));
            }
        }
        return lines;
    }
}
