package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.linkers.LinkerKind;
import org.karlworkbench.ui.linkers.LinkerPaths;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.table.ColumnTable;

/** The preferences show the linkers, and take another program for one, which relinks then use. */
class LinkersPageTest {
    @TempDir
    private Path folder;

    private Path program;

    @BeforeEach
    void cleanDesk() throws IOException {
        Demo.cleanDesk();
        program = Files.createSymbolicLink(folder.resolve("ld.lld"), Path.of("/usr/bin/ld.lld"));
    }

    @AfterEach
    void forgetThePaths() {
        LinkerPreferences.leave();
        ThemeTest.theme("e4_default");
        Map<LinkerKind, String> none = new HashMap<>();
        LinkerKind.all().forEach(kind -> none.put(kind, ""));
        Ui.run(() -> LinkerPaths.set(none));
    }

    @Test
    void thePageTellsWhatTheCommandTells() {
        ColumnTable table = LinkerPreferences.open();
        Set<List<String>> shown = new HashSet<>();
        Ui.run(() -> {
            for (int row = 0; row < table.shownRows().length; row++) {
                shown.add(List.of(
                        table.cellText(0, row),
                        table.cellText(1, row).replace("GNU ", ""),
                        table.cellText(2, row),
                        table.cellText(3, row)));
                assertTrue(table.cellText(4, row).matches("links .*|Debian package .* brings it"));
            }
        });
        assertEquals(told(), shown);
        LinkerPreferences.close("Cancel");
    }

    private static Set<List<String>> told() {
        Set<List<String>> told = new HashSet<>();
        for (JsonElement architecture : KarlCommand.json("arch", "--probe").getAsJsonArray("architectures")) {
            String name = architecture.getAsJsonObject().get("name").getAsString();
            for (JsonElement each : architecture.getAsJsonObject().getAsJsonArray("linkers")) {
                JsonObject linker = each.getAsJsonObject();
                if (linker.get("package").isJsonNull()) {
                    continue; // the built-in linker is no program that could be named
                }
                told.add(List.of(
                        name,
                        linker.get("name").getAsString(),
                        linker.get("path").isJsonNull()
                                ? "missing"
                                : linker.get("path").getAsString(),
                        linker.get("version").isJsonNull()
                                ? ""
                                : Formats.version(linker.get("version").getAsString())));
            }
        }
        return told;
    }

    @Test
    void aProgramIsNamedUsedAndTakenBack() throws EngineException {
        LinkerPreferences.open();
        Robot.fill(LinkerPreferences.select("amd64 lld"), program.toString());
        LinkerPreferences.content();
        ThemeTest.faded();
        Shots.take("linkers-named");
        LinkerPreferences.close(LinkerPreferences.STORE);
        IFile kit = Demo.kit();
        Path kernel = Demo.relink(kit);
        assertEquals(program.toString(), linkerOf(kernel));
        replay(kernel);
        LinkerPreferences.open();
        Text field = LinkerPreferences.select("amd64 lld");
        assertEquals(program.toString(), Ui.get(field::getText));
        Robot.click(Windows.button("Restore Defaults"));
        Ui.until("the path is gone", () -> field.getText().isEmpty());
        LinkerPreferences.close(LinkerPreferences.STORE);
        assertEquals("/usr/bin/ld.lld", linkerOf(Demo.relink(kit)));
    }

    private static void replay(Path kernel) throws EngineException {
        Explorer.click("Demo", "demo", "Relinks", kernel.getFileName().toString());
        Robot.key("shift+F10");
        Ui.until("the context menu is open", Explorer::menuIsOpen);
        Robot.key("y");
        String name = kernel.getFileName() + "-replayed";
        Ui.until(
                "the console says it",
                () -> KarlConsole.get().text().contains(name + ": the same bytes as " + kernel.getFileName()));
        assertEquals(linkerOf(kernel), linkerOf(kernel.resolveSibling(name)));
    }

    private static String linkerOf(Path kernel) throws EngineException {
        return LedgerFiles.read(LedgerFiles.beside(kernel)).getLinkerPath();
    }

