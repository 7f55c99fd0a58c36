package org.karlworkbench.kit.worth;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.Finding;

/** One thing that may be worth knowing about a kit. */
interface Question {
    /** What there is to say; nothing for most kits. */
    List<Finding> ask(Look look) throws EngineException;
}
