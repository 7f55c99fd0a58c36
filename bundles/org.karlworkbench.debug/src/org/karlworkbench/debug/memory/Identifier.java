package org.karlworkbench.debug.memory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.debug.LedgerSearch;
import org.karlworkbench.debug.memory.Identified.Verdict;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LedgerGlance;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;

/**
 * Finds out which kernel a dump of memory ran: the one that is named, one of a ledger, or one of a kit whose draw is
 * recovered. What counts is code and read-only data; a running kernel changes neither, but for its startup code.
 */
public final class Identifier {
    private static final String CORE = ".core";

    private final Path ledger;
    private final LoadedKit kit;
    private final Path kernel;
    private final Path output;
    private final Progress progress;
    private final List<String> evidence = new ArrayList<>();
    private MemoryDump dump;

    private Identifier(Path ledger, LoadedKit kit, Path kernel, Path output, Progress progress) {
        this.ledger = ledger;
        this.kit = kit;
        this.kernel = kernel;
        this.output = output;
        this.progress = progress;
    }

    /**
     * The kernel that savecore(8) puts beside a core file: {@code bsd.0} beside {@code bsd.0.core}.
     *
     * @param core the core file
     * @return the kernel; null where there is no such file, or the core file has another name
     */
    public static Path kernelBeside(Path core) {
        String name = String.valueOf(core.getFileName());
        if (!name.endsWith(CORE) || name.length() == CORE.length()) {
            return null;
        }
        Path kernel = core.resolveSibling(name.substring(0, name.length() - CORE.length()));
        return Files.isRegularFile(kernel) ? kernel : null;
    }

    /**
     * Finds out.
     *
     * @param dump the dump: raw memory or a core file
     * @param ledger a ledger to search, or null
     * @param kit a kit by which the draw can be recovered, or null
     * @param kernel a kernel that it may have run, or null
     * @param output where to write the kernel once more, or null
     * @param progress told of phases; asked for cancel
     * @return what is known
     * @throws EngineException when a file cannot be read or written, or the kernel not be linked again
     */
    public static Identified run(Path dump, Path ledger, LoadedKit kit, Path kernel, Path output, Progress progress)
            throws EngineException {
        try (MemoryDump opened = MemoryDump.open(dump)) {
            return new Identifier(ledger, kit, kernel, output, progress).judge(opened);
        }
    }

    private Identified judge(MemoryDump opened) throws EngineException {
        dump = opened;
        evidence.add(opened.words());
        if (kernel != null && isKernel()) {
            Path beside = LedgerFiles.beside(kernel);
            String entry = (Files.isRegularFile(beside) ? beside : kernel).toString();
            return new Identified(Verdict.IDENTIFIED, entry, List.of(entry), null, evidence);
        }
        Identified found = ledger == null ? null : fromLedger();
        if (found == null && kit != null) {
            found = recovered();
        }
        return found == null ? new Identified(Verdict.NONE, null, List.of(), null, evidence) : found;
    }

    private boolean isKernel() throws EngineException {
        List<Anchor> anchors;
        try (ElfFile file = ElfFile.open(kernel)) {
            anchors = Anchors.of(file);
        }
        Match match = Match.of(anchors, Scan.of(dump, anchors, progress), Anchor::offset);
        evidence.add(match.agreeing() + " of " + anchors.size() + " samples of the code of " + kernel
                + " are in memory at the same distances");
        // samples hold addresses too, so that another relink has few of them; the startup code may be gone
        boolean same = match.isGood() && match.agreeing() * 4L >= anchors.size() * 3L;
        if (!same) {
            evidence.add(kernel + " and " + dump.file() + " do not belong together");
        }
        return same;
    }

    /** A relink of the ledger in which all anchors that are in memory have their places. */
    private Identified fromLedger() throws EngineException {
        List<LedgerGlance> fitting = new ArrayList<>();
        try (LedgerSearch search = new LedgerSearch(ledger, kit)) {
            for (LedgerSearch.Group group : search.run(_ -> null, progress)) {
                group.unread().forEach(each -> evidence.add("not looked at: " + each.entry() + ": " + each.reason()));
                if (group.kit() != null) {
                    fit(group, fitting);
                }
            }
            if (fitting.isEmpty()) {
                evidence.add("no relink of " + ledger + " has its code where memory has it");
                return null;
            }
            List<String> candidates =
                    fitting.stream().map(each -> each.file().toString()).toList();
            boolean one = fitting.stream().map(LedgerGlance::sha256).distinct().count() == 1;
            if (one && fitting.size() > 1) {
                evidence.add("they are one kernel, relinked " + fitting.size() + " times: all have the same bytes");
            }
            Path written = one && output != null ? replay(fitting.getFirst().file(), search) : null;
            return new Identified(
                    one ? Verdict.IDENTIFIED : Verdict.SEVERAL,
                    one ? candidates.getFirst() : null,
                    candidates,
                    written,
                    evidence);
        }
    }

    private void fit(LedgerSearch.Group group, List<LedgerGlance> fitting) throws EngineException {
        List<Anchor> anchors = Anchors.of(group.kit().kit());
        List<List<Long>> positions = Scan.of(dump, anchors, progress);
        for (LedgerSearch.Placed each : group.relinks()) {
            Map<List<Object>, Long> addresses = addresses(each.places());
            Match match = Match.of(anchors, positions, anchor -> {
                Long base = addresses.get(List.of(anchor.object(), anchor.section()));
                return base == null ? Match.NOWHERE : base + anchor.offset();
            });
            if (match.isGood()) {
                fitting.add(each.entry());
                evidence.add(
                        match.agreeing() + " of " + match.found() + " samples of the kit's objects lie in memory as in "
                                + each.entry().file());
            }
        }
    }

    private static Map<List<Object>, Long> addresses(Places places) {
        Map<List<Object>, Long> addresses = new HashMap<>();
        for (int row = 0; row < places.count(); row++) {
            if (places.kind(row) == PlaceKind.INPUT) {
                addresses.put(List.of(places.object(row), places.sectionIndex(row)), places.address(row));
            }
        }
        return addresses;
    }

    private Path replay(Path entryFile, LedgerSearch search) throws EngineException {
        LedgerEntry entry = LedgerFiles.read(entryFile);
        ReplayRequest request = new ReplayRequest(entryFile, entry, search.kit(entry.getKitDigest()), output);
        boolean identical = Replay.run(request, progress).identical();
        evidence.add(
                output + (identical ? " is that kernel, byte for byte" : " has the draw, but not the bytes, of it"));
        return output;
    }

    private Identified recovered() throws EngineException {
        MemoryRecovery.Found found = MemoryRecovery.run(dump, kit, output, evidence, progress);
        return found == null
                ? null
                : new Identified(
                        Verdict.RECOVERED,
                        found.entry() == null ? null : found.entry().toString(),
                        found.entry() == null
                                ? List.of()
                                : List.of(found.entry().toString()),
                        output,
                        evidence);
    }
}
