package org.karlworkbench.ui.items;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Recovery;
import org.karlworkbench.ui.Formats;

/**
 * One relink of a kit: a kernel and what its ledger entry says about it. The seed and the order stay in the ledger; they
 * undo the randomization and are not shown around.
 *
 * @param kitFile the kit's file
 * @param kernel the kernel's file, which need not be there
 * @param linker the linker and the number of its version
 * @param sha256 the kernel's digest as the ledger has it
 * @param started when, as an ISO instant
 * @param millis how long it took
 * @param gaps the gaps drawn
 * @param endboot where the head and its gap end, as written in the ledger
 * @param recipe the recipe's name
 * @param algorithm how the draw was made
 * @param dropped flags of the kit that the linker was not given
 * @param note the person's own words
 * @param pinned whether no clean-up takes it
 */
public record RelinkItem(
        IFile kitFile,
        Path kernel,
        String linker,
        String sha256,
        String started,
        long millis,
        Gaps gaps,
        String endboot,
        String recipe,
        String algorithm,
        List<String> dropped,
        String note,
        boolean pinned)
        implements InKit {

    /**
     * What a ledger entry says.
     *
     * @param kitFile the kit's file
     * @param kernel the kernel's file
     * @param entry its entry
     */
    public static RelinkItem of(IFile kitFile, Path kernel, LedgerEntry entry) {
        return new RelinkItem(
                kitFile,
                kernel,
                linker(entry),
                entry.getSha256(),
                entry.getStarted(),
                entry.getMillis(),
                LedgerFiles.gaps(entry),
                entry.getEndboot(),
                entry.getRecipe().getName(),
                entry.getAlgorithm(),
                List.copyOf(entry.getDropped()),
                entry.getNote(),
                entry.isPinned());
    }

    private static String linker(LedgerEntry entry) {
        return Formats.linker(entry.getLinker(), entry.getLinkerVersion());
    }

    /** The entry's file; it is there even where the kernel is not. */
    public Path entryFile() {
        return LedgerFiles.beside(kernel);
    }

    /** Whether the kernel was linked elsewhere, and its draw found. */
    private boolean isFound() {
        return Recovery.ALGORITHM.equals(algorithm);
    }

    @Override
    public String label() {
        return kernel.getFileName().toString();
    }

    @Override
    public String icon() {
        return "kernel";
    }

    @Override
    public Facts facts() {
        return new Facts()
                .in("Relink")
                .add("Kernel", kernel.toString())
                .add("Digest (SHA-256)", sha256)
                .add("Linked", Formats.time(started))
                .add("Took", Formats.millis(millis))
                .add("Linker", linker)
                .add("Recipe", recipe)
                .add("Dropped flags", String.join(" ", dropped))
                .add("Note", note)
                .add("Pinned", pinned ? "yes: no clean-up takes it" : "")
                .in("Draw")
                .add("Algorithm", isFound() ? "found in a kernel that was linked elsewhere" : algorithm)
                .add("Seed", isFound() ? "unknown" : "in the ledger entry beside the kernel")
                .add("End of startup code (endboot)", endboot)
                .in("Gaps")
                .add("text0", Formats.bytes(gaps.text0()))
                .add("text1", Formats.bytes(gaps.text1()))
                .add("rodata", Formats.bytes(gaps.rodata()))
                .add("data", Formats.bytes(gaps.data()))
                .add("bss", Formats.bytes(gaps.bss()));
    }
}
