package org.karlworkbench.ui.tests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** The command {@code karl}, started as a process of its own on a plain class path of the bundles it needs. */
final class KarlCommand {
    private KarlCommand() {}

    /** What it writes as JSON, after what it says meanwhile; it has to end with status 0. */
    static JsonObject json(String... words) {
        String said = said(0, words);
        return JsonParser.parseString(said.substring(said.lastIndexOf("\n{") + 1))
                .getAsJsonObject();
    }

    /** What it says as JSON, ending with a status. */
    static String said(int status, String... words) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath(), "org.karlworkbench.cli.Main"));
        command.addAll(List.of(words));
        command.add("--json");
        return Tool.run(60, status, command);
    }

    private static String classPath() {
        Set<Bundle> bundles = new LinkedHashSet<>();
        add(Platform.getBundle("org.karlworkbench.cli"), bundles);
        return bundles.stream()
                .map(bundle -> FileLocator.getBundleFileLocation(bundle).orElseThrow())
                .map(File::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void add(Bundle bundle, Set<Bundle> bundles) {
        if (bundle.getBundleId() != 0 && bundles.add(bundle)) {
            for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(null)) {
                add(wire.getProvider().getBundle(), bundles);
            }
        }
    }
}
