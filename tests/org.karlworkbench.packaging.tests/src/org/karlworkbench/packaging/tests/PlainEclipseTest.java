package org.karlworkbench.packaging.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;

/**
 * The features, installed by p2's director into a plain Eclipse Platform that knows nothing of ours: a kit opens there,
 * and nothing else about that Eclipse is other than before.
 */
class PlainEclipseTest {
    private static final Pattern TABLE = Pattern.compile("table (.*): (\\d+) colours");

    /** An empty table is white with a few lines; letters are smoothed in many shades. */
    private static final int LETTERS = 24;

    @TempDir
    private Path temp;

    private Path eclipse;

    @Test
    void aKitOpensAndNothingIsForcedOnIt() throws Exception {
        eclipse = temp.resolve("eclipse");
        Path built = Program.built("tests/org.karlworkbench.plain/target/products/plain.eclipse/linux/gtk", "x86_64");
        Program copy = Program.run(temp, Map.of("PATH", "/usr/bin:/bin"), List.of("cp", "-r", built, eclipse));
        assertEquals(0, copy.status(), copy.err());
        assertEquals(List.of("org.karlworkbench.probe"), ours(), "a plain Eclipse has only the probe of ours");
        List<String> before = probe("before");

        install();
        assertTrue(ours().contains("org.karlworkbench.ui"), "it is installed");
        assertEquals(
                String.join("\n", notOurs(before)),
                String.join("\n", notOurs(probe("after"))),
                "an Eclipse with our features starts as one without");

        List<String> kit = probe("kit", "-Dprobe.file=" + kit());
        String all = String.join("\n", kit);
        assertTrue(kit.contains("opened org.karlworkbench.ui.kitEditor demo"), all);
        assertTrue(kit.contains("words Objects: " + objects() + " rows"), all);
        assertTrue(kit.contains("page Overview") && kit.contains("page Gaps && Architecture"), all);
        assertTrue(colours(kit, "Objects") > LETTERS, all);
        assertFalse(kit.stream().anyMatch(line -> line.startsWith("error ")), all);
    }

    /** All but the defaults of our own colours, a filter of Project Explorer for our own files, and a random number. */
    private static List<String> notOurs(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.matches("preference /default/.*/org\\.karlworkbench\\..*|.*/platformState=.*"))
                .map(line -> line.replace("org.karlworkbench.ui.kitFolders:", ""))
                .sorted()
                .toList();
    }

    /** The director runs in the Eclipse and installs into it. */
    private void install() throws Exception {
        Path repository = Program.built("releng/org.karlworkbench.repository/target", "repository");
        Program director = java(
                List.of(),
                List.of(
                        "-application",
                        "org.eclipse.equinox.p2.director",
                        "-repository",
                        repository.toUri(),
                        "-installIU",
                        "org.karlworkbench.engine.feature.group,org.karlworkbench.workbench.feature.group"));
        assertEquals(0, director.status(), director.toString());
    }

    /** Starts the Eclipse on a new workspace, as a person would, and returns what the probe saw before it closed it. */
    private List<String> probe(String name, String... properties) throws Exception {
        Path report = temp.resolve(name + ".txt");
        List<Object> vmArgs = new ArrayList<>(List.of(properties));
        vmArgs.add("-Dprobe.report=" + report);
        Path workspace = temp.resolve("workspace");
        Program run = java(vmArgs, List.of("-data", workspace, "-nosplash"));
        assertTrue(Files.exists(report), run::toString);
        Program remove = Program.run(temp, Map.of("PATH", "/usr/bin:/bin"), List.of("rm", "-rf", workspace));
        assertEquals(0, remove.status(), remove.err());
        return Files.readAllLines(report);
    }

    private Program java(List<Object> vmArgs, List<Object> arguments) throws Exception {
        List<Object> command = new ArrayList<>();
        command.add(Program.JAVA_HOME.resolve("bin/java"));
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(vmArgs);
        command.addAll(List.of("-jar", launcher()));
        command.addAll(arguments);
        Path home = Files.createDirectories(temp.resolve("home"));
        Map<String, String> environment = Program.login(home, "GDK_BACKEND", "x11", "NO_AT_BRIDGE", "1");
        for (String name : List.of("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")) {
            if (System.getenv(name) != null) {
                environment.put(name, System.getenv(name));
            }
        }
        return Program.run(temp, environment, command);
    }

    private Path launcher() throws Exception {
        try (Stream<Path> plugins = Files.list(eclipse.resolve("plugins"))) {
            return plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The names of the bundles of ours that the Eclipse starts with. */
    private List<String> ours() throws Exception {
        Path bundles = eclipse.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        return Files.readAllLines(bundles).stream()
                .filter(line -> line.startsWith("org.karlworkbench."))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** The demo kit's file in a folder of its own, as the workbench saves it. */
    private Path kit() throws Exception {
        Path file = Files.createDirectory(temp.resolve("project")).resolve("demo.kit");
        LinkKit kit = KitFactory.eINSTANCE.createLinkKit();
        kit.setName("demo");
        kit.setSource(Program.DEMO.toRealPath().toString());
        KitFiles.save(file, kit);
        return file;
    }

    private static long objects() throws Exception {
        try (Stream<Path> files = Files.list(Program.DEMO)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".o") && !name.startsWith("gap"))
                    .count();
        }
    }

    private static int colours(List<String> lines, String page) {
        return lines.stream()
                .map(TABLE::matcher)
                .filter(Matcher::matches)
                .filter(table -> table.group(1).equals(page))
                .mapToInt(table -> Integer.parseInt(table.group(2)))
                .max()
                .orElse(0);
    }
}
