package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;

/**
 * A linker on this machine.
 *
 * @param name the dialect it speaks: {@code ld} for GNU ld, {@code lld} for LLVM's
 * @param path its program, absolute
 * @param debianPackage the Debian package that brings it, for advice when it is gone
 */
public record LinkerTool(String name, Path path, String debianPackage) {
    /** GNU ld. */
    public static final String GNU = "ld";

    /** LLVM's linker. */
    public static final String LLD = "lld";

    /** Checks the name and makes the path absolute. */
    public LinkerTool {
        if (!name.equals(GNU) && !name.equals(LLD)) {
            throw new IllegalArgumentException("no linker is called " + name + "; there are ld and lld");
        }
        path = path.toAbsolutePath();
    }

    /**
     * What the linker says about its version; asked once for each file and remembered.
     *
     * @return its first line, or an empty text when it does not say
     * @throws EngineException when it cannot be started
     */
    public String version() throws EngineException {
        return LinkerWords.version(path);
    }

    /**
     * Whether it links an architecture, by its own words; asked once for each file and remembered.
     *
     * @param architecture the architecture of a kit
     * @return false when there is no such emulation, or this program does not know it
     * @throws EngineException when it cannot be started
     */
    public boolean links(Architecture architecture) throws EngineException {
        Optional<String> emulation = architecture.emulation(name);
        return emulation.isPresent() && LinkerWords.knows(path, emulation.get());
    }

    /**
     * Whether it can shorten code that was compiled for that, or the architecture has no such code.
     *
     * @param architecture the architecture of a kit
     * @return false when it refuses kits of such code
     */
    public boolean relaxes(Architecture architecture) {
        return Fitness.relaxes(this, architecture);
    }
}
