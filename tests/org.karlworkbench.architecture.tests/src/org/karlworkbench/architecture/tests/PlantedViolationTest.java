package org.karlworkbench.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check fails where it has to: bundles that break a rule are planted and found. */
class PlantedViolationTest {
    private static final List<String> TABLE = List.of(
            "# Some document",
            "| `early` | a table elsewhere | gson |",
            "## Rooms (bundles)",
            "| bundle | what is in it | may use |",
            "|---|---|---|",
            "| `elf` | files | the JDK only |",
            "| `kit` | kits | elf; EMF (without org.eclipse.core.runtime), gson |",
            "| `layout` | layouts | kit, elf |",
            "| `cli` | the command | the engine; picocli |",
            "| `ui` | the workbench | the engine, ui.canvas; the Eclipse platform |",
            "| `ui.canvas` | widgets | SWT |",
            "## Something else",
            "| `late` | a table elsewhere | gson |");

    @TempDir
    Path folder;

    @Test
    void rightUsesPass() throws IOException {
        plant("kit", "Require-Bundle: org.karlworkbench.elf,\n org.eclipse.emf.ecore;visibility:=reexport\n", """
                package org.karlworkbench.kit;
                import com.google.gson.Gson;
                import java.util.List;
                import static org.karlworkbench.elf.Elf.ET_REL;
                import org.karlworkbench.kit.model.LinkKit;
                /** Not like org.eclipse.swt.widgets.Shell. */
                class Right { String s = "org.eclipse.ui.PlatformUI"; javax.crypto.Mac m; }
                """);
        plant("ui", "Require-Bundle: org.karlworkbench.layout\n", """
                import org.eclipse.swt.SWT;
                import org.karlworkbench.ui.canvas.Painter;
                """);
        assertEquals(List.of(), violations("kit"));
        assertEquals(List.of(), violations("ui"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Require-Bundle: org.karlworkbench.layout",
                "Require-Bundle: org.karlworkbench.elf,\n org.eclipse.core.runtime;bundle-version=\"[3.0,4.0)\"",
                "Require-Bundle: org.eclipse.emf.edit",
                "Import-Package: org.tukaani.xz;version=\"[1.9,2)\"",
                "Import-Package: org.karlworkbench.unknown",
                "DynamicImport-Package: *",
                "Fragment-Host: org.eclipse.osgi"
            })
    void manifestsAreRead(String header) throws IOException {
        plant("kit", header + "\n", "");
        assertEquals(1, violations("kit").size(), () -> header + " passed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import org.karlworkbench.layout.Layout;",
                "import static org.karlworkbench.ui.Colours.RED;",
                "import org.eclipse.core.runtime.IPath;",
                "import org.eclipse.swt.*;",
                "import org.apache.commons.io.IOUtils;",
                "class A { org.eclipse.jface.action.Action action; }",
                "class A { String s = \"\\\"\"; Object o = new org.eclipse.ui.part.EditorPart[0]; }"
            })
    void sourcesAreRead(String source) throws IOException {
        plant("kit", "", source);
        assertEquals(1, violations("kit").size(), () -> source + " passed");
    }

    @Test
    void aRoomNearTheTopIsNotTheRoomBelowIt() throws IOException {
        plant("ui.canvas", "", "import org.karlworkbench.ui.Colours;");
        assertEquals(1, violations("ui.canvas").size());
    }

    @Test
    void noTableAllowsTheEngineAnInterface() throws IOException {
        List<String> lax = TABLE.stream()
                .map(line -> line.replace("the engine; picocli", "the Eclipse platform"))
                .toList();
        plant("cli", "", "import org.eclipse.swt.SWT;");
        ArchitectureCheck check = new ArchitectureCheck(Rooms.of(lax));
        assertEquals(1, check.violations(bundle("cli")).size());
    }

    @Test
    void aBundleWithoutARowIsRefused() throws IOException {
        plant("early", "", "");
        plant("late", "", "");
        assertTrue(violations("early").get(0).contains("no row"));
        assertTrue(violations("late").get(0).contains("no row"));
    }

    @Test
    void anUnknownWordIsNotTakenForPermission() {
        List<String> lines = TABLE.stream()
                .map(line -> line.replace("the JDK only", "whatever it likes"))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> Rooms.of(lines));
        assertThrows(IllegalArgumentException.class, () -> Rooms.of(List.of("# Nothing here")));
    }

    private List<String> violations(String room) throws IOException {
        return new ArchitectureCheck(Rooms.of(TABLE)).violations(bundle(room));
    }

    private Path bundle(String room) {
        return folder.resolve("org.karlworkbench." + room);
    }

    private void plant(String room, String headers, String source) throws IOException {
        Path bundle = bundle(room);
        Files.createDirectories(bundle.resolve("META-INF"));
        Files.createDirectories(bundle.resolve("src"));
        Files.writeString(bundle.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\n" + headers + "\n");
        Files.writeString(bundle.resolve("src/A.java"), source);
    }
}
