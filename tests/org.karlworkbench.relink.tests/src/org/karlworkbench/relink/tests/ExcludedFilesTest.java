package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Verification;

/** Objects that a statement of the script leaves to the next one (EXCLUDE_FILE) stand in an order of their own. */
class ExcludedFilesTest {
    private static final String TAKE_ALL = "*(.text .text.*)";
    private static final String LEAVE = "EXCLUDE_FILE(*panic.o pool.o *sched.o)";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld", "builtin"})
    void eachOrderIsChecked(String linker) throws Exception {
        Path copy = Kits.copy("demo-amd64", folder.resolve("kit"));
        String script = Files.readString(copy.resolve("ld.script"));
        assertTrue(script.contains(TAKE_ALL));
        String parted = "*(%s .text %s .text.*) %s".formatted(LEAVE, LEAVE, TAKE_ALL);
        Files.writeString(copy.resolve("ld.script"), script.replace(TAKE_ALL, parted));
        LoadedKit kit = Kits.load(copy);
        for (int seed = 1; seed <= 3; seed++) {
            RelinkResult result = Runs.relink(kit, linker, seed, folder.resolve("bsd." + seed));
            assertEquals(0, result.account().findings());
            assertNoticed(kit, result, "trap.o", "console.o");
            assertNoticed(kit, result, "panic.o", "sched.o");
        }
    }

    /** An entry that tells of two objects in the other order is not believed. */
    private static void assertNoticed(LoadedKit kit, RelinkResult result, String one, String other) throws Exception {
        List<String> order = result.entry().getOrder();
        List<String> told = List.copyOf(order);
        List<String> wrong = new ArrayList<>(told);
        Collections.swap(wrong, wrong.indexOf(one), wrong.indexOf(other));
        order.clear();
        order.addAll(wrong);
        LedgerFiles.write(result.entryFile(), result.entry());
        Account account = Verification.of(result.kernel(), kit, Progress.NONE);
        assertTrue(
                account.unexplained().stream().anyMatch(each -> each.expected().contains("as in the link order")),
                account.unexplained().toString());
        order.clear();
        order.addAll(told);
        LedgerFiles.write(result.entryFile(), result.entry());
        assertEquals(0, Verification.of(result.kernel(), kit, Progress.NONE).findings());
    }
}
