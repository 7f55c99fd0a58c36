package org.karlworkbench.ui.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;

/** What has to be chosen for a behaviour, in three columns: words, a field, and buttons that fill it. */
final class BehaviourFields {
    private static final String BETWEEN = ":";
    private static final String OWN = "the architecture's own";

    private final BehaviourKind kind;
    private final Composite area;
    private final Runnable changed;
    private final Map<BehaviourKind.Field, Text> texts = new EnumMap<>(BehaviourKind.Field.class);
    private Combo linker;

    BehaviourFields(BehaviourKind kind, Composite area, Runnable changed) {
        this.kind = kind;
        this.area = area;
        this.changed = changed;
        boolean many = kind != BehaviourKind.MAKE_INSTALL;
        text(BehaviourKind.Field.KITS, many ? "Link-kits, a colon between them" : "Link-kit", true);
        text(BehaviourKind.Field.NAME, "Name of the kit that runs, if there are several", false);
        boolean needed = kind == BehaviourKind.COPY;
        text(BehaviourKind.Field.KERNEL, needed ? "Kernel" : "Kernel, if it is not to be linked", true);
        linker();
    }

    private void text(BehaviourKind.Field field, String words, boolean isFile) {
        if (!kind.asks(field)) {
            return;
        }
        new Label(area, SWT.NONE).setText(words + ":");
        Text text = new Text(area, SWT.BORDER);
        Spoken.name(Ids.mark(text, "behaviour." + field.name().toLowerCase(Locale.ROOT)), words);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(360, SWT.DEFAULT)
                .span(isFile ? 1 : 3, 1)
                .applyTo(text);
        text.addListener(SWT.Modify, _ -> changed.run());
        texts.put(field, text);
        if (isFile) {
            boolean kits = field == BehaviourKind.Field.KITS;
            button("File…", kits ? 1 : 2, () -> new FileDialog(area.getShell(), SWT.OPEN).open(), field);
            if (kits) {
                button("Folder…", 1, () -> new DirectoryDialog(area.getShell()).open(), field);
            }
        }
    }

    /** A path that is chosen. */
    private interface Chooser {
        String choose();
    }

    private void button(String words, int columns, Chooser chooser, BehaviourKind.Field field) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(words);
        GridDataFactory.fillDefaults().span(columns, 1).applyTo(button);
        button.addListener(SWT.Selection, _ -> {
            String chosen = chooser.choose();
            if (chosen != null) {
                add(field, chosen);
            }
        });
    }

    /** Kits join those that are there; a kernel replaces another. */
    private void add(BehaviourKind.Field field, String chosen) {
        String before = text(field);
        boolean joins = field == BehaviourKind.Field.KITS && kind != BehaviourKind.MAKE_INSTALL && !before.isEmpty();
        texts.get(field).setText(joins ? before + BETWEEN + chosen : chosen);
    }

    private void linker() {
        if (!kind.asks(BehaviourKind.Field.LINKER)) {
            return;
        }
        new Label(area, SWT.NONE).setText("Linker:");
        linker = Spoken.name(Ids.mark(new Combo(area, SWT.READ_ONLY), "behaviour.linker"), "Linker");
        linker.setItems(OWN, "ld", "lld", "builtin");
        linker.select(0);
        GridDataFactory.swtDefaults().span(3, 1).applyTo(linker);
        linker.addListener(SWT.Selection, _ -> changed.run());
    }

    private String text(BehaviourKind.Field field) {
        Text text = texts.get(field);
        return text == null ? "" : text.getText().strip();
    }

    /** The linker that is chosen; null for the architecture's own. */
    String chosenLinker() {
        return linker == null || linker.getSelectionIndex() <= 0 ? null : linker.getText();
    }

    /** What is still to be chosen, in words; null where nothing is. */
    String prompt() {
        if (kind.asks(BehaviourKind.Field.KITS)
                && text(BehaviourKind.Field.KITS).isEmpty()) {
            return "Choose the folder or archive of a link-kit.";
        }
        if (kind == BehaviourKind.COPY && text(BehaviourKind.Field.KERNEL).isEmpty()) {
            return "Choose the kernel.";
        }
        return null;
    }

    /**
     * The behaviour with all that was chosen.
     *
     * @throws java.nio.file.InvalidPathException if something that was typed is no path
     */
    Behaviour behaviour() {
        return switch (kind) {
            case INSTALL -> new Behaviour.Install(base());
            case UPGRADE -> new Behaviour.Upgrade(base());
            case BOOT -> new Behaviour.Boot();
            case MAKE_INSTALL -> new Behaviour.MakeInstall(Path.of(text(BehaviourKind.Field.KITS)), name(), kernel());
            case COPY -> new Behaviour.CopyKernel(kernel());
            case REENGAGE -> new Behaviour.Reengage();
        };
    }

    private Behaviour.Base base() {
        List<Path> kits = new ArrayList<>();
        for (String kit : text(BehaviourKind.Field.KITS).split(BETWEEN)) {
            if (!kit.isBlank()) {
                kits.add(Path.of(kit.strip()));
            }
        }
        return new Behaviour.Base(kits, name(), kernel());
    }

    private String name() {
        String name = text(BehaviourKind.Field.NAME);
        return name.isEmpty() ? null : name;
    }

    private Path kernel() {
        String kernel = text(BehaviourKind.Field.KERNEL);
        return kernel.isEmpty() ? null : Path.of(kernel);
    }
}
