package org.karlworkbench.relink;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
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
import org.karlworkbench.linker.PlacedPiece;
import org.karlworkbench.linker.Settings;
import org.karlworkbench.linker.Template;
import org.karlworkbench.linker.script.ScriptParser;

/**
 * By the linker that is built in. What all links of a kit share is kept while the kit is.
 *
 * @param kit the kit
 * @param prepared linker, flags and limits
 * @param staging where the kernel goes
 */
record BuiltInLinking(LoadedKit kit, Preparation prepared, Staging staging) implements Linking {
    private static final Map<LoadedKit, SoftReference<Made>> MADE = new WeakHashMap<>();
    private static final String KERNEL = "kernel";

    /** By what a linker for a kit is known. */
    private record Words(String script, List<String> flags) {}

    /** The linker that was made last for a kit: other settings are tried one after the other, not side by side. */
    private record Made(Words words, BuiltInLinker linker) {}

    @Override
    public ObjectFile gap(GapPlan plan, Progress progress) throws EngineException {
        return GapObject.of(plan.like(), plan.page(), plan.pad(), plan.gaps());
    }

    @Override
    public Linked link(LinkScript script, Draw draw, GapPlan plan, ObjectFile gap, Progress progress)
            throws EngineException {
        BuiltInLinker linker = linker(script, progress);
        progress.checkCancelled();
        Gaps gaps = plan == null ? Gaps.NONE : plan.gaps();
        List<String> order = kit.linkOrder(draw.order());
        long page = plan == null ? 1 : plan.page();
        LinkedKernel linked = linker.link(order, draw.sections(), gaps, page, plan == null ? 0 : plan.pad());
        Path kernel = staging.file(KERNEL);
        try {
            linked.write(kernel);
        } catch (IOException e) {
            throw EngineException.io(kernel, e);
        }
        return new Linked(kernel, _ -> places(linked.layout().pieces(), gap));
    }

    /** Whether the linker that was made last for a kit binds all draws alike; not if none is kept. */
    static boolean isSettled(LoadedKit kit) {
        synchronized (MADE) {
            SoftReference<Made> kept = MADE.get(kit);
            Made known = kept == null ? null : kept.get();
            return known != null && known.linker().isSettled();
        }
    }

    private BuiltInLinker linker(LinkScript script, Progress progress) throws EngineException {
        if (script.argument() == null) {
            throw new EngineException(
                    "unlinkable",
                    kit.folder().toString(),
                    null,
                    "the kit has no linker script, without which the built-in linker does not link",
                    "link it with lld or ld");
        }
        String text = LinkScript.read(kit.folder().resolve(script.argument()));
        Words words = new Words(text, prepared.flags().args());
        synchronized (MADE) {
            SoftReference<Made> kept = MADE.get(kit);
            Made known = kept == null ? null : kept.get();
            if (known == null || !known.words().equals(words)) {
                Settings settings = Settings.of(words.flags());
                Template template = Template.of(kit, ScriptParser.parse(script.name(), text), settings, progress);
                known = new Made(words, new BuiltInLinker(template));
                MADE.put(kit, new SoftReference<>(known)); // it refers to the kit, which shall go when nobody else does
            }
            return known.linker();
        }
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
        return row.object().equals(Places.GAP) && gap != null ? gap.sections().find(row.section()) : row.index();
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
