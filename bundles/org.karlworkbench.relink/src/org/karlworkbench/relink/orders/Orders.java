package org.karlworkbench.relink.orders;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.kit.LoadedKit;

/**
 * What the checks look at.
 *
 * @param kit the kit
 * @param script its linker script, or null where the linker's own is used
 * @param trials one link by each linker that could
 * @param definitions who defines which symbol
 * @param body the names of the objects that are shuffled
 */
record Orders(LoadedKit kit, Script script, List<Trial> trials, Definitions definitions, Set<String> body) {
    Orders(LoadedKit kit, Script script, List<Trial> trials) {
        this(
                kit,
                script,
                trials,
                new Definitions(kit.objects()),
                new HashSet<>(kit.plan().body()));
    }

    boolean isHead(String object) {
        return kit.plan().head().contains(object);
    }

    /** Whether an object stands after the gap: body or tail. */
    boolean isLater(String object) {
        return body.contains(object) || kit.plan().tail().contains(object);
    }
}
