package org.karlworkbench.relink.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.KernelFile;

/**
 * Whether an entry and what belongs to it is what it should be.
 *
 * @param filed the entry
 * @param kernel what has become of its kernel; null where the entry cannot be read
 * @param problems a line for each thing that is not as it should be
 */
public record EntryCheck(FiledEntry filed, KernelState kernel, List<String> problems) {
    /** Copies the lines. */
    public EntryCheck {
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong with it. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /**
     * Looks at the entries of a ledger.
     *
     * @param ledger all its entries
     * @param places whether the places are read too, or only the kernels
     * @param progress told of a step for each entry; asked for cancel
     * @return a check for each, in the same order
     */
    public static List<EntryCheck> of(List<FiledEntry> ledger, boolean places, Progress progress) {
        progress.begin("checking kernels", ledger.size());
        Kernels kernels = new Kernels(ledger);
        List<EntryCheck> checks = new ArrayList<>(ledger.size());
        for (FiledEntry each : ledger) {
            progress.checkCancelled();
            checks.add(of(each, places, kernels));
            progress.worked(1);
        }
        return checks;
    }

    private static EntryCheck of(FiledEntry filed, boolean places, Kernels kernels) {
        if (!filed.isReadable()) {
            return new EntryCheck(filed, null, List.of(filed.problem().line()));
        }
        List<String> problems = new ArrayList<>();
        KernelState state = kernels.state(filed, problems);
        if (!state.isSound() && problems.isEmpty()) {
            problems.add(words(filed, state).line());
        }
        if (places) {
            readPlaces(filed, problems);
        }
        return new EntryCheck(filed, state, problems);
    }

    private static EngineException words(FiledEntry filed, KernelState state) {
        String problem = state == KernelState.MISSING
                ? "is the kernel of the entry " + filed.name() + " and is not there"
                : "is not the kernel of the entry " + filed.name() + ": its digest is another";
        return new EngineException(
                "bad-kernel", filed.kernel().toString(), null, problem, "replay the entry to have it again");
    }

    private static void readPlaces(FiledEntry filed, List<String> problems) {
        String named = filed.entry().getPlaces();
        if (named == null || named.isEmpty()) {
            return; // an entry of another maker
        }
        Path places = filed.places();
        if (places == null) {
            String problem = "names " + named + ", which is no file beside the entry";
            problems.add(new EngineException("bad-ledger", filed.file().toString(), "places", problem, null).line());
            return;
        }
        try {
            Places.read(places);
        } catch (EngineException e) {
            problems.add(e.line());
        }
    }

    /** The kernels' digests; a file to which several relinks went is read once. */
    private static final class Kernels {
        private final Map<Path, String> digests = new HashMap<>();
        private final Set<String> known = new HashSet<>();

        Kernels(List<FiledEntry> ledger) {
            ledger.stream()
                    .filter(FiledEntry::isReadable)
                    .forEach(each -> known.add(key(each, each.entry().getSha256())));
        }

        private static String key(FiledEntry filed, String sha256) {
            return filed.kernel() + "\0" + sha256;
        }

        KernelState state(FiledEntry filed, List<String> problems) {
            if (filed.kernel() == null) {
                return KernelState.NONE;
            }
            if (filed.kernelBytes() < 0) {
                return KernelState.MISSING;
            }
            try {
                String sha256 = digests.get(filed.kernel());
                if (sha256 == null) {
                    sha256 = KernelFile.sha256(filed.kernel());
                    digests.put(filed.kernel(), sha256);
                }
                return state(filed, sha256);
            } catch (EngineException e) {
                problems.add(e.line());
                return KernelState.MISSING;
            }
        }

        private KernelState state(FiledEntry filed, String sha256) {
            if (sha256.equals(filed.entry().getSha256())) {
                return KernelState.SAME;
            }
            return known.contains(key(filed, sha256)) ? KernelState.REPLACED : KernelState.CHANGED;
        }
    }
}
