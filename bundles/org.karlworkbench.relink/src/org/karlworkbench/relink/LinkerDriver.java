package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.kit.Architecture;

/** What differs between the linkers: how they are called and how their map reads. */
sealed interface LinkerDriver permits GnuLd, Lld {
    /**
     * The driver for a linker.
     *
     * @param tool the linker
     * @param architecture the kit's architecture
     */
    static LinkerDriver of(LinkerTool tool, Architecture architecture) {
        String emulation = architecture.emulation(tool.name()).orElse(null);
        return tool.name().equals(LinkerTool.LLD)
                ? new Lld(tool, emulation)
                : new GnuLd(tool, emulation, architecture.gnuFlags());
    }

    /** The linker. */
    LinkerTool tool();

    /** The argument of {@code -m}, or null to leave it to the linker. */
    String emulation();

    /** The command that makes gap.o from its script and dummy object. */
    List<String> gapCommand(Path script, Path dummy, Path gap);

    /**
     * The command that links a kernel and writes its map to standard output, run in the kit's folder.
     *
     * @param flags the kit's flags, allowed and translated, without the script
     * @param script the linker script, or null for the linker's own
     * @param inputs the objects in link order, as arguments
     * @param kernel the file to write
     */
    List<String> kernelCommand(List<String> flags, String script, List<String> inputs, Path kernel);

    /** A reader for one map of this linker. */
    MapReader mapReader();
}
