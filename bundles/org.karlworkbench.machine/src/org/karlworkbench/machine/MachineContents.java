package org.karlworkbench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;

/**
 * What lies in a machine's root.
 *
 * @param status how the machine is
 * @param kernels the kernels that are there: {@code /bsd}, {@code /bsd.booted}, {@code /obsd}
 * @param kits the kits, unpacked or in the base set's archive
 * @param interrupted whether a change of {@code /bsd} was interrupted, which the next run settles
 * @param freeBytes how much room is left where {@code /bsd} lies
 * @param events all that happened, the oldest first
 */
public record MachineContents(
        MachineStatus status,
        List<Placed> kernels,
        List<Placed> kits,
        boolean interrupted,
        long freeBytes,
        List<Event> events) {
    /** Copies the lists. */
    public MachineContents {
        kernels = List.copyOf(kernels);
        kits = List.copyOf(kits);
        events = List.copyOf(events);
    }

    /**
     * Something that takes room.
     *
     * @param name how the machine calls it: {@code /bsd}, or a kit's path
     * @param sha256 a kernel's digest; null for a kit
     * @param bytes its size
     */
    public record Placed(String name, String sha256, long bytes) {}

    /**
     * Whether there is nothing yet.
     *
     * @return true if neither a kernel nor a kit is there
     */
    public boolean isEmpty() {
        return kernels.isEmpty() && kits.isEmpty();
    }

    static MachineContents of(MachineFiles files) throws EngineException {
        MachineStatus status = MachineStatus.of(files);
        List<Placed> kernels = new ArrayList<>();
        addKernel(kernels, files, files.kernel(), status.kernelSha256());
        addKernel(kernels, files, files.booted(), status.bootedSha256());
        addKernel(kernels, files, files.oldKernel(), status.obsdSha256());
        return new MachineContents(
                status,
                kernels,
                kits(files),
                SafeDisk.exists(files.intent()),
                free(files),
                Timeline.read(files.timeline()));
    }

    private static void addKernel(List<Placed> kernels, MachineFiles files, Path file, String sha256)
            throws EngineException {
        if (sha256 != null) {
            kernels.add(new Placed(files.named(file), sha256, size(file)));
        }
    }

    private static List<Placed> kits(MachineFiles files) throws EngineException {
        List<Placed> kits = new ArrayList<>();
        for (String name : KitTrees.names(files)) {
            long bytes = 0;
            for (Path file : SafeDisk.entries(files.tree(name))) {
                bytes += size(file);
            }
            kits.add(new Placed(files.named(files.tree(name)), null, bytes));
        }
        if (SafeDisk.exists(files.archive())) {
            kits.add(new Placed(files.named(files.archive()), null, size(files.archive())));
        }
        return kits;
    }

    private static long size(Path file) throws EngineException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static long free(MachineFiles files) throws EngineException {
        try {
            return Files.getFileStore(files.root()).getUsableSpace();
        } catch (IOException e) {
            throw EngineException.io(files.root(), e);
        }
    }
}
