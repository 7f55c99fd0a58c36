package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import picocli.CommandLine.Option;

/** The kit that a kernel came from, where a verb can do more when it knows it. */
final class KitOption {
    @Option(names = "--kit", paramLabel = "KIT", description = "The link-kit that the kernel was made of.")
    Path kit;

    @Option(names = "--name", paramLabel = "NAME", description = "Which kit, where KIT holds several (GENERIC.MP).")
    String name;

    /** What is done with the kit while its files are there. */
    interface Use<T> {
        T with(LoadedKit kit) throws EngineException;
    }

    /** For verbs that can do nothing without a kit. */
    void mustBeNamed() throws UsageException {
        if (kit == null) {
            throw new UsageException("--kit is missing", "name the kit from which the kernel was linked");
        }
    }

    <T> T use(Progress progress, Use<T> use) throws EngineException {
        return use(kit, name, progress, use);
    }

    static <T> T use(Path kit, String name, Progress progress, Use<T> use) throws EngineException {
        if (kit == null) {
            return use.with(null);
        }
        try (KitSource source = KitSource.open(kit, name, progress)) {
            return use.with(LoadedKit.read(source, progress));
        }
    }
}
