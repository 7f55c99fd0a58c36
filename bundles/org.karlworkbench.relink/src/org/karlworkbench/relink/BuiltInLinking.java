package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedKernel;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.PlacedPiece;

/**
 * By the linker that is built in.
 *
 * @param kit the kit
 * @param prepared linker, flags and limits
 * @param staging where the kernel goes
 * @param alone whether all processors are for this link
 */
record BuiltInLinking(LoadedKit kit, Preparation prepared, Staging staging, boolean alone) implements Linking {
    private static final String KERNEL = "kernel";

    @Override
    public ObjectFile gap(GapPlan plan, Progress progress) throws EngineException {
        return GapObject.of(plan.like(), plan.page(), plan.pad(), plan.gaps());
    }

    @Override
    public Linked link(LinkScript script, Draw draw, GapPlan plan, ObjectFile gap, Progress progress)
            throws EngineException {
        KeptLinkers.requireScript(kit, script.argument());
        String text = LinkScript.read(kit.folder().resolve(script.argument()));
        BuiltInLinker linker =
                KeptLinkers.of(kit, script.name(), text, prepared.flags().args(), progress);
        progress.checkCancelled();
        Gaps gaps = plan == null ? Gaps.NONE : plan.gaps();
        List<String> order = kit.linkOrder(draw.order());
        long page = plan == null ? 1 : plan.page();
        int pad = plan == null ? 0 : plan.pad();
        Path kernel = staging.file(KERNEL);
        LinkedKernel linked = linker.linkTo(kernel, order, draw.sections(), gaps, page, pad, alone);
        LinkedLayout layout = linked.layout(); // and not the kernel, whose bytes may go while it is checked
        return new Linked(kernel, alone ? null : linked.bytes(), _ -> places(layout.pieces(), gap));
    }

    private static Places places(List<PlacedPiece> rows, ObjectFile gap) {
        Places.Builder places = new Places.Builder();
        for (PlacedPiece row : rows) {
            places.add(
                    kind(row.kind()),
                    row.object(),
                    row.section(),
                    index(row, gap),
                    row.output(),
                    row.address(),
                    row.size());
        }
        return places.build();
    }

    private static int index(PlacedPiece row, ObjectFile gap) {
        boolean ofGap = row.index() < 0 && gap != null && row.object().equals(Places.GAP);
        return ofGap ? gap.sections().find(row.section()) : row.index();
    }

    private static PlaceKind kind(PlacedPiece.Kind kind) {
        return switch (kind) {
            case INPUT -> PlaceKind.INPUT;
            case COMMON -> PlaceKind.COMMON;
            case MERGED -> PlaceKind.MERGED;
            case LINKER -> PlaceKind.LINKER;
        };
    }
}
