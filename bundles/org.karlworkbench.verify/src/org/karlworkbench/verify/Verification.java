package org.karlworkbench.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Ledger;
import org.karlworkbench.layout.OwnKit;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Recovery;

/**
 * Verifies a kernel that was linked earlier. What its link order and gaps are is told by the ledger entry beside it; those
 * of a kernel that someone else linked are recovered first.
 */
public final class Verification {
    private final LoadedKit kit;
    private final LedgerEntry entry;

    private Verification(LoadedKit kit, LedgerEntry entry) {
        this.kit = kit;
        this.entry = entry;
    }

    /**
     * Accounts for every byte of a kernel.
     *
     * @param kernel the kernel
     * @param kit the kit from which it was linked
     * @param progress told of two phases, three where nothing beside the kernel tells how it was linked; asked for cancel
     * @return the account
     * @throws EngineException with code {@code wrong-kit} if the kernel was linked from another kit; when a file cannot be
     *     read
     */
    public static Account of(Path kernel, LoadedKit kit, Progress progress) throws EngineException {
        List<String> problems = new ArrayList<>();
        Ledger ledger = Ledger.claimedBeside(kernel, problems);
        if (ledger.entry() == null || Recovery.ALGORITHM.equals(ledger.entry().getAlgorithm())) {
            return recovered(kernel, kit, progress);
        }
        String why = problems.isEmpty() ? "" : ": " + problems.getFirst();
        OwnKit.require(kernel, kit, ledger.entry());
        if (ledger.places() == null) {
            throw new EngineException(
                    "no-places",
                    kernel.toString(),
                    null,
                    "the places file of its ledger entry is missing or damaged" + why,
                    "restore it beside the entry, or replay the entry");
        }
        return new Verification(kit, ledger.entry()).check(kernel, ledger.places(), progress);
    }

    /** Accounts for a kernel of which nothing but the kit is known. */
    private static Account recovered(Path kernel, LoadedKit kit, Progress progress) throws EngineException {
        try (ElfFile file = ElfFile.open(kernel)) {
            Recovery found = Recovery.of(file, kit, progress);
            boolean gap = kit.architecture().randomized();
            ObjectFile made = gap ? gap(kit, kit.plan().page(), kit.plan().pad(), found.gaps()) : null;
            LinkedObjects linked = new LinkedObjects(kit, made, kit.linkOrder(found.order()));
            Places places = PoolRows.with(file, kit, found.places());
            return Accounting.check(new LinkedKernel(file, linked), places, progress);
        }
    }

    private Account check(Path kernel, Places places, Progress progress) throws EngineException {
        List<String> order = new ArrayList<>(entry.getHead());
        order.addAll(entry.getOrder());
        order.addAll(entry.getTail());
        ObjectFile gap = order.contains(Places.GAP) ? gap() : null;
        Unit unit = entry.getRecipe() == null ? Unit.OBJECT : Unit.of(entry.getRecipe());
        return Accounting.check(kernel, new LinkedObjects(kit, gap, order, unit), places, progress);
    }

    private ObjectFile gap() throws EngineException {
        Gaps gaps = LedgerFiles.gaps(entry);
        String pad = entry.getRecipe() == null ? "" : entry.getRecipe().getPad();
        long word = pad == null || pad.isEmpty() ? kit.plan().pad() : Long.decode(pad);
        long page = entry.getRecipe() == null ? kit.plan().page() : Draws.page(kit.plan(), entry.getRecipe());
        return gap(kit, page, word, gaps);
    }

    private static ObjectFile gap(LoadedKit kit, long page, long pad, Gaps gaps) throws EngineException {
        return GapObject.of(kit.objects().getFirst().header(), page, (int) pad, gaps);
    }
}
