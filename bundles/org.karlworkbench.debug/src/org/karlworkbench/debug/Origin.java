package org.karlworkbench.debug;

import java.util.List;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** What traces are held against: a ledger, a kernel, or a kit. Has to be closed when the frames have been shown. */
public abstract class Origin implements AutoCloseable {
    /**
     * The relinks from which a trace may come, kit by kit.
     *
     * @param trace what is to be known of them
     * @param progress told of steps; asked for cancel
     */
    abstract List<Suspects> suspects(Trace trace, Progress progress) throws EngineException;

    @Override
    public abstract void close();
}
