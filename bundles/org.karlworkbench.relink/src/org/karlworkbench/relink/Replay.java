package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Recovery;

/** Repeats a relink from its ledger entry: the same bytes, or a statement of what is other than it was. */
public final class Replay {
    private Replay() {}

    /**
     * Relinks a kit with an entry's order, gaps, pad word, page, flags and linker. An entry of its own is made beside the
     * kernel.
     *
     * @param request which entry, by which kit, and where to
     * @param progress told of the phases and the linker's own words; asked for cancel
     * @return whether the bytes are the same, and what differs
     * @throws EngineException {@code bad-ledger} if the entry makes no sense, {@code wrong-kit} if the kit does not have
     *     its objects, and as {@link Relink#run}
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public static ReplayResult run(ReplayRequest request, Progress progress) throws EngineException {
        requireOther(request);
        EntryDraw draw = EntryDraw.of(request);
        LoadedKit kit = request.kit();
        LinkerTool tool = draw.tool();
        List<String> now = Linking.flags(kit, tool, Preparation.flags(kit, draw.recipe(), tool));
        RelinkResult relink = Relink.run(
                new RelinkRequest(
                        kit,
                        draw.recipe(),
                        draw.seed(),
                        draw.repeat(now),
                        request.kernel(),
                        null,
                        tool,
                        Limits.of(kit)),
                progress);
        return result(request.entry(), relink, now);
    }

    private static void requireOther(ReplayRequest request) throws EngineException {
        Path written = LedgerFiles.beside(request.kernel());
        try {
            if (Files.exists(written) && Files.isSameFile(written, request.entryFile())) {
                throw new EngineException(
                        "bad-target",
                        request.kernel().toString(),
                        null,
                        "is the kernel of the entry that is replayed",
                        "choose another name");
            }
        } catch (IOException e) {
            throw EngineException.io(written, e);
        }
    }

    private static ReplayResult result(LedgerEntry then, RelinkResult relink, List<String> flags) {
        LedgerEntry now = relink.entry();
        boolean identical = now.getSha256().equals(then.getSha256());
        List<String> differs = new ArrayList<>();
        if (!now.getKitDigest().equals(then.getKitDigest())) {
            differs.add("kit: its digest was " + then.getKitDigest() + " and is " + now.getKitDigest()
                    + "; which files changed cannot be told, since only the digest of the whole kit is kept");
        }
        boolean found = Recovery.ALGORITHM.equals(then.getAlgorithm());
        if (!found) {
            compareLinker(differs, then, now, flags);
        } else if (!identical) {
            differs.add(
                    "bytes: the draw was found in a kernel that was linked elsewhere, perhaps by another version of the"
                            + " linker or with other flags; the order of ambiguous objects can show too");
        }
        if (!identical && differs.isEmpty()) {
            differs.add("bytes: nothing that the entry records differs, and yet the linker wrote another kernel");
        }
        return new ReplayResult(relink, identical, differs);
    }

    private static void compareLinker(List<String> differs, LedgerEntry then, LedgerEntry now, List<String> flags) {
        compare(differs, "linker version", then.getLinkerVersion(), now.getLinkerVersion());
        compare(differs, "linker program", then.getLinkerPath(), now.getLinkerPath());
        if (!flags.equals(then.getFlags())) {
            compare(differs, "flags", String.join(" ", then.getFlags()), String.join(" ", flags));
        }
    }

    private static void compare(List<String> differs, String what, String then, String now) {
        if ((then == null || then.isEmpty()) && now != null) {
            differs.add(what + ": not in the entry; now " + now);
        } else if (!Objects.equals(then, now)) {
            differs.add(what + ": was " + then + ", would now be " + now);
        }
    }
}
