package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;

/** The kit that a kernel came from, where a verb can do more when it knows it. */
final class KitOption {
    private final Given<Path> kit;
    private final Given<String> name;

    KitOption(Options options) {
        kit = options.file("KIT", "The link-kit that the kernel was made of.", "--kit");
        name = options.word("NAME", "Which kit, where KIT holds several (GENERIC.MP).", "--name");
    }

    /** What is done with the kit while its files are there. */
    interface Use<T> {
        T with(LoadedKit kit) throws EngineException;
    }

    /** Refuses a name that says which kit of none. */
    void checkName() throws UsageException {
        if (!kit.isThere() && name.isThere()) {
            throw new UsageException("--name says which kit of --kit", "give both");
        }
    }

    /** For verbs that can do nothing without a kit. */
    void mustBeNamed() throws UsageException {
        if (!kit.isThere()) {
            throw new UsageException("--kit is missing", "name the kit from which the kernel was linked");
        }
    }

    boolean isNamed() {
        return kit.isThere();
    }

    Path path() {
        return kit.get();
    }

    /** Which of several kits; null if that was not said. */
    String name() {
        return name.get();
    }

    <T> T use(Progress progress, Use<T> use) throws EngineException, UsageException {
        checkName();
        return use(kit.get(), name.get(), progress, use);
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
