package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;

/** A folder for the ledger that others could look into. */
class LedgerFolderTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Path ledger;

    @BeforeEach
    void aFolderThatIsOpenToOthers() throws Exception {
        ledger = Files.createDirectory(folder.resolve("ledger"));
        open();
    }

    private void open() throws Exception {
        Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private RelinkResult relink() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path kernel = folder.resolve("bsd");
        RelinkRequest request =
                new RelinkRequest(kit, Runs.recipe(), Runs.seed(1), kernel, ledger, Runs.tool(kit, "ld"), null);
        RelinkResult result = Relink.run(request, new Listener(said, 600_000));
        assertEquals("rw-------", Runs.mode(result.entryFile()));
        return result;
    }

    @Test
    void isClosedWhileItIsEmptyAndWhileItHoldsNothingElse() throws Exception {
        relink();
        assertEquals("rwx------", Runs.mode(ledger));
        open();
        relink();
        assertEquals("rwx------", Runs.mode(ledger));
        assertEquals(List.of(), said);
    }

    @Test
    void isLeftAndToldOfWhereItHoldsOtherThings() throws Exception {
        Files.writeString(ledger.resolve("letter"), "somebody's");
        relink();
        assertEquals("rwxr-xr-x", Runs.mode(ledger));
        assertEquals(1, said.size());
        assertTrue(said.getFirst().startsWith("warning: " + ledger + ": others can look"), said.getFirst());
    }
}
