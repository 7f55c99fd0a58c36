package org.karlworkbench.machine;

import java.time.InstantSource;
import org.karlworkbench.machine.disk.Disk;
import org.karlworkbench.machine.disk.RealDisk;

/**
 * What a machine is worked on with.
 *
 * @param disk through which its files change
 * @param maker links its kernels
 * @param clock tells the time for the timeline and the log, and nothing is decided by it
 */
public record MachineTools(Disk disk, KernelMaker maker, InstantSource clock) {
    /**
     * The real disk and clock.
     *
     * @param maker links the kernels
     */
    public MachineTools(KernelMaker maker) {
        this(new RealDisk(), maker, InstantSource.system());
    }
}
