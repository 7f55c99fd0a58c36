package org.karlworkbench.relink;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Recovery;

/** Makes a ledger entry for a kernel that someone else linked: with the draw that was recovered, and without a seed. */
public final class FoundEntry {
    private static final String COMMENT = ".comment";

    /** What lld writes into the comment of all that it links. */
    private static final Pattern LLD_MARK = Pattern.compile("Linker: .*LLD");

    private FoundEntry() {}

    /**
     * Writes the entry and its places.
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
            EntryMaker maker = new EntryMaker().drawn(kit, recipe(kernel), null, found.draw());
            maker.filled((int) kit.plan().pad(), kit.plan().page());
            maker.made(target, kit.digest(), KernelFile.sha256(kernel), found.endboot());
            maker.entry().setKernel(kernel.toAbsolutePath().normalize().toString());
            maker.entry().setLinker(maker.entry().getRecipe().getLinker());
            Path entryFile = maker.entryFile(target);
            Path placesFile = EntryMaker.placesFile(entryFile);
            maker.entry().setPlaces(placesFile.getFileName().toString());
            found.places().write(staging.file("places"));
            LedgerFiles.write(staging.file("entry"), maker.entry());
            Installation installation = new Installation(staging.folder());
            installation.add(staging.file("entry"), entryFile);
            installation.add(staging.file("places"), placesFile);
            installation.run();
            return entryFile;
        }
    }

    /** The settings of the original, by the linker that left its mark. */
    private static Recipe recipe(Path kernel) throws EngineException {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        try (ElfFile file = ElfFile.open(kernel)) {
            recipe.setLinker(isOfLld(file) ? LinkerTool.LLD : LinkerTool.GNU);
        }
        return recipe;
    }

    /** lld signs its work in the comment, where the script keeps that, and writes the sections' names first of all names. */
    private static boolean isOfLld(ElfFile file) throws EngineException {
        Sections sections = file.sections();
        int comment = sections.find(COMMENT);
        String words = comment < 0 ? "" : new String(file.content(comment), StandardCharsets.ISO_8859_1);
        int names = sections.find(".strtab");
        return LLD_MARK.matcher(words).find() || names > 0 && sections.find(".shstrtab") < names;
    }
}