    @Test
    void whatIsNoSuchLinkerIsSaidWhileItIsTyped() {
        LinkerPreferences.open();
        Text field = LinkerPreferences.select("amd64 lld");
        Robot.fill(field, folder.resolve("none").toString());
        LinkerPreferences.complains("lld for amd64: no such linker");
        Shots.take("linkers-wrong");
        Robot.fill(field, "ld.lld");
        LinkerPreferences.complains("is no whole path");
        Robot.fill(field, "/usr/bin/true");
        LinkerPreferences.complains("does not say that it is GNU ld or LLD");
        Robot.fill(field, "/usr/bin/ld");
        LinkerPreferences.complains("is ld, and lld is asked for");
        Robot.fill(field, "");
        LinkerPreferences.content();
        field = LinkerPreferences.select("arm64 GNU");
        Robot.fill(field, "/usr/bin/x86_64-linux-gnu-ld");
        LinkerPreferences.complains("GNU ld for arm64: is ld and cannot link arm64");
        Robot.click(Windows.button("Restore Defaults"));
        LinkerPreferences.content();
        LinkerPreferences.close("Cancel");
    }

    /** The page can be used meanwhile, and who does not want to wait cancels. */
    @Test
    void aProgramThatDoesNotAnswerIsNotWaitedFor() throws IOException {
        Path silent = Files.writeString(folder.resolve("silent"), "#!/bin/sh\ntouch \"$0.asked\"\nexec sleep 100\n");
        Files.setPosixFilePermissions(silent, PosixFilePermissions.fromString("rwxr-xr-x"));
        ColumnTable table = LinkerPreferences.open();
        Text field = LinkerPreferences.select("amd64 lld");
        Robot.fill(field, silent.toString());
        Jobs.cancel("Looking for Linkers");
        LinkerPreferences.complains("lld for amd64: the search was cancelled");
        Robot.fill(field, "");
        LinkerPreferences.content();
        Robot.fill(field, silent.toString());
        Ui.until("it is asked", () -> Files.exists(folder.resolve("silent.asked")));
        assertTrue(Ui.get(() -> table.cellText(3, 0)).startsWith("looking"));
        LinkerPreferences.select("alpha GNU");
        Jobs.cancel("Looking for Linkers");
        LinkerPreferences.complains("lld for amd64: the search was cancelled");
        LinkerPreferences.close("Cancel");
    }

    @Test
    void aProgramThatHasGoneIsNamedWithThePlaceWhereAnotherIsChosen() throws IOException {
        IFile kit = Demo.kit();
        Demo.open(kit);
        Windows.tab("kit.tabs", "Gaps");
        Combo choice = Windows.control("recipe.linker", Combo.class);
        LinkerKind lld = LinkerKind.all().stream()
                .filter(kind -> kind.architecture().name().equals("amd64")
                        && kind.name().equals("lld"))
                .findFirst()
                .orElseThrow();
        Files.delete(program);
        Ui.run(() -> LinkerPaths.set(Map.of(lld, program.toString())));
        Ui.until("the editor knows", () -> choice.getItem(0).contains("in the preferences cannot be used"));
        RecipeEditorTest.complains(program + ": no such linker");
        Windows.tab("kit.tabs", "Overview");
        int before = KarlConsole.get().text().length();
        Robot.key("F9");
        String complaint = "failed: " + program + ": no such linker; name another under Window > Preferences > Linkers";
        Ui.until("the relink has failed", () -> KarlConsole.get().text().indexOf(complaint, before) >= 0);
        Jobs.ended("Relinking");
    }

    @Test
    void thePageIsReadableInEachTheme() {
        ColumnTable table = LinkerPreferences.open();
        readable("light");
        ThemeTest.theme("e4_dark");
        readable("turned-dark");
        LinkerPreferences.close("Cancel");
        table = LinkerPreferences.open();
        readable("dark");
        Control shown = table;
        assertTrue(Colours.brightness(Ui.get(() -> shown.getBackground().getRGB())) < 90);
        LinkerPreferences.close("Cancel");
        ThemeTest.theme("e4_default");
        IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
        Ui.run(() -> themes.setCurrentTheme("org.eclipse.ui.ide.systemDefault"));
        try {
            LinkerPreferences.open();
            readable("high-contrast");
            LinkerPreferences.close("Cancel");
        } finally {
            Ui.run(() -> themes.setCurrentTheme(IThemeManager.DEFAULT_THEME));
        }
    }

    private static void readable(String theme) {
        ThemeTest.faded();
        Shots.take("linkers-" + theme);
        Colours.shown(LinkerPreferences.dialog())
                .forEach((place, colours) -> assertTrue(colours.contrast() > 60, theme + place + ": " + colours));
    }
}
