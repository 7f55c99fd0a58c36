package org.karlworkbench.verify.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.tests.support.Sources;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Accounting;
import org.karlworkbench.verify.LinkedObjects;
import org.karlworkbench.verify.Unexplained;

/** Kernels as linkers write them are explained to the last byte. */
class GoodKernelTest {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/libc.a");

    @TempDir
    Path folder;

    /** Position-independent code brings GOT and thread-local accesses, which linkers rewrite. */
    @ParameterizedTest
    @CsvSource({
        "64,ld,-O2",
        "64,ld.lld,-O2",
        "32,ld,-O2",
        "32,ld.lld,-O2",
        "64,ld,-fPIC -mcmodel=small -mtls-dialect=gnu",
        "64,ld.lld,-fPIC -mcmodel=small -mtls-dialect=gnu",
        "32,ld,-fPIC",
        "32,ld.lld,-fPIC",
        "64,ld,-ffunction-sections -fdata-sections -Os",
        "64,ld.lld,-ffunction-sections -fdata-sections -Os"
    })
    void aSmallKernelIsExplained(int bits, String linker, String flags) throws Exception {
        Map<String, String> sources = Sources.small();
        sources.put(
                "threads.c",
                "static __thread int own = 4; extern __thread int other; __thread int other;"
                        + " int threads(void) { return own + other; } int *address(void) { return &other; }"
                        + " int ___tls_get_addr(void) { return 0; } int __tls_get_addr(void) { return 0; }");
        LoadedKit kit = TestKit.ofSources(folder.resolve("kit"), bits, sources, flags.split(" "));
        check(kit, linker, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "ld.lld"})
    void theCLibraryIsExplained(String linker) throws Exception {
        LoadedKit kit = TestKit.ofLibrary(folder.resolve("kit"), LIBRARY, 64);
        Account account = check(kit, linker, 6);
        assertTrue(account.relocationsChecked() > 20_000);
        assertTrue(account.by().get("copied") > 1_000_000);
        assertTrue(account.by().get("merged") > 10_000);
    }

    private Account check(LoadedKit kit, String linker, long seed) throws Exception {
        ObjectFile gap = TestKit.gap(folder.resolve("gap.o"), kit, 8192, 0x340, 0x120, 0x450, 0x110);
        TestLink link = TestLink.link(kit, gap, folder.resolve("kernel"), linker, seed);
        Account account = Accounting.check(
                link.kernel(), new LinkedObjects(kit, gap, link.order()), link.places(), Progress.NONE);
        List<String> lines =
                account.unexplained().stream().map(Unexplained::line).toList();
        assertEquals(List.of(), lines);
        assertTrue(account.isExplained());
        assertEquals(0, account.unexplainedBytes());
        assertEquals(8192 + 0x340 + 0x120 + 0x450 + 0x110, account.by().get("gap"));
        assertTotals(link.kernel(), account);
        return account;
    }

    /** Every byte has one owner, so that the sums agree with the section table. */
    private static void assertTotals(Path kernel, Account account) throws Exception {
        long loaded = 0;
        int sections = 0;
        try (ElfFile file = ElfFile.open(kernel)) {
            Sections table = file.sections();
            for (int i = 1; i < table.count(); i++) {
                if (table.isAllocated(i)) {
                    loaded += table.size(i);
                    sections++;
                }
            }
        }
        assertEquals(loaded, account.bytes());
        assertEquals(sections, account.sections());
        assertEquals(
                loaded,
                account.by().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void whatAScriptThrowsAwayIsNamed() throws Exception {
        Map<String, String> sources = Sources.small();
        sources.put("noted.S", ".section .note.mine,\"a\",@note\n.long 1,2,3\n.section .note.GNU-stack,\"\"\n");
        LoadedKit kit = TestKit.ofSources(folder.resolve("kit"), 64, sources, "-O2");
        Account account = check(kit, "ld", 2);
        assertTrue(
                account.discarded().contains("noted.o(.note.mine)"),
                account.discarded().toString());
    }
}
