package org.karlworkbench.relink;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;

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
        return LinkerVersions.of(this);
    }
}
