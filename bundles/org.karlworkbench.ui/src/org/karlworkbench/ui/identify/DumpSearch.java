package org.karlworkbench.ui.identify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.debug.memory.Identified;
import org.karlworkbench.debug.memory.Identified.Verdict;
import org.karlworkbench.debug.memory.Identifier;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;

/**
 * Among what the kernel is searched that a dump of memory ran.
 *
 * @param dump the dump
 * @param kernel a kernel that it may have run, or null
 * @param kits the kits, by whose relinks it is identified, else recovered
 */
record DumpSearch(Path dump, Path kernel, List<IFile> kits) {
    /** Copies the list. */
    DumpSearch {
        kits = List.copyOf(kits);
    }

    /**
     * What is known of the kernel.
     *
     * @param identified the answer
     * @param kit the kit by which it was found; null where it was found without
     * @param evidence what was found on the way, in all kits
     */
    record Found(Identified identified, IFile kit, List<String> evidence) {
        /** Says what holds for all kits once. */
        Found {
            evidence = evidence.stream().distinct().toList();
        }

        /** Whether the kernel that was named is not the one that ran. */
        boolean isForeign() {
            return evidence.stream().anyMatch(each -> each.endsWith("do not belong together"));
        }
    }

    /** Searches. Not for the UI thread. */
    Found run(Progress progress) throws EngineException {
        List<String> evidence = new ArrayList<>();
        Identified last = null;
        if (kernel != null) {
            last = Identifier.run(dump, null, null, kernel, null, progress);
            evidence.addAll(last.evidence());
            if (last.verdict() != Verdict.NONE) {
                return new Found(last, null, evidence);
            }
        }
        for (IFile each : kits) {
            try {
                last = ofKit(each, evidence, progress);
            } catch (EngineException e) {
                if (kits.size() == 1) {
                    throw e;
                }
                evidence.add("not searched: " + KitFile.name(each) + ": " + e.line());
                continue;
            }
            if (last.verdict() != Verdict.NONE) {
                return new Found(last, each, evidence);
            }
        }
        return new Found(last, null, evidence);
    }

    /** By each of the kit's ledgers, then by its objects. */
    private Identified ofKit(IFile kitFile, List<String> evidence, Progress progress) throws EngineException {
        LoadedKit kit = Kits.get().read(kitFile, progress);
        List<Path> ledgers = new ArrayList<>(RelinkFolder.ledgers(kitFile));
        for (Path ledger : ledgers) {
            Identified found = Identifier.run(dump, ledger, null, null, null, progress);
            if (found.verdict() != Verdict.NONE) {
                evidence.addAll(found.evidence());
                return found;
            }
        }
        evidence.add(
                ledgers.isEmpty()
                        ? KitFile.name(kitFile) + " has no relinks"
                        : "no relink of " + KitFile.name(kitFile) + " has its code where memory has it");
        Identified recovered = Identifier.run(dump, null, kit, null, null, progress);
        evidence.addAll(recovered.evidence());
        return recovered;
    }
}
