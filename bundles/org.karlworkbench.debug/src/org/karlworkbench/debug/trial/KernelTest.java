package org.karlworkbench.debug.trial;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** What tells whether a kernel works: a command ({@link KernelCommand}), a boot ({@link KernelBoot}), or a person. */
public interface KernelTest {
    /** What a test says of one kernel. */
    enum Reply {
        /** It works. */
        WORKS,
        /** It fails. */
        FAILS,
        /** It cannot be told. */
        UNKNOWN,
        /** The reply before this one was wrong: it is forgotten, and asked for again. Only a person takes anything back. */
        UNDO
    }

    /**
     * What is asked, in words. A search that is gone on with has to ask the same.
     *
     * @return the same for the same test
     */
    String words();

    /**
     * Looks at a kernel, for as long as it takes.
     *
     * @param question the kernel, and which question it is
     * @param progress asked for cancel
     * @return what the test says
     * @throws EngineException if the test cannot be done, which ends the search
     * @throws java.util.concurrent.CancellationException if somebody wants an end of the search
     */
    Reply ask(Question question, Progress progress) throws EngineException;
}
