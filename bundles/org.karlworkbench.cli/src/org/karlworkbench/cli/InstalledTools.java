package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.relink.SearchPath;

/**
 * What this machine has for an architecture.
 *
 * @param architecture which
 * @param linkers those that exist for it, installed or not
 * @param emulator the path of QEMU's program, or null where it is not installed or does not exist
 */
record InstalledTools(Architecture architecture, List<Linker> linkers, String emulator) {
    private static final List<String> NAMES = List.of(LinkerTool.GNU, LinkerTool.LLD);

    /** A linker: its path is null where it is not installed, its version where nobody asked for it. */
    record Linker(String name, String path, String version, String debianPackage) {}

    static InstalledTools of(Architecture architecture, boolean probe) throws EngineException {
        List<Linker> linkers = new ArrayList<>();
        for (String name : NAMES) {
            Optional<String> debianPackage = LinkerTools.debianPackage(architecture, name);
            if (debianPackage.isPresent()) {
                LinkerTool tool = LinkerTools.find(architecture, name).orElse(null);
                String path = tool == null ? null : tool.path().toString();
                String version = tool == null || !probe ? null : tool.version();
                linkers.add(new Linker(name, path, version, debianPackage.get()));
            }
        }
        return new InstalledTools(architecture, linkers, emulator(architecture));
    }

    private static String emulator(Architecture architecture) {
        return architecture.emulator().isEmpty()
                ? null
                : SearchPath.find(List.of(architecture.emulator()))
                        .map(Path::toString)
                        .orElse(null);
    }
}
