package org.karlworkbench.kit;

import java.io.Serial;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/**
 * It is not clear which kit of several is meant: no name was given (code {@code ambiguous-kit}), or one that none of
 * them has (code {@code unknown-kit}). The command tells that as wrong usage.
 */
public final class AmbiguousKitException extends EngineException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String[] names;

    AmbiguousKitException(String code, String file, String problem, List<String> names) {
        super(code, file, null, problem + ": " + String.join(", ", names), "choose one by its name (--name)");
        this.names = names.toArray(String[]::new);
    }

    /**
     * The kits there are.
     *
     * @return their names, sorted
     */
    public List<String> names() {
        return List.of(names);
    }
}
