package org.karlworkbench.machine;

import java.util.Objects;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;

/**
 * Whether the next boot relinks (KARL.md section E, step 5).
 *
 * @param engaged true if so
 * @param reason why not, in words; or what the next run will do besides; null where there is nothing to say
 */
record Engagement(boolean engaged, String reason) {
    /** Judges by what is on the disk; {@code kernel} is the digest of /bsd, null where there is none. */
    static Engagement of(MachineFiles files, String kernel) throws EngineException {
        if (kernel == null) {
            return not("there is no /bsd");
        }
        if (Intent.done(files, kernel) != null) {
            return new Engagement(true, "a change that was interrupted is completed by the next run");
        }
        String checksum = files.named(files.checksum());
        if (!SafeDisk.exists(files.checksum())) {
            return not(checksum + " is missing");
        }
        String expected = Checksum.read(files.checksum());
        if (expected == null) {
            return not(checksum + " holds no checksum of /bsd");
        }
        if (!Objects.equals(expected, kernel)) {
            return not("/bsd is not the kernel whose checksum is in " + checksum);
        }
        return KitTrees.ready(files) ? new Engagement(true, null) : not("there is no kit to relink from");
    }

    private static Engagement not(String reason) {
        return new Engagement(false, reason);
    }
}
