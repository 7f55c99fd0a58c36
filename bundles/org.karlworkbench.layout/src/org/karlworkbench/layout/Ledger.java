package org.karlworkbench.layout;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.FileDigest;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.model.LedgerEntry;

/**
 * What the ledger entry beside a kernel tells, if it is about this kernel.
 *
 * @param entry the entry, or null
 * @param places the places file that it names, or null
 */
public record Ledger(LedgerEntry entry, Places places) {
    private static final Ledger NONE = new Ledger(null, null);

    /**
     * Looks beside a kernel. An entry that cannot be read is a problem of the entry's, not of the kernel's.
     *
     * @param problems takes a line for each thing that cannot be used
     */
    static Ledger beside(Path kernel, List<String> problems) throws EngineException {
        Ledger claimed = claimedBeside(kernel, problems);
        // An older entry beside a newer kernel is an everyday thing: it is silently none of ours.
        boolean own = claimed.entry != null && FileDigest.of(kernel).equals(claimed.entry.getSha256());
        return own ? claimed : NONE;
    }

    /**
     * Looks beside a kernel for an entry, whether or not the kernel is still the one that it tells of: a damaged kernel is
     * no other one.
     *
     * @param kernel the kernel
     * @param problems takes a line for each thing that cannot be used
     * @return the entry and the places, each null where it is missing or cannot be used
     */
    public static Ledger claimedBeside(Path kernel, List<String> problems) {
        try {
            return LedgerFiles.readBeside(kernel)
                    .map(entry -> new Ledger(entry, places(kernel, entry, problems)))
                    .orElse(NONE);
        } catch (EngineException e) {
            problems.add(e.line());
            return NONE;
        }
    }

    private static Places places(Path kernel, LedgerEntry entry, List<String> problems) {
        String name = entry.getPlaces();
        if (name == null || name.isEmpty()) {
            return null;
        }
        // Only a file in the entry's own folder: an entry may come from elsewhere.
        if (name.contains("/") || name.indexOf('\0') >= 0 || name.equals("..")) {
            problems.add(new EngineException("bad-ledger", name, null, "not a file beside the entry", null).line());
            return null;
        }
        try {
            return Places.read(kernel.resolveSibling(name));
        } catch (EngineException e) {
            problems.add(e.line());
            return null;
        }
    }
}
