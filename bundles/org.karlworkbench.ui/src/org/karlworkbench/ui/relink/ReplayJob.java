package org.karlworkbench.ui.relink;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;
import org.karlworkbench.relink.ReplayResult;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.linkers.LinkerKind;
import org.karlworkbench.ui.linkers.Linkers;

/** Repeats a relink from its ledger entry, into a kernel beside it, and says whether the bytes are the same. */
final class ReplayJob extends LinkJob {
    private final RelinkItem relink;

    ReplayJob(RelinkItem relink) {
        super("Replaying " + relink.label(), relink.kitFile());
        this.relink = relink;
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        Path entryFile = relink.entryFile();
        LedgerEntry entry = LedgerFiles.read(entryFile);
        Path kernel = RelinkFolder.replayed(relink.kernel());
        LoadedKit kit = Kits.get().read(relink.kitFile(), progress);
        LinkerTool linker = Linkers.named(new LinkerKind(kit.architecture(), entry.getLinker()))
                .orElse(null);
        ReplayResult result = Replay.run(new ReplayRequest(entryFile, entry, kit, kernel, linker), progress);
        String said = kernel.getFileName()
                + (result.identical() ? ": the same bytes as " : ": other bytes than ")
                + relink.label();
        console.head(said);
        result.differs().forEach(line -> console.say("differs: " + line));
        Outcome.message(relink.kitFile(), said);
    }
}
