package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LLVM's linker.
 *
 * @param tool the linker
 * @param emulation the argument of {@code -m}, or null
 */
record Lld(LinkerTool tool, String emulation) implements LinkerDriver {
    /** Without it a full disk gives SIGBUS or, worse, a corrupt kernel and exit status 0 (KARL.md section G 9). */
    private static final String NO_MMAP = "--no-mmap-output-file";

    @Override
    public List<String> gapCommand(Path script, Path dummy, Path gap) {
        return CommandLines.gap(this, List.of(NO_MMAP), script, dummy, gap);
    }

    @Override
    public List<String> kernelCommand(List<String> flags, String script, List<String> inputs, Path kernel) {
        List<String> own = new ArrayList<>();
        for (String flag : List.of(NO_MMAP, "-nostdlib")) {
            if (!flags.contains(flag)) {
                own.add(flag);
            }
        }
        return CommandLines.kernel(this, own, flags, script, inputs, kernel);
    }

    @Override
    public MapReader mapReader() {
        return new LldMapReader();
    }
}
