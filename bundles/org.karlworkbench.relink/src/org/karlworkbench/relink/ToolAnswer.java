package org.karlworkbench.relink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.source.TempFolder;

/** Asks a tool of this machine a question about files that are not trusted, within the limits that linkers have. */
public final class ToolAnswer {
    private static final int MOST = 4 << 20;

    private ToolAnswer() {}

    /**
     * Runs a tool to its end, in a folder of its own that is gone afterwards.
     *
     * @param command the program's absolute path and its arguments, which no shell looks into
     * @param progress asked for cancel; the tool's complaints are not told
     * @return the lines of its standard output, as far as 4 MiB; none when it failed
     * @throws EngineException when it cannot be started
     * @throws java.util.concurrent.CancellationException when the progress says so; it has ended then
     */
    public static List<String> lines(List<String> command, Progress progress) throws EngineException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TempFolder folder = TempFolder.create()) {
            ChildResult result = new ChildProcess(
                            folder.path(), folder.path(), Limits.SMALL, Progress.silent(progress::cancelled))
                    .run(command, (bytes, length) -> out.write(bytes, 0, Math.min(length, MOST - out.size())));
            return result.ok() ? out.toString(StandardCharsets.UTF_8).lines().toList() : List.of();
        }
    }
}
