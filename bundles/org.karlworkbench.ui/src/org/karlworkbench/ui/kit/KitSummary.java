package org.karlworkbench.ui.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.items.KitItem;

/** What a kit is, line by line; the values can be selected and copied. */
final class KitSummary {
    private static final List<String> NAMES = List.of(
            "Folder",
            "Architecture",
            "Objects",
            "Head",
            "Tail",
            "Functions",
            "Sizes",
            "Page and pad word",
            "Startup code",
            "Digest");

    private final Map<String, Text> values = new LinkedHashMap<>();

    KitSummary(FormToolkit toolkit, Composite parent) {
        GridLayoutFactory.swtDefaults().numColumns(2).margins(4, 4).applyTo(parent);
        for (String name : NAMES) {
            toolkit.createLabel(parent, name + ":");
            Text value = new Text(parent, SWT.READ_ONLY | SWT.SINGLE);
            toolkit.adapt(value, true, false);
            Spoken.name(value, name);
            Ids.mark(
                    value,
                    "kit.summary." + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(200, SWT.DEFAULT)
                    .applyTo(value);
            values.put(name, value);
        }
        values.get("Objects")
                .setToolTipText(
                        "What is linked: head, body and tail, without gap.o. The page Objects lists those too that"
                                + " no list of the Makefile names.");
    }

    void show(KitModel model) {
        LinkKit kit = model.known();
        Architecture arch = model.architecture().orElse(null);
        set("Folder", kit.getSource());
        set("Architecture", arch == null ? kit.getArch() : words(arch));
        set("Objects", KitItem.objects(kit));
        set("Head", String.join(", ", kit.getHead()));
        set("Tail", String.join(", ", kit.getTail()));
        set("Functions", Formats.count(sum(kit, KitObject::getFunctions)));
        set("Sizes", sizes(kit));
        set("Page and pad word", Formats.bytes(model.page()) + ", " + Formats.word(kit.getPad()));
        set("Startup code", arch == null ? "" : startup(arch));
        set("Digest", kit.getDigest());
    }

    private void set(String name, String value) {
        Text text = values.get(name);
        String shown = value == null || value.isEmpty() ? "–" : value;
        if (!text.getText().equals(shown)) {
            text.setText(shown);
        }
    }

    private static String words(Architecture arch) {
        return arch.name() + ", " + arch.bits() + " bits, " + arch.endian() + "-endian";
    }

    private static String sizes(LinkKit kit) {
        return "text " + Formats.brief(sum(kit, KitObject::getText))
                + ", read-only data " + Formats.brief(sum(kit, KitObject::getRodata))
                + ", data " + Formats.brief(sum(kit, KitObject::getData))
                + ", BSS " + Formats.brief(sum(kit, KitObject::getBss));
    }

    private static long sum(LinkKit kit, ToLongFunction<KitObject> value) {
        return kit.getObjects().stream().mapToLong(value).sum();
    }

    private static String startup(Architecture arch) {
        return switch (arch.startup()) {
            case UNMAP -> "head and first gap, unmapped after boot; readable from endboot on";
            case TRASH -> "head and first gap, overwritten after boot; readable from endboot on";
            case NONE -> "stays mapped";
        };
    }
}
