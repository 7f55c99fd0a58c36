package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The kit that a verb works on. */
final class KitArgument {
    @Parameters(
            paramLabel = "KIT",
            description = "A link-kit: a folder, a .tgz, .tar, .tar.gz or .tar.xz, or a .kit file of the workbench.")
    Path kit;

    @Option(names = "--name", paramLabel = "NAME", description = "Which kit, where KIT holds several (GENERIC.MP).")
    String name;

    KitSource open(Progress progress) throws EngineException {
        return KitSource.open(kit, name, progress);
    }
}
