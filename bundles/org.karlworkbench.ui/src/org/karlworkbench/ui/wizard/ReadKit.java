package org.karlworkbench.ui.wizard;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.AmbiguousKitException;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;

/**
 * What came of reading a place where a kit may be.
 *
 * @param place the folder or archive
 * @param source the kit's files, to be closed; null when there is no kit
 * @param kit the kit; null when there is none
 * @param names the configurations to choose from; empty when there is only one
 */
record ReadKit(Path place, KitSource source, LoadedKit kit, List<String> names) implements AutoCloseable {

    /**
     * Reads a kit. Where several are in one place, that of the name is read; without a name only their names are.
     *
     * @throws EngineException when there is no kit that can be read
     */
    static ReadKit read(Path place, String name, List<String> names, Progress progress) throws EngineException {
        KitSource source;
        try {
            source = KitSource.open(place, name, progress);
        } catch (AmbiguousKitException e) {
            return new ReadKit(place, null, null, e.names());
        }
        boolean read = false;
        try {
            LoadedKit kit = LoadedKit.read(source, progress);
            read = true;
            return new ReadKit(place, source, kit, names);
        } finally {
            if (!read) {
                source.close();
            }
        }
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }
}
