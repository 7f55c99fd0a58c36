package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.LinkerTool;

/** Targets that cannot be, and kits that cannot be relinked. */
class TargetTest {
    @TempDir
    Path folder;

    private void refused(Path target, String code, String words) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Map<String, String> before = Runs.snapshot(folder);
        EngineException e = Runs.fails(kit, Runs.tool(kit, "ld"), target);
        assertEquals(code, e.code(), e.line());
        assertTrue(e.line().contains(words), e.line());
        assertEquals(before, Runs.snapshot(folder));
    }

    @Test
    void foldersLinksDevicesAndReadOnlyFiles() throws Exception {
        refused(Files.createDirectory(folder.resolve("folder")), "bad-target", "is a folder");
        Path file = Files.writeString(folder.resolve("file"), "mine");
        refused(Files.createSymbolicLink(folder.resolve("link"), file), "bad-target", "is a symbolic link");
        refused(Path.of("/dev/null"), "bad-target", "is a device");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        refused(file, "bad-target", "is read-only");
        refused(folder.resolve("nowhere/bsd"), "io", "no such folder");
        refused(file.resolve("bsd"), "bad-target", "is not a folder");
        refused(Path.of("/"), "bad-target", "is a folder");
    }

    @Test
    void aFolderInPlaceOfTheEntry() throws Exception {
        Files.createDirectory(folder.resolve("bsd.ledger.json"));
        refused(folder.resolve("bsd"), "bad-target", "is a folder");
    }

    /** The kernel is the last of three files to be put in place: the two before it are taken back. */
    @Test
    void placesThatCannotBeReplacedTakeTheEntryBack() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Runs.relink(kit, "ld", 1, folder.resolve("bsd"));
        Files.delete(folder.resolve("bsd.places"));
        Files.createDirectory(folder.resolve("bsd.places"));
        Files.writeString(folder.resolve("bsd.places/keep"), "me");
        refused(folder.resolve("bsd"), "io", "is a folder");
    }

    @Test
    void aFileOfTheKitItself() throws Exception {
        Path copy = Kits.copy("demo-amd64", folder.resolve("kit"));
        LoadedKit kit = Kits.load(copy);
        for (String name : new String[] {"trap.o", "Makefile", "ld.script", "../kit/locore0.o"}) {
            EngineException e = Runs.fails(kit, Runs.tool(kit, "ld"), copy.resolve(name));
            assertEquals("bad-target", e.code());
            assertTrue(e.line().contains("a file of the kit itself"), e.line());
        }
        Runs.relink(kit, "ld", 1, copy.resolve("bsd"));
    }

    @Test
    void aKitThatChangedAndAKitWithErrors() throws Exception {
        Path copy = Kits.copy("demo-amd64", folder.resolve("kit"));
        LoadedKit kit = Kits.load(copy);
        LinkerTool tool = Runs.tool(kit, "lld");
        Path target = folder.resolve("bsd");
        Files.copy(copy.resolve("pci.o"), copy.resolve("x.tmp"));
        Files.move(copy.resolve("x.tmp"), copy.resolve("trap.o"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals("stale-kit", Runs.fails(kit, tool, target).code());
        Files.delete(copy.resolve("trap.o"));
        EngineException e = Runs.fails(Kits.load(copy), tool, target);
        assertEquals("kit-errors", e.code());
        assertTrue(e.line().contains("trap.o"), e.line());
        assertTrue(Files.notExists(target));
    }

    @Test
    void anObjectThatLinkersReadDifferentlyIsTheLinkersToTell() throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit"));
        ElfWriter broken = TinyKit.writer();
        int text = broken.section(".text", 1, TinyKit.CODE, 16, TinyKit.bytes(16, 0xc3));
        broken.relocation(text, 4, broken.undefined("nowhere_to_be_found"), 4, -4);
        tiny.object("broken.o", broken);
        try (KitSource source = KitSource.open(tiny.folder(), null, Progress.NONE)) {
            LoadedKit kit = LoadedKit.read(source, Progress.NONE);
            for (String linker : new String[] {"ld", "lld"}) {
                EngineException e = Runs.fails(kit, Runs.tool(kit, linker), folder.resolve("bsd"));
                assertEquals("linker-failed", e.code(), e.line());
                assertTrue(e.line().contains("nowhere_to_be_found"), e.line());
            }
        }
    }

    @Test
    void aScriptWithoutAnEntryIsTheScriptsFault() throws Exception {
        TinyKit tiny = new TinyKit(folder.resolve("kit")).script(TinyKit.SCRIPT.replace("ENTRY(start)\n", ""));
        LoadedKit kit = tiny.load();
        EngineException e = Runs.fails(kit, Runs.tool(kit, "lld"), folder.resolve("bsd"));
        assertEquals("no-entry", e.code(), e.line());
        assertEquals(kit.folder().resolve("ld.script").toString(), e.file());
        assertTrue(e.cure().contains("ENTRY("), e.line());
    }
}
