package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.layout.FoundRelink;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Recovery;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Verification;

/** Kernels that were linked by hand: their draw is found, and by it they can be verified and linked once more. */
class RecoveryTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);
    private static final int SEEDS = 3 * ROUNDS;

    private static final String LATE = """
        ENTRY(start)
        SECTIONS
        {
            . = 0xffffffff81000000;
            .text : { locore0.o(.text) *(.text .text.*) . = ALIGN(0x1000); *(.ktext.page) } =0xcccccccc
            .rodata : ALIGN(0x1000) { *(.rodata .rodata.*) }
            .data : ALIGN(0x1000) { *(.data) *(.data.page) }
            .bss : { *(.bss .bss.*) *(COMMON) }
        }
        """;

    @TempDir
    Path folder;

    /** The same bytes come out when the recovered draw is linked, symbol table included. */
    @ParameterizedTest
    @CsvSource({
        "demo-amd64,ld",
        "demo-amd64,lld",
        "libc-amd64,ld",
        "libc-amd64,lld",
        "libc-i386,ld",
        "libc-i386,lld",
        "cross-arm64,ld",
        "cross-arm64,lld",
        "cross-riscv64,ld",
        "cross-riscv64,lld"
    })
    void aRecoveredDrawGivesTheSameBytes(String name, String linker) throws Exception {
        LoadedKit kit = name.startsWith("demo") ? Kits.loaded(name) : Joined.kit(Kits.loaded(name), folder);
        HandLink link = new HandLink(kit, linker);
        for (int seed = 1; seed <= SEEDS; seed++) {
            Path kernel = link.link(order(kit, seed), gaps(kit, seed), folder.resolve("bsd"));
            Recovery found = Recovery.of(kernel, kit, Progress.NONE);
            Path again = link.link(found.order(), found.gaps(), folder.resolve("again"));
            assertArrayEquals(Files.readAllBytes(kernel), Files.readAllBytes(again), "seed " + seed);
        }
    }

    /** What a recovery tells is true, on every architecture, with fewer symbols too. */
    @ParameterizedTest
    @CsvSource({
        "demo-amd64,ld,-X",
        "demo-amd64,lld,-X",
        "demo-amd64,ld,-S",
        "demo-amd64,lld,-x",
        "demo-amd64,ld,-x",
        "libc-amd64,ld,-X",
        "libc-amd64,lld,-X",
        "libc-amd64,ld,-x",
        "libc-amd64,lld,-x",
        "libc-i386,ld,-X",
        "libc-i386,lld,-X",
        "cross-arm64,ld,-X",
        "cross-arm64,lld,-X",
        "cross-riscv64,ld,-X",
        "cross-riscv64,lld,-X",
        "cross-alpha,ld,-X",
        "cross-armv7,ld,-X",
        "cross-hppa,ld,-X",
        "cross-landisk,ld,-X",
        "cross-loongson,ld,-X",
        "cross-macppc,ld,-X",
        "cross-octeon,ld,-X",
        "cross-powerpc64,ld,-X",
        "cross-sgi,ld,-X",
        "cross-sparc64,ld,-X",
        "libc-i386,ld,-x",
        "libc-i386,lld,-x",
        "cross-arm64,ld,-x",
        "cross-arm64,lld,-x",
        "cross-riscv64,ld,-x",
        "cross-riscv64,lld,-x",
        "cross-alpha,ld,-x",
        "cross-armv7,ld,-x",
        "cross-hppa,ld,-x",
        "cross-landisk,ld,-x",
        "cross-loongson,ld,-x",
        "cross-macppc,ld,-x",
        "cross-octeon,ld,-x",
        "cross-powerpc64,ld,-x",
        "cross-sgi,ld,-x",
        "cross-sparc64,ld,-x"
    })
    void orderAndGapsAreTheTruth(String name, String linker, String flag) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        HandLink link = new HandLink(kit, linker, flag);
        for (int seed = 7; seed < 7 + ROUNDS; seed++) {
            List<String> order = order(kit, seed);
            Gaps gaps = gaps(kit, seed);
            Path kernel = link.link(order, gaps, folder.resolve("bsd"));
            Truth.assertTold(order, gaps, Recovery.of(kernel, kit, Progress.NONE), "seed " + seed);
        }
    }

    /** What the head has in later statements of the script, behind the body, does not move the gap's beginning. */
    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void theHeadMayHavePiecesBehindTheBody(String linker) throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit")).script(LATE);
        ElfWriter head = TinyKit.writer();
        int text = head.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(5, 0xf4));
        head.symbol("start", 0, 5, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        int late = head.section(".ktext.page", Elf.SHT_PROGBITS, TinyKit.CODE, 4096, TinyKit.bytes(64, 0xc3));
        head.symbol("hypercall", 0, 64, Elf.STB_GLOBAL, Elf.STT_FUNC, late);
        int data = head.section(".data.page", Elf.SHT_PROGBITS, TinyKit.DATA, 4096, TinyKit.bytes(32, 0x77));
        head.symbol("page_table", 0, 32, Elf.STB_GLOBAL, Elf.STT_OBJECT, data);
        tiny.object("locore0.o", head);
        for (int i = 0; i < 12; i++) {
            ElfWriter body = TinyKit.writer();
            int code = body.section(".text", Elf.SHT_PROGBITS, TinyKit.CODE, 16, TinyKit.bytes(40 + i, i + 1));
            body.symbol("f" + i, 0, 40 + i, Elf.STB_GLOBAL, Elf.STT_FUNC, code);
            int own = body.section(".data", Elf.SHT_PROGBITS, TinyKit.DATA, 8, TinyKit.bytes(24 + i, 0x60 + i));
            body.symbol("d" + i, 0, 24 + i, Elf.STB_GLOBAL, Elf.STT_OBJECT, own);
            tiny.object("o" + i + ".o", body);
        }
        LoadedKit kit = tiny.load();
        for (int seed = 1; seed <= SEEDS; seed++) {
            List<String> order = order(kit, seed);
            Gaps gaps = gaps(kit, seed);
            Path kernel = new HandLink(kit, linker).link(order, gaps, folder.resolve("bsd"));
            Truth.assertTold(order, gaps, Recovery.of(kernel, kit, Progress.NONE), "seed " + seed);
            Layout layout = Layout.read(kernel, kit, null, Progress.NONE);
            assertEquals(gaps.of(GapName.TEXT0), gap(layout, "text0"), "seed " + seed);
            assertTrue(gap(layout, "data") >= gaps.of(GapName.DATA), "seed " + seed);
        }
    }

    private static long gap(Layout layout, String name) {
        Rows rows = layout.objects();
        return rows.stream()
                .filter(row -> rows.kind(row) == Kind.GAP && rows.name(row).equals(name))
                .mapToLong(rows::size)
                .sum();
    }

    /** Every byte of a kernel that nothing but its kit is known of. */
    @ParameterizedTest
    @CsvSource({
        "demo-amd64,ld,-X",
        "demo-amd64,lld,-X",
        "demo-amd64,ld,-x",
        "demo-amd64,ld,-s",
        "demo-amd64,lld,-s",
        "libc-amd64,ld,-X",
        "libc-amd64,lld,-X",
        "libc-i386,lld,-X",
        "cross-armv7,ld,-X",
        "cross-landisk,ld,-X"
    })
    void aKernelWithFewSymbolsIsVerified(String name, String linker, String flag) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        Path kernel = new HandLink(kit, linker, flag).link(order(kit, 7), gaps(kit, 7), folder.resolve("bsd"));
        Account account = Verification.of(kernel, kit, Progress.NONE);
        assertEquals(List.of(), account.unexplained());
        assertTrue(account.isExplained());
        byte[] bytes = Files.readAllBytes(kernel);
        bytes[0x3000] ^= 1; // in the pages of the code
        Files.write(kernel, bytes);
        assertTrue(Verification.of(kernel, kit, Progress.NONE).findings() > 0);
    }

    @Test
    void anotherKitIsNamed() throws Exception {
        LoadedKit demo = Kits.loaded("demo-amd64");
        Path kernel = new HandLink(demo, "lld").link(order(demo, 1), gaps(demo, 1), folder.resolve("bsd"));
        for (String other : new String[] {"libc-amd64", "libc-i386"}) {
            EngineException e =
                    assertThrows(EngineException.class, () -> Recovery.of(kernel, Kits.loaded(other), Progress.NONE));
            assertEquals("wrong-kit", e.code(), e.line());
        }
    }

    /** A kit that has lost an object: the kernel has its functions, and nothing else does. */
    @Test
    void aFunctionThatNoObjectHasIsNamed() throws Exception {
        LoadedKit demo = Kits.loaded("demo-amd64");
        Path kernel = new HandLink(demo, "ld").link(order(demo, 1), gaps(demo, 1), folder.resolve("bsd"));
        Path copy = Kits.copy("demo-amd64", folder.resolve("kit"));
        Files.delete(copy.resolve("sched.o"));
        Files.delete(copy.resolve("Makefile"));
        LoadedKit poorer = Kits.load(copy);
        EngineException e = assertThrows(EngineException.class, () -> Recovery.of(kernel, poorer, Progress.NONE));
        assertEquals("wrong-kit", e.code(), e.line());
        assertTrue(e.line().contains("no object has "), e.line());
    }

    /** What an original relink leaves in its folder, before and after someone touched it. */
    @Test
    void aRelinkInTheKitsFolderIsFound() throws Exception {
        Path copy = Kits.copy("demo-amd64", folder.resolve("kit"));
        LoadedKit kit = Kits.load(copy);
        assertTrue(FoundRelink.in(kit, Progress.NONE).isEmpty());
        List<String> order = order(kit, 5);
        new HandLink(kit, "ld").link(order, gaps(kit, 5), copy.resolve("bsd"));
        Files.write(copy.resolve("lorder"), order);
        FoundRelink found = FoundRelink.in(kit, Progress.NONE).orElseThrow();
        assertEquals(List.of(), found.differences());
        assertEquals("found-relink", found.finding().getCode());
        Files.writeString(
                copy.resolve("gap.link"), gapLink(gaps(kit, 5), kit.plan().page()));
        assertEquals(List.of(), FoundRelink.in(kit, Progress.NONE).orElseThrow().differences());
        Files.writeString(
                copy.resolve("gap.link"), gapLink(gaps(kit, 6), kit.plan().page()));
        String told = String.join(
                "; ", FoundRelink.in(kit, Progress.NONE).orElseThrow().differences());
        assertTrue(told.contains("gap.link") && told.contains("rodata"), told);
        Files.writeString(copy.resolve("gap.link"), "SECTIONS { .text : { . += 0x10; } }");
        assertEquals(
                List.of("gap.link is no note of gaps"),
                FoundRelink.in(kit, Progress.NONE).orElseThrow().differences());
        Files.delete(copy.resolve("gap.link"));
        Files.writeString(copy.resolve("gap.o"), "no object");
        Finding unusable = FoundRelink.check(kit, Progress.NONE).orElseThrow();
        assertTrue(unusable.getMessage().contains("gap.o: "), unusable.getMessage());
        Files.delete(copy.resolve("gap.o"));
        assertEquals(order, found.draw().order());
        List<String> twice = new ArrayList<>(order);
        twice.set(0, order.get(1));
        Files.write(copy.resolve("lorder"), twice);
        assertEquals(
                List.of("lorder does not list the body's objects"),
                FoundRelink.in(kit, Progress.NONE).orElseThrow().differences());
        Files.write(copy.resolve("lorder"), order.stream().sorted().toList());
        assertEquals(
                "relink-disagrees",
                FoundRelink.check(kit, Progress.NONE).orElseThrow().getCode());
        Files.write(copy.resolve("bsd"), new byte[100]);
        assertEquals(
                "relink-disagrees",
                FoundRelink.check(kit, Progress.NONE).orElseThrow().getCode());
    }

    private static List<String> order(LoadedKit kit, int seed) {
        List<String> order = new ArrayList<>(kit.plan().body());
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static Gaps gaps(LoadedKit kit, int seed) {
        Random random = new Random(seed);
        long page = kit.plan().page();
        long[] sizes = new long[GapName.values().length];
        for (GapName name : GapName.values()) {
            sizes[name.ordinal()] = name.rounded(
                    random.nextLong(name.defaultHigh(page) + 1), page, KitFactory.eINSTANCE.createRecipe());
        }
        return new Gaps(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
    }

    /** The form of KARL.md section A1: a pad word, a random move, and both rounded up. */
    private static String gapLink(Gaps gaps, long page) {
        StringBuilder script =
                new StringBuilder("SECTIONS {\n\t.text : ALIGN(" + page + ") {\n\t\tLONG(0xcccccccc);\n");
        script.append("\t\t. = . + " + Math.max(0, gaps.text0() - 6) + ";\n\t\t. = ALIGN(" + page + ");\n");
        script.append("\t\tendboot = .;\n\t\tPROVIDE (endboot = .);\n\t\t. = ALIGN(" + page + ");\n");
        script.append("\t\t. = . + " + Math.max(0, gaps.text1() - 3) + ";\n\t\t. = ALIGN(16);\n\t} =0xcccccccc\n");
        for (GapName name : List.of(GapName.RODATA, GapName.DATA)) {
            script.append("\t." + name.label() + " : {\n\t\tLONG(0xcccccccc);\n\t\t. = . + " + (gaps.of(name) - 9)
                    + ";\n\t\t. = ALIGN(16);\n\t}\n");
        }
        script.append("\t.bss : {\n\t\t. = . + " + Math.max(0, gaps.bss() - 1) + ";\n\t\t. = ALIGN(16);\n\t}\n}\n");
        return script.toString();
    }
}
