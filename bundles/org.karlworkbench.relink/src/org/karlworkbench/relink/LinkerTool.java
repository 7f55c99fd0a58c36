package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.linker.BuiltInLinker;

/**
 * A linker on this machine.
 *
 * @param name the dialect it speaks: {@code ld} for GNU ld, {@code lld} for LLVM's; {@code builtin} for our own
 * @param path its program, absolute; null for our own
 * @param debianPackage the Debian package that brings it, for advice when it is gone
 */
public record LinkerTool(String name, Path path, String debianPackage) {
    /** GNU ld. */
    public static final String GNU = "ld";

    /** LLVM's linker. */
    public static final String LLD = "lld";

    /** The linker that this project brings. */
    public static final LinkerTool BUILT_IN = new LinkerTool("builtin", null, "");

    private static final String BUILT_IN_TITLE = "the built-in linker";

    /** Checks the name and makes the path absolute. */
    public LinkerTool {
        if (path == null ? !name.equals("builtin") : !name.equals(GNU) && !name.equals(LLD)) {
            throw new IllegalArgumentException("no linker is called " + name + "; there are ld and lld");
        }
        path = path == null ? null : path.toAbsolutePath();
    }

    /**
     * Whether it is the linker that this project brings, which is no program.
     *
     * @return true for {@link #BUILT_IN}
     */
    public boolean isBuiltIn() {
        return path == null;
    }

    /**
     * The linker whose flags it understands.
     *
     * @return {@code ld} or {@code lld}
     */
    String dialect() {
        return isBuiltIn() ? LLD : name;
    }

    /**
     * What to call it in messages.
     *
     * @return its program, or words
     */
    public String title() {
        return isBuiltIn() ? BUILT_IN_TITLE : path.toString();
    }

    /**
     * What the linker says about its version; asked once for each file and remembered.
     *
     * @return its first line, or an empty text when it does not say
     * @throws EngineException when it cannot be started
     */
    public String version() throws EngineException {
        return isBuiltIn() ? BuiltInLinker.VERSION : LinkerWords.version(path);
    }

    /**
     * Whether it links an architecture, by its own words; asked once for each file and remembered.
     *
     * @param architecture the architecture of a kit
     * @return false when there is no such emulation, or this program does not know it
     * @throws EngineException when it cannot be started
     */
    public boolean links(Architecture architecture) throws EngineException {
        if (isBuiltIn()) {
            return BuiltInLinker.links(architecture);
        }
        Optional<String> emulation = architecture.emulation(name);
        return emulation.isPresent() && LinkerWords.knows(path, emulation.get());
    }

    /**
     * Whether it links code that was compiled to be shortened, or the architecture has no such code.
     *
     * @param architecture the architecture of a kit
     * @return false when it refuses kits of such code
     */
    public boolean relaxes(Architecture architecture) {
        return Fitness.relaxes(this, architecture);
    }
}
