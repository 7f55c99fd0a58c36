package org.karlworkbench.relink;

import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Places;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Accounting;
import org.karlworkbench.verify.LinkedKernel;
import org.karlworkbench.verify.LinkedObjects;
import org.karlworkbench.verify.Unexplained;

/**
 * What was found when a linked kernel was read back from disk.
 *
 * @param endboot the address of {@code endboot}, or -1 without a gap
 * @param account what every byte is; null where only the shape was checked
 */
record Proof(long endboot, Account account) {
    /** A kernel that has been linked and not been believed yet. */
    record Claim(LoadedKit kit, Recipe recipe, LinkerTool tool, Linking.Linked made, LinkedObjects linked) {
        /** Opens the kernel; one that is not whole is the linker's fault. */
        ElfFile open() throws EngineException {
            try {
                return ElfFile.open(made.kernel());
            } catch (ElfException e) {
                throw notWhole(tool, e);
            }
        }
    }

    /**
     * Compares a kernel with what was to be linked.
     *
     * @param claim what the linker says it did
     * @param kernel what it wrote, as it is on the disk
     * @param places where everything lies
     * @param plan the gap that was linked, or null
     * @throws EngineException with code {@code bad-kernel} or {@code unexplained-bytes} and the first difference
     */
    static Proof of(Claim claim, Background<LinkedKernel> kernel, Places places, GapPlan plan, Progress progress)
            throws EngineException {
        try {
            LinkedKernel read = kernel.get();
            KernelCheck check = new KernelCheck(claim.kit(), claim.recipe(), read.file(), places, claim.tool());
            long endboot = shape(check, plan);
            if (plan != null) {
                check.symbol(endboot);
            }
            Account account = Accounting.check(read, places, progress);
            requireExplained(account, claim.tool());
            return new Proof(endboot, account);
        } catch (ElfException e) {
            throw notWhole(claim.tool(), e);
        }
    }

    /**
     * Compares only the shape of a kernel with what was to be linked: header, entry, segments, the gap; no symbols.
     *
     * @param kernel what is on the disk
     * @throws EngineException with code {@code bad-kernel}
     */
    static Proof ofShape(Claim claim, ElfFile kernel, Places places, GapPlan plan) throws EngineException {
        try {
            KernelCheck check = new KernelCheck(claim.kit(), claim.recipe(), kernel, places, claim.tool());
            return new Proof(shape(check, plan), null);
        } catch (ElfException e) {
            throw notWhole(claim.tool(), e);
        }
    }

    private static long shape(KernelCheck check, GapPlan plan) throws EngineException {
        check.file();
        check.textBase();
        check.sections();
        return plan == null ? -1 : check.gap(plan);
    }

    private static EngineException notWhole(LinkerTool tool, ElfException cause) {
        return new EngineException(
                "bad-kernel",
                tool.title(),
                cause.place(),
                "wrote no whole kernel: " + cause.getMessage(),
                "look for a lack of space, or use another linker or version",
                cause);
    }

    private static void requireExplained(Account account, LinkerTool tool) throws EngineException {
        if (!account.isExplained()) {
            String first = account.unexplained().stream()
                    .findFirst()
                    .map(Unexplained::line)
                    .orElse("nothing is said about them");
            throw new EngineException(
                    "unexplained-bytes",
                    tool.title(),
                    null,
                    "wrote a kernel with " + account.unexplainedBytes() + " bytes and " + account.findings()
                            + " places that the kit does not explain; the first: " + first,
                    "use another linker or version, and report this");
        }
    }
}
