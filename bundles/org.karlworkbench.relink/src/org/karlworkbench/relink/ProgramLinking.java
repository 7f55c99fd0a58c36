package org.karlworkbench.relink;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * By a program that runs as a child.
 *
 * @param kit the kit
 * @param prepared linker, flags and limits
 * @param staging where the files go
 */
record ProgramLinking(LoadedKit kit, Preparation prepared, Staging staging) implements Linking {
    @Override
    public ObjectFile gap(GapPlan plan, Progress progress) throws EngineException {
        LinkerDriver driver = Preparation.driver(kit, prepared.tool());
        return new GapMaker(driver, prepared.limits(), staging).make(plan, progress);
    }

    @Override
    public Linked link(LinkScript script, Draw draw, GapPlan plan, ObjectFile gap, Progress progress)
            throws EngineException {
        Path gapFile = gap == null ? null : gap.path();
        KernelLink link = new KernelLink(kit, prepared, staging, script, kit.linkOrder(draw.order()), gapFile);
        LinkMap map = link.run(progress);
        return new Linked(link.kernel(), null, kernel -> new PlaceMaker(map, kit, gap, kernel.sections()).places());
    }
}
