package org.karlworkbench.linker;

import java.util.List;
import org.karlworkbench.linker.script.OutputSection;

/**
 * An output section of every kernel of a kit, and the numbers of the statements whose pieces go into it.
 *
 * @param name its name
 * @param description what the script says; null for an orphan
 * @param statements numbers of statements, in the script's order
 */
record Output(String name, OutputSection description, List<Integer> statements) {
    boolean isOrphan() {
        return description == null;
    }
}
