package org.karlworkbench.relink;

import java.nio.file.Path;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Places;

/**
 * A link that is made to see where a linker puts things: the body in the kit's own order, gaps that nobody drew, and
 * neither kernel nor ledger entry stay. It is not proven, as a relink is: who asks wants to know what is wrong.
 *
 * @param tool the linker
 * @param gaps the gaps as they lie in {@code gap.o}
 * @param page the target's page size in bytes
 * @param places where everything lies, by the linker's map
 * @param sections the kernel's sections
 * @param segments the kernel's segments
 * @param symbols the kernel's symbols; none when the kit's flags strip them
 */
public record TrialLink(
        LinkerTool tool, Gaps gaps, long page, Places places, Sections sections, Segments segments, Symbols symbols) {
    /**
     * Links into a private temporary folder, which is gone afterwards.
     *
     * @param kit the kit
     * @param recipe page and pad word
     * @param gaps the gaps
     * @param tool the linker
     * @param progress told the linker's words; asked for cancel
     * @return what it made
     * @throws EngineException as {@link Relink#run} does, but for what is found when a kernel is proven
     */
    public static TrialLink run(LoadedKit kit, Recipe recipe, Gaps gaps, LinkerTool tool, Progress progress)
            throws EngineException {
        progress.checkCancelled();
        progress.begin("linking with " + tool.title(), 0);
        try (Staging staging = Staging.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            Path target = staging.file("target");
            RelinkRequest request = new RelinkRequest(kit, recipe, Seed.random(), target, null, tool, null);
            Preparation prepared = Preparation.of(request, progress);
            boolean gapped = kit.architecture().randomized();
            GapPlan plan = gapped ? GapMaker.plan(request, gaps) : null;
            Linking linking = Linking.of(kit, prepared, staging, true);
            ObjectFile gap = gapped ? linking.gap(plan, progress) : null;
            LinkScript script =
                    LinkScript.prepare(kit.folder(), prepared.flags().script(), null, staging.folder());
            Draw draw = new Draw(Draws.ALGORITHM, kit.plan().body(), gaps);
            Linking.Linked linked = linking.link(script, draw, plan, gap, progress);
            return read(linked, tool, gaps, Draws.page(kit.plan(), recipe));
        }
    }

    private static TrialLink read(Linking.Linked linked, LinkerTool tool, Gaps gaps, long page) throws EngineException {
        try (ElfFile kernel = ElfFile.open(linked.kernel())) {
            Places places = linked.placing().in(kernel);
            return new TrialLink(tool, gaps, page, places, kernel.sections(), kernel.segments(), kernel.symbols());
        }
    }
}
