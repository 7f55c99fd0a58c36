package org.karlworkbench.kit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * Reads a kit's objects, on all processors: each is a file of its own and no object waits for another.
 *
 * @param objects those that could be read, by name
 * @param failures what is wrong with the others, by name
 */
record ObjectReader(Map<String, ObjectFile> objects, Map<String, EngineException> failures) {

    private static final int STEP = 64;

    static ObjectReader read(Path folder, List<String> names, Progress progress) throws EngineException {
        Map<String, ObjectFile> objects = new ConcurrentHashMap<>(2 * names.size());
        Map<String, EngineException> failures = new ConcurrentHashMap<>();
        progress.begin("Reading objects", names.size());
        for (int from = 0; from < names.size(); from += STEP) {
            progress.checkCancelled();
            List<String> some = names.subList(from, Math.min(names.size(), from + STEP));
            some.parallelStream().forEach(name -> {
                try {
                    objects.put(name, ObjectFile.read(name, folder.resolve(name)));
                } catch (EngineException e) {
                    failures.put(name, e);
                }
            });
            progress.worked(some.size());
            for (EngineException each : failures.values()) {
                requireMemory(each);
            }
        }
        Map<String, ObjectFile> ordered = new LinkedHashMap<>();
        names.stream().filter(objects::containsKey).forEach(name -> ordered.put(name, objects.get(name)));
        return new ObjectReader(ordered, new TreeMap<>(failures));
    }

    /** An object for which memory is too small is no bad object. */
    private static void requireMemory(EngineException failure) throws EngineException {
        if (EngineException.NO_MEMORY.equals(failure.code())) {
            throw failure;
        }
    }
}
