package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Places;

/** Makes gap.o through a linker, without a compiler, and reads it back. */
final class GapMaker {
    private final LinkerDriver driver;
    private final Limits limits;
    private final Staging staging;

    GapMaker(LinkerDriver driver, Limits limits, Staging staging) {
        this.driver = driver;
        this.limits = limits;
        this.staging = staging;
    }

    /**
     * What a kit's gap has to be.
     *
     * @param request the relink: page and pad word are those that are repeated, else the recipe's, else the kit's
     * @param gaps the drawn sizes
     */
    static GapPlan plan(RelinkRequest request, Gaps gaps) {
        LoadedKit kit = request.kit();
        ElfHeader like = kit.objects().getFirst().header();
        Repeat repeat = request.repeat();
        return repeat == null
                ? new GapPlan(like, Draws.page(kit.plan(), request.recipe()), pad(kit, request.recipe()), gaps)
                : new GapPlan(like, repeat.page(), repeat.pad(), gaps);
    }

    /** The word that fills the gaps: the recipe's where it is set, else the kit's. */
    static int pad(LoadedKit kit, Recipe recipe) {
        String set = recipe.getPad();
        return (int) (set == null || set.isEmpty() ? kit.plan().pad() : Long.decode(set));
    }

    /**
     * Makes it.
     *
     * @param plan what it has to be
     * @param progress told the linker's words, asked for cancel
     * @return the object, in the staging folder
     * @throws EngineException when the linker fails or makes something else
     */
    ObjectFile make(GapPlan plan, Progress progress) throws EngineException {
        GapFiles files = new GapFiles(plan);
        Path script = write("gap.link", files.script());
        Path dummy = write("dummy.o", files.dummy());
        Path gap = staging.file(Places.GAP);
        ChildProcess child = new ChildProcess(staging.folder(), staging.folder(), limits, progress);
        List<String> command = driver.gapCommand(script.getFileName(), dummy.getFileName(), gap.getFileName());
        ChildResult result = child.run(command, OutputSink.NOTHING);
        if (!result.ok()) {
            throw new LinkerFailure(driver.tool(), "the gap", limits).of(result);
        }
        try (ElfFile file = ElfFile.open(gap)) {
            GapCheck.check(plan, file, driver.tool());
        } catch (EngineException e) {
            throw "bad-gap".equals(e.code()) ? e : unreadable(e);
        }
        return ObjectFile.read(Places.GAP, gap);
    }

    private EngineException unreadable(EngineException cause) {
        return new EngineException(
                "bad-gap",
                driver.tool().path().toString(),
                Places.GAP,
                "made no whole gap: " + cause.getMessage(),
                "use another linker or version",
                cause);
    }

    private Path write(String name, byte[] content) throws EngineException {
        Path file = staging.file(name);
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
