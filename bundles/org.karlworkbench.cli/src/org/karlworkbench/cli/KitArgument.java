package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;

/** The kit that a verb works on. */
final class KitArgument {
    private final Given<Path> kit;
    private final Given<String> name;

    KitArgument(Options options) {
        kit = options.argument(
                "KIT", "A link-kit: a folder, a .tgz, .tar, .tar.gz or .tar.xz, or a .kit file of the workbench.");
        name = options.word("NAME", "Which kit, where KIT holds several (GENERIC.MP).", "--name");
    }

    KitSource open(Progress progress) throws EngineException {
        return KitSource.open(kit.get(), name.get(), progress);
    }
}
