package org.karlworkbench.relink.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.LinkerTool;

/** Linkers that make the gap like real ones and then go wrong with the kernel. */
final class FakeLinker {
    private static final String BEGIN = """
        #!/bin/sh
        real=%s
        case " $* " in *" -r "*|*" --version"*) exec $real "$@" ;; esac
        for word; do
            [ "$before" != -o ] || out=$word
            before=$word
        done
        """;

    private FakeLinker() {}

    /**
     * A linker whose program is a shell script.
     *
     * @param folder where the script goes
     * @param kit the kit it is for
     * @param linker the dialect, {@code ld} or {@code lld}
     * @param body what it does; {@code $real} is the real linker, {@code $out} the kernel it shall write
     */
    static LinkerTool of(Path folder, LoadedKit kit, String linker, String body) throws IOException {
        Path script = Files.createDirectories(folder).resolve("fake-" + linker);
        Files.writeString(script, String.format(BEGIN, Runs.tool(kit, linker).path()) + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new LinkerTool(linker, script, "binutils");
    }
}
