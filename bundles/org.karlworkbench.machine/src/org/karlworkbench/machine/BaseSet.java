package org.karlworkbench.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.AmbiguousKitException;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.source.KitPacker;

/** The kits of a base set, read and found to belong to one architecture. */
final class BaseSet implements AutoCloseable {
    private final Map<String, KitSource> sources = new LinkedHashMap<>();
    private String running;
    private LoadedKit kit;

    private BaseSet() {}

    /**
     * Reads all kits of a base set.
     *
     * @throws EngineException if one cannot be read, is for another architecture than the first, or has the name of
     *     another; if none has the name that is wanted
     */
    static BaseSet open(Behaviour.Base base, Progress progress) throws EngineException {
        BaseSet set = new BaseSet();
        boolean opened = false;
        try {
            for (Path kit : base.kits()) {
                set.add(kit, progress);
            }
            set.choose(base, progress);
            opened = true;
            return set;
        } finally {
            if (!opened) {
                set.close();
            }
        }
    }

    /** One kit, or all that the archive or folder holds. */
    private void add(Path kit, Progress progress) throws EngineException {
        try {
            put(kit, KitSource.open(kit, null, progress));
        } catch (AmbiguousKitException e) {
            for (String name : e.names()) {
                put(kit, KitSource.open(kit, name, progress));
            }
        }
    }

    private void put(Path kit, KitSource source) throws EngineException {
        KitSource same = sources.putIfAbsent(source.name(), source);
        if (same != null) {
            source.close();
            throw new EngineException(
                    "duplicate-kit",
                    kit.toString(),
                    null,
                    "holds a kit " + source.name() + ", as does " + same.origin(),
                    "give each kit once");
        }
        requireName(kit, source.name());
    }

    /** Refuses a kit whose name can be no folder's on a machine. */
    static void requireName(Path kit, String name) throws EngineException {
        if (!MachineFiles.isKitName(name)) {
            throw new EngineException(
                    "bad-kit-name",
                    kit.toString(),
                    null,
                    "a kit cannot be named " + name,
                    "use letters, digits, dots, dashes and underscores");
        }
    }

    private void choose(Behaviour.Base base, Progress progress) throws EngineException {
        running = base.name() == null ? sources.keySet().iterator().next() : base.name();
        KitSource chosen = sources.get(running);
        if (chosen == null) {
            List<String> names = new ArrayList<>(sources.keySet());
            String problem = "no kit of the base is named " + running + "; it has " + String.join(", ", names);
            throw new EngineException("unknown-kit", base.kits().getFirst().toString(), null, problem, "choose one");
        }
        kit = LoadedKit.read(chosen, progress);
        for (KitSource source : sources.values()) {
            if (source != chosen) {
                requireAlike(source, progress);
            }
        }
    }

    private void requireAlike(KitSource source, Progress progress) throws EngineException {
        String name = LoadedKit.read(source, progress).architecture().name();
        if (!name.equals(kit.architecture().name())) {
            String machine = kit.architecture().name();
            throw WholeKernel.foreign(source.origin(), "is a kit for " + name + ", and " + running + " for " + machine);
        }
    }

    /** The name of the kit that runs. */
    String running() {
        return running;
    }

    /** The kit that runs. */
    LoadedKit kit() {
        return kit;
    }

    /** Packs all kits into one archive. */
    void pack(Path archive, Progress progress) throws EngineException {
        progress.begin("packing " + archive.getFileName(), 0);
        try (KitPacker packer = new KitPacker(archive, progress)) {
            for (Map.Entry<String, KitSource> each : sources.entrySet()) {
                packer.add(each.getKey(), each.getValue());
            }
        }
    }

    @Override
    public void close() {
        sources.values().forEach(KitSource::close);
    }
}
