package org.karlworkbench.relink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.SearchPath;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.linker.BuiltInLinker;

/** Which linkers are on the PATH for an architecture, which is looked up without starting a process. */
public final class LinkerTools {
    private static final String LLD_PACKAGE = "lld";
    private static final String LLD_PROGRAM = "ld.lld";
    private static final int NEWEST_LLD = 30;
    private static final int OLDEST_LLD = 9;

    /** For what a machine's own {@code ld} links, by the JDK's name of the machine. */
    private static final Map<String, List<String>> HOST = Map.of(
            "amd64", List.of("amd64", "i386"),
            "x86", List.of("i386", "amd64"),
            "aarch64", List.of("arm64"),
            "arm", List.of("armv7"),
            "riscv64", List.of("riscv64"),
            "sparcv9", List.of("sparc64"));

    private LinkerTools() {}

    /**
     * The linkers that are here for an architecture.
     *
     * @param architecture the architecture of a kit
     * @return at most one of each name, the base system's own first
     */
    public static List<LinkerTool> of(Architecture architecture) {
        return names(architecture).stream()
                .map(name -> name.equals(LinkerTool.LLD) ? lld() : gnu(architecture))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The names of the linkers that link an architecture, whether or not they are here.
     *
     * @param architecture the architecture of a kit
     * @return {@code ld}, {@code lld}, both or none, the base system's own first
     */
    public static List<String> names(Architecture architecture) {
        boolean lldFirst = architecture.baseLinker().equals(LinkerTool.LLD);
        return Stream.of(lldFirst ? LinkerTool.LLD : LinkerTool.GNU, lldFirst ? LinkerTool.GNU : LinkerTool.LLD)
                .filter(name -> architecture.emulation(name).isPresent())
                .toList();
    }

    /**
     * The linker of a name, or the one that is used when none is named: the base system's where it is here, else the
     * other.
     *
     * @param architecture the architecture of a kit
     * @param name {@code ld}, {@code lld} or {@code builtin}; null or empty for the default
     * @return the linker, or empty when it is not here or cannot link this architecture
     */
    public static Optional<LinkerTool> find(Architecture architecture, String name) {
        if (LinkerTool.BUILT_IN.name().equals(name)) {
            return BuiltInLinker.links(architecture) ? Optional.of(LinkerTool.BUILT_IN) : Optional.empty();
        }
        boolean any = name == null || name.isEmpty();
        return of(architecture).stream()
                .filter(tool -> any || tool.name().equals(name))
                .findFirst();
    }

    /**
     * The Debian package that brings a linker for an architecture.
     *
     * @param architecture the architecture
     * @param name {@code ld} or {@code lld}; null or empty for the default
     * @return the package's name, or empty when no linker of that name links this architecture
     */
    public static Optional<String> debianPackage(Architecture architecture, String name) {
        String linker = name == null || name.isEmpty() ? architecture.baseLinker() : name;
        if (LinkerTool.BUILT_IN.name().equals(linker)
                || architecture.emulation(linker).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(linker.equals(LinkerTool.LLD) ? LLD_PACKAGE : architecture.toolsPackage());
    }

    /**
     * The failure that a linker is not here.
     *
     * @param architecture the architecture of a kit
     * @param wanted {@code ld} or {@code lld}; null or empty for the architecture's own
     * @return an exception with code {@code linker-missing} that names the Debian package
     */
    public static EngineException missing(Architecture architecture, String wanted) {
        if (LinkerTool.BUILT_IN.name().equals(wanted)) {
            return new EngineException(
                    "linker-missing",
                    null,
                    null,
                    "the built-in linker does not link " + architecture.name(),
                    "link it with " + architecture.baseLinker());
        }
        String name = wanted == null || wanted.isEmpty() ? architecture.baseLinker() : wanted;
        String program = name.equals(LinkerTool.LLD) ? LLD_PROGRAM : "ld";
        return debianPackage(architecture, name)
                .map(debian -> new EngineException(
                        "linker-missing",
                        program,
                        null,
                        "no such linker for " + architecture.name() + " on the PATH",
                        "install the Debian package " + debian))
                .orElseGet(() -> new EngineException(
                        "linker-missing",
                        program,
                        null,
                        "cannot link " + architecture.name(),
                        "choose the other linker, where there is one"));
    }

    /**
     * A linker that a person named by its path. Its own words tell which dialect it speaks; never take the path from a kit
     * or a recipe, which may come from anybody.
     *
     * @param program the program
     * @return the linker
     * @throws EngineException with code {@code linker-missing} if there is no such program, {@code linker-unknown} if it
     *     does not say that it is GNU ld or LLVM's
     */
    public static LinkerTool at(Path program) throws EngineException {
        if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
            String problem = Files.exists(program) ? "cannot be executed" : "no such linker";
            throw new EngineException("linker-missing", program.toString(), null, problem, "check the linker's path");
        }
        String version = new LinkerTool(LinkerTool.GNU, program, "").version();
        if (version.contains("LLD")) {
            return new LinkerTool(LinkerTool.LLD, program, "");
        }
        if (version.startsWith("GNU ld")) {
            return new LinkerTool(LinkerTool.GNU, program, "");
        }
        throw new EngineException(
                "linker-unknown",
                program.toString(),
                null,
                "does not say that it is GNU ld or LLD" + (version.isEmpty() ? "" : ", but: " + version),
                "name another linker");
    }

    /**
     * As {@link #at(Path)}, of a dialect.
     *
     * @param program the program
     * @param name {@code ld} or {@code lld}; null or empty for either
     * @return the linker
     * @throws EngineException as {@link #at(Path)}; code {@code linker-unknown} too if it speaks the other dialect
     */
    public static LinkerTool at(Path program, String name) throws EngineException {
        LinkerTool tool = at(program);
        if (name != null && !name.isEmpty() && !tool.name().equals(name)) {
            throw new EngineException(
                    "linker-unknown",
                    program.toString(),
                    null,
                    "is " + tool.name() + ", and " + name + " is asked for",
                    "name the other linker, or leave its dialect to its own words");
        }
        return tool;
    }

    /**
     * As {@link #at(Path, String)}, for an architecture.
     *
     * @param program the program
     * @param name {@code ld} or {@code lld}; null or empty for either
     * @param architecture what it has to link
     * @return the linker
     * @throws EngineException as {@link #at(Path, String)}; code {@code linker-unfit} if it cannot link the architecture
     */
    public static LinkerTool at(Path program, String name, Architecture architecture) throws EngineException {
        LinkerTool tool = at(program, name);
        if (!tool.links(architecture)) {
            throw new EngineException(
                    "linker-unfit",
                    program.toString(),
                    null,
                    "is " + tool.name() + " and cannot link " + architecture.name(),
                    "name a linker for this architecture");
        }
        return tool;
    }

    private static Optional<LinkerTool> gnu(Architecture architecture) {
        List<String> programs = new ArrayList<>();
        if (isHost(architecture)) {
            programs.add("ld");
            programs.add("ld.bfd");
        }
        programs.add(architecture.tools() + "-ld");
        programs.add(architecture.tools() + "-ld.bfd");
        return SearchPath.find(programs).map(path -> new LinkerTool(LinkerTool.GNU, path, architecture.toolsPackage()));
    }

    private static Optional<LinkerTool> lld() {
        List<String> programs = new ArrayList<>(List.of(LLD_PROGRAM));
        for (int version = NEWEST_LLD; version >= OLDEST_LLD; version--) {
            programs.add(LLD_PROGRAM + "-" + version);
        }
        return SearchPath.find(programs).map(path -> new LinkerTool(LinkerTool.LLD, path, LLD_PACKAGE));
    }

    private static boolean isHost(Architecture architecture) {
        String host = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return HOST.getOrDefault(host, List.of()).contains(architecture.name());
    }
}
