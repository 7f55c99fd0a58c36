package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LinkedBy;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.FoundRelink;
import org.karlworkbench.layout.Recovery;

/** Makes a ledger entry for a kernel that someone else linked: with the draw that was recovered, and without a seed. */
public final class FoundEntry {
    private FoundEntry() {}

    /**
     * Writes the entry and its places into a ledger's folder.
     *
     * @param kernel the kernel
     * @param kit the kit from which it was linked
     * @param found its draw
     * @param ledger the folder for both; it is made, or closed to others
     * @param progress told what is doubtful about the folder
     * @return the entry's file; {@link Replay} takes it
     * @throws EngineException when a file cannot be read or written
     */
    public static Path write(Path kernel, LoadedKit kit, Recovery found, Path ledger, Progress progress)
            throws EngineException {
        Target target = Target.of(null, ledger, kit, progress);
        try (Staging staging = Staging.in(target.ledger())) {
            EntryMaker maker = entry(kernel, kit, found.draw())
                    .made(target, kit.digest(), KernelFile.sha256(kernel), found.endboot());
            maker.entry().setKernel(kernel.toAbsolutePath().normalize().toString());
            return install(maker, found, target, staging, new Installation(staging.folder()));
        }
    }

    /**
     * Copies a kernel that was found with the notes of its relink, and writes the entry and its places beside the copy.
     *
     * @param found what lies in the kit's folder; its notes agree with it
     * @param kit the kit
     * @param copy the file to write, beside which the entry goes
     * @param progress told what is doubtful about the folder
     * @return the entry's file
     * @throws EngineException when a file cannot be read or written; everything is as before then
     */
    public static Path adopt(FoundRelink found, LoadedKit kit, Path copy, Progress progress) throws EngineException {
        Target target = Target.of(copy, null, kit, progress);
        try (Staging staging = Staging.in(target.folder())) {
            Path staged = copied(found.kernel(), staging.file("kernel"));
            String sha256 = KernelFile.settle(staged, null).sha256();
            EntryMaker maker = entry(found.kernel(), kit, found.draw());
            maker.made(target, kit.digest(), sha256, found.recovery().endboot());
            Installation installation = new Installation(staging.folder());
            installation.add(staged, target.kernel());
            return install(maker, found.recovery(), target, staging, installation);
        }
    }

    private static Path copied(Path kernel, Path copy) throws EngineException {
        try {
            return Files.copy(kernel, copy);
        } catch (IOException e) {
            throw EngineException.io(kernel, e);
        }
    }

    private static EntryMaker entry(Path kernel, LoadedKit kit, Draw draw) throws EngineException {
        EntryMaker maker = new EntryMaker().drawn(kit, recipe(kernel), null, draw);
        maker.entry().setLinker(maker.entry().getRecipe().getLinker());
        return maker.filled((int) kit.plan().pad(), kit.plan().page());
    }

    private static Path install(
            EntryMaker maker, Recovery found, Target target, Staging staging, Installation installation)
            throws EngineException {
        Path entryFile = maker.entryFile(target);
        Path placesFile = LedgerFiles.placesOf(entryFile);
        maker.entry().setPlaces(placesFile.getFileName().toString());
        found.places().write(staging.file("places"));
        LedgerFiles.write(staging.file("entry"), maker.entry());
        installation.add(staging.file("entry"), entryFile);
        installation.add(staging.file("places"), placesFile);
        installation.run();
        return entryFile;
    }

    /** The settings of the original, by the linker that left its mark. */
    private static Recipe recipe(Path kernel) throws EngineException {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        try (ElfFile file = ElfFile.open(kernel)) {
            recipe.setLinker(LinkedBy.of(file).label());
        }
        return recipe;
    }
}
