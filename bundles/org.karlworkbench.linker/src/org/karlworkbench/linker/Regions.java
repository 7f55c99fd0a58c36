package org.karlworkbench.linker;

import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.MemoryRegion;
import org.karlworkbench.linker.script.OutputSection;

/** The memory regions of a script, and how far each is filled (GNU ld manual, "MEMORY Command"). */
final class Regions {
    private final ScriptScope here;
    private final Evaluator evaluator;
    private final Map<String, MemoryRegion> all = new HashMap<>();
    private final Map<String, Long> used = new HashMap<>();

    Regions(ScriptScope here, Evaluator evaluator) {
        this.here = here;
        this.evaluator = evaluator;
    }

    void add(MemoryRegion region) {
        all.put(region.name(), region);
    }

    /** The first address of a region that nothing has. */
    long next(String name) throws EngineException {
        return origin(name) + used.getOrDefault(name, 0L);
    }

    /** The first address of a region. */
    long origin(String name) throws EngineException {
        return evaluator.number(find(name).origin());
    }

    /** The bytes of a region. */
    long length(String name) throws EngineException {
        return evaluator.number(find(name).length());
    }

    private MemoryRegion find(String name) throws EngineException {
        MemoryRegion found = all.get(name);
        if (found == null) {
            throw here.bad("there is no memory region " + name);
        }
        return found;
    }

    /** Says where a section ends, in memory and where it is loaded. */
    void leave(OutputSection section, long end, long loadEnd) throws EngineException {
        if (section.region() != null) {
            leave(section.region(), end);
        }
        if (section.loadRegion() != null) {
            leave(section.loadRegion(), loadEnd);
        }
    }

    private void leave(String name, long end) throws EngineException {
        long filled = end - origin(name);
        here.require(Long.compareUnsigned(filled, length(name)) <= 0, "the memory region " + name + " is full");
        used.put(name, filled);
    }
}
