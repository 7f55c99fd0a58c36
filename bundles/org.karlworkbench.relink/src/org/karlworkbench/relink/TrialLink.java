package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
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
        progress.begin("linking with " + tool.path().getFileName(), 0);
        try (Staging staging = Staging.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            Path target = staging.file("target");
            RelinkRequest request = new RelinkRequest(kit, recipe, Seed.random(), target, null, tool, null);
            Preparation prepared = Preparation.of(request, progress);
            ObjectFile gap = null;
            if (kit.architecture().randomized()) {
                GapPlan plan = GapMaker.plan(request, gaps);
                gap = new GapMaker(prepared.driver(), prepared.limits(), staging).make(plan, progress);
            }
            return link(kit, recipe, gaps, prepared, staging, gap, progress);
        }
    }

    private static TrialLink link(
            LoadedKit kit,
            Recipe recipe,
            Gaps gaps,
            Preparation prepared,
            Staging staging,
            ObjectFile gap,
            Progress progress)
            throws EngineException {
        LinkScript script = LinkScript.prepare(kit.folder(), prepared.flags().script(), null, staging.folder());
        Path gapFile = gap == null ? null : gap.path();
        KernelLink link = new KernelLink(kit, prepared, staging, script, order(kit, gap != null), gapFile);
        LinkMap map = link.run(progress);
        try (ElfFile kernel = ElfFile.open(link.kernel())) {
            Places places = new PlaceMaker(map, kit, gap, kernel.sections()).places();
            return new TrialLink(
                    prepared.driver().tool(),
                    gaps,
                    Draws.page(kit.plan(), recipe),
                    places,
                    kernel.sections(),
                    kernel.segments(),
                    kernel.symbols());
        }
    }

    private static List<String> order(LoadedKit kit, boolean gap) {
        List<String> order = new ArrayList<>(kit.plan().head());
        if (gap) {
            order.add(Places.GAP);
        }
        order.addAll(kit.plan().body());
        order.addAll(kit.plan().tail());
        return order;
    }
}
