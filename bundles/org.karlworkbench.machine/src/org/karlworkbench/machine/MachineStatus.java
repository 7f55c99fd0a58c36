package org.karlworkbench.machine;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;
import org.karlworkbench.relink.KernelFile;

/**
 * How a machine is.
 *
 * @param engaged whether the next boot relinks
 * @param reason why not; or what else the next run does; null where there is nothing to say
 * @param kernelSha256 the digest of {@code /bsd}, which the next boot starts; null where there is none
 * @param bootedSha256 the digest of {@code /bsd.booted}, which runs; null where nothing was booted yet
 * @param obsdSha256 the digest of {@code /obsd}, the one before; null where there is none
 * @param kit the kit from which the kernel is relinked; null where nobody knows
 */
public record MachineStatus(
        boolean engaged, String reason, String kernelSha256, String bootedSha256, String obsdSha256, String kit) {
    static MachineStatus of(MachineFiles files) throws EngineException {
        String kernel = digest(files.kernel());
        Engagement engagement = Engagement.of(files, kernel);
        return new MachineStatus(
                engagement.engaged(),
                engagement.reason(),
                kernel,
                digest(files.booted()),
                digest(files.oldKernel()),
                kit(files, kernel));
    }

    private static String kit(MachineFiles files, String kernel) throws EngineException {
        Intent intent = Intent.done(files, kernel);
        return intent != null && intent.kit() != null ? intent.kit() : KitTrees.running(files);
    }

    /** A kernel's digest; null where there is none. */
    static String digest(Path kernel) throws EngineException {
        return SafeDisk.exists(kernel) ? KernelFile.sha256(kernel) : null;
    }
}
