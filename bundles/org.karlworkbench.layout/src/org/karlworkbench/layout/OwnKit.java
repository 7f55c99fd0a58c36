package org.karlworkbench.layout;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.LedgerEntry;

/**
 * Whether a kernel was linked from the kit that is named for it. What is told of a kernel by another kernel's kit looks
 * like any other answer, and all of it is wrong.
 */
public final class OwnKit {
    private OwnKit() {}

    /**
     * Refuses a kit of which the kernel's ledger entry says that it is another one.
     *
     * @param kernel the kernel, as it is named in messages
     * @param kit the kit that is named for it
     * @param entry the kernel's own ledger entry
     * @throws EngineException with code {@code wrong-kit}
     */
    public static void require(Path kernel, LoadedKit kit, LedgerEntry entry) throws EngineException {
        if (!kit.digest().equals(entry.getKitDigest())) {
            throw new EngineException(
                    "wrong-kit",
                    kernel.toString(),
                    "kitDigest",
                    "was linked from a kit with the digest " + entry.getKitDigest() + ", and " + kit.origin() + " has "
                            + kit.digest(),
                    "give the kit from which it was linked: " + entry.getKitPath());
        }
    }

    /**
     * Refuses a kit from which a kernel was not linked, by its ledger entry or, without one, by what is in it.
     *
     * @param kernel the kernel's layout
     * @param kit the kit that is named for it
     * @param progress asked for cancel
     * @throws EngineException with code {@code wrong-kit}; when the kernel cannot be read
     */
    public static void require(Layout kernel, LoadedKit kit, Progress progress) throws EngineException {
        LedgerEntry entry = kernel.entry().orElse(null);
        if (entry != null) {
            require(kernel.kernel(), kit, entry);
            return;
        }
        try (ElfFile file = ElfFile.open(kernel.kernel())) {
            require(file, kernel.symbolTable(), kit, progress);
        }
    }

    /**
     * Refuses a kit as {@link Recovery} does. Where the names and sizes of functions agree, which takes no time, nothing
     * else has to be looked at.
     *
     * @throws EngineException with code {@code wrong-kit}
     */
    static void require(ElfFile kernel, Symbols symbols, LoadedKit kit, Progress progress) throws EngineException {
        Belonging.requireSameMachine(kernel, kit);
        if (kernel.sections().count() == 0) {
            return; // its segments are shown, and nothing is taken from the kit
        }
        KitJoin join = new KitJoin(symbols, 0, kit);
        Belonging.requireNothingForeign(kernel, kit, join);
        if (symbols.count() > 0 && IntStream.range(0, kit.objects().size()).allMatch(object -> agrees(join, object))) {
            return;
        }
        try {
            Recovery.of(kernel, kit, Progress.silent(progress::cancelled));
        } catch (EngineException e) {
            if ("wrong-kit".equals(e.code())) {
                throw e;
            }
            // A damaged kernel is looked at as far as it goes.
        }
    }

    private static boolean agrees(KitJoin join, int number) {
        ObjectFile object = join.objects().get(number);
        Symbols own = object.symbols();
        return IntStream.range(1, own.count())
                .filter(i -> Belonging.isFunction(own, i))
                .allMatch(i -> {
                    int found = join.found(number, i);
                    return found >= 0
                            && join.kernel().isInSection(found)
                            && join.kernel().size(found) == own.size(i);
                });
    }
}
