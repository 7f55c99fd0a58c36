package org.karlworkbench.kit.worth;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.LinkKit;

/**
 * What is worth knowing about a kit although nothing in it is wrong. The codes are in docs/command.md. The order is by
 * worth: first what leaves most of the kernel where an attacker expects it, last what only hampers people.
 */
public final class Worth {
    private static final List<Question> BY_WORTH = List.of(
            new KeptOrder(),
            new MappedStartup(),
            new HugeObjects(),
            new UnshuffledTail(),
            new CommonSymbols(),
            new RelaxedCode(),
            new DroppedFlags(),
            new LooseCode(),
            new LocalNames());

    private Worth() {}

    /**
     * Looks at a kit.
     *
     * @param loaded what was read of it
     * @param kit the same as people look at it, with its objects and their figures
     * @return findings, the one that matters most first
     * @throws EngineException when a file has changed or gone since the kit was read
     */
    public static List<Finding> of(LoadedKit loaded, LinkKit kit) throws EngineException {
        Look look = new Look(loaded, kit);
        List<Finding> findings = new ArrayList<>();
        for (Question question : BY_WORTH) {
            findings.addAll(question.ask(look));
        }
        return findings;
    }
}
