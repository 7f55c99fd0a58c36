package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * GNU ld.
 *
 * @param tool the linker
 * @param emulation the argument of {@code -m}, or null
 * @param more flags that the architecture needs
 */
record GnuLd(LinkerTool tool, String emulation, List<String> more) implements LinkerDriver {
    @Override
    public List<String> gapCommand(Path script, Path dummy, Path gap) {
        return CommandLines.gap(this, List.of(), script, dummy, gap);
    }

    @Override
    public List<String> kernelCommand(List<String> flags, String script, List<String> inputs, Path kernel) {
        List<String> own = new ArrayList<>(more);
        if (!flags.contains("-nostdlib")) {
            own.add("-nostdlib"); // no library of this machine may slip into a kernel
        }
        return CommandLines.kernel(this, own, flags, script, inputs, kernel);
    }

    @Override
    public MapReader mapReader() {
        return new GnuMapReader();
    }
}
