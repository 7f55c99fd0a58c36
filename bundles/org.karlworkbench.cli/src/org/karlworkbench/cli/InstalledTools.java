package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.SearchPath;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;

/**
 * What this machine has for an architecture.
 *
 * @param architecture which
 * @param linkers those that exist for it, installed or not
 * @param emulator the path of QEMU's program, or null where it is not installed or does not exist
 */
record InstalledTools(Architecture architecture, List<Linker> linkers, String emulator) {
    private static final List<String> NAMES = List.of(LinkerTool.GNU, LinkerTool.LLD);

    /**
     * A linker.
     *
     * @param path null where it is not installed, and for the built-in linker, which is no program
     * @param version null where nobody asked for it
     * @param debianPackage the package that brings it; null for the built-in linker
     * @param links whether it links the architecture by its own words; null where nobody asked for it
     * @param relaxes whether it links code that was compiled to be shortened; null where it is not installed
     */
    record Linker(String name, String path, String version, String debianPackage, Boolean links, Boolean relaxes) {}

    static InstalledTools of(Architecture architecture, boolean probe) throws EngineException {
        List<Linker> linkers = new ArrayList<>();
        for (String name : NAMES) {
            Optional<String> debianPackage = LinkerTools.debianPackage(architecture, name);
            Optional<LinkerTool> tool = LinkerTools.find(architecture, name);
            if (debianPackage.isPresent() && tool.isPresent()) {
                linkers.add(linker(architecture, tool.get(), debianPackage.get(), probe));
            } else if (debianPackage.isPresent()) {
                linkers.add(new Linker(name, null, null, debianPackage.get(), null, null));
            }
        }
        Optional<LinkerTool> own = LinkerTools.find(architecture, LinkerTool.BUILT_IN.name());
        if (own.isPresent()) {
            linkers.add(builtIn(architecture, own.get()));
        }
        return new InstalledTools(architecture, linkers, emulator(architecture));
    }

    /** It is asked without starting a program. */
    private static Linker builtIn(Architecture architecture, LinkerTool tool) throws EngineException {
        return new Linker(
                tool.name(), null, tool.version(), null, tool.links(architecture), tool.relaxes(architecture));
    }

    private static Linker linker(Architecture architecture, LinkerTool tool, String debianPackage, boolean probe)
            throws EngineException {
        return new Linker(
                tool.name(),
                tool.path().toString(),
                probe ? tool.version() : null,
                debianPackage,
                probe ? tool.links(architecture) : null,
                tool.relaxes(architecture));
    }

    private static String emulator(Architecture architecture) {
        return architecture.emulator().isEmpty()
                ? null
                : SearchPath.find(List.of(architecture.emulator()))
                        .map(Path::toString)
                        .orElse(null);
    }
}
