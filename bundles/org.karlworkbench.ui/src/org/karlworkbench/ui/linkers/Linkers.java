package org.karlworkbench.ui.linkers;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;

/**
 * The linkers that the workbench uses: those that a person named in the preferences, else those on the PATH. A named one
 * is asked who it is, which starts it: not for the UI thread.
 */
public final class Linkers {
    private static final String WHERE = "Window > Preferences > Linkers";

    private Linkers() {}

    /**
     * The linker of a name, or the one that is used when none is named: the base system's where it is here, else the
     * other.
     *
     * @param architecture the architecture of a kit
     * @param name {@code ld}, {@code lld} or {@code builtin}; null or empty for the default
     * @throws EngineException when it is not here, or the program in the preferences is not what it should be
     */
    public static LinkerTool of(Architecture architecture, String name) throws EngineException {
        if (LinkerTool.BUILT_IN.name().equals(name)) {
            return LinkerTools.find(architecture, name).orElseThrow(() -> LinkerTools.missing(architecture, name));
        }
        boolean any = name == null || name.isEmpty();
        for (LinkerKind kind : LinkerKind.of(architecture)) {
            if (any || kind.name().equals(name)) {
                Optional<LinkerTool> tool = of(kind);
                if (tool.isPresent()) {
                    return tool.get();
                }
            }
        }
        throw missing(architecture, name);
    }

    /**
     * All linkers that are here for an architecture, its own first.
     *
     * @param architecture the architecture of a kit
     * @throws EngineException when a program in the preferences is not what it should be
     */
    public static List<LinkerTool> of(Architecture architecture) throws EngineException {
        List<LinkerTool> tools = new ArrayList<>();
        for (LinkerKind kind : LinkerKind.of(architecture)) {
            of(kind).ifPresent(tools::add);
        }
        return tools;
    }

    private static Optional<LinkerTool> of(LinkerKind kind) throws EngineException {
        Optional<LinkerTool> named = named(kind);
        return named.isPresent() ? named : LinkerTools.find(kind.architecture(), kind.name());
    }

    /**
     * The linker that the preferences name.
     *
     * @param kind which linker
     * @return the linker, or empty when they name none
     * @throws EngineException when the program is not what it should be
     */
    public static Optional<LinkerTool> named(LinkerKind kind) throws EngineException {
        Optional<String> path = LinkerPaths.of(kind);
        return path.isEmpty() ? Optional.empty() : Optional.of(at(path.get(), kind));
    }

    /** The linker at a path; what is wrong with it is told with the place where another is named. */
    static LinkerTool at(String path, LinkerKind kind) throws EngineException {
        Path program = program(path);
        try {
            return LinkerTools.at(program, kind.name(), kind.architecture());
        } catch (EngineException e) {
            throw bad(e.code(), path, e.getMessage());
        }
    }

    private static Path program(String path) throws EngineException {
        try {
            if (Path.of(path).isAbsolute()) {
                return Path.of(path);
            }
        } catch (InvalidPathException _) {
            throw bad("linker-missing", path, "is no path");
        }
        throw bad("linker-missing", path, "is no whole path, which begins with /");
    }

    private static EngineException bad(String code, String path, String problem) {
        return new EngineException(code, path, null, problem, "name another under " + WHERE);
    }

    private static EngineException missing(Architecture architecture, String name) {
        EngineException missing = LinkerTools.missing(architecture, name);
        return LinkerTools.debianPackage(architecture, name).isEmpty()
                ? missing
                : new EngineException(
                        missing.code(),
                        missing.file(),
                        null,
                        missing.getMessage(),
                        missing.cure() + ", or name a program under " + WHERE);
    }
}
