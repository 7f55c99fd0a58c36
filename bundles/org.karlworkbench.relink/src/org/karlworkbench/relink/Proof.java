package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Places;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Accounting;
import org.karlworkbench.verify.Unexplained;

/**
 * What was found when a linked kernel was read back from disk.
 *
 * @param places where everything lies
 * @param endboot the address of {@code endboot}, or -1 without a gap
 * @param account what every byte is
 */
record Proof(Places places, long endboot, Account account) {
    /** A kernel that has been linked and not been believed yet. */
    record Claim(LoadedKit kit, LinkerTool tool, Path kernel, LinkMap map, List<String> order) {}

    /**
     * Reads the kernel back and compares it with what was to be linked.
     *
     * @param claim what the linker says it did
     * @param plan the gap that was linked, or null
     * @param gap its object, or null
     * @throws EngineException with code {@code bad-kernel} or {@code unexplained-bytes} and the first difference
     */
    static Proof of(Claim claim, GapPlan plan, ObjectFile gap, Progress progress) throws EngineException {
        try (ElfFile kernel = ElfFile.open(claim.kernel())) {
            Places places = new PlaceMaker(claim.map(), claim.kit(), gap, kernel.sections()).places();
            KernelCheck check = new KernelCheck(claim.kit(), kernel, places, claim.tool());
            check.file();
            long endboot = plan == null ? -1 : check.gap(plan);
            Account account = Accounting.check(claim.kernel(), claim.kit(), gap, claim.order(), places, progress);
            requireExplained(account, claim.tool());
            return new Proof(places, endboot, account);
        } catch (ElfException e) {
            throw new EngineException(
                    "bad-kernel",
                    claim.tool().path().toString(),
                    e.place(),
                    "wrote no whole kernel: " + e.getMessage(),
                    "look for a lack of space, or use another linker or version",
                    e);
        }
    }

    private static void requireExplained(Account account, LinkerTool tool) throws EngineException {
        if (!account.isExplained()) {
            String first = account.unexplained().stream()
                    .findFirst()
                    .map(Unexplained::line)
                    .orElse("nothing is said about them");
            throw new EngineException(
                    "unexplained-bytes",
                    tool.path().toString(),
                    null,
                    "wrote a kernel with " + account.unexplainedBytes() + " bytes and " + account.findings()
                            + " places that the kit does not explain; the first: " + first,
                    "use another linker or version, and report this");
        }
    }
}
