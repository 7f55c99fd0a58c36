package org.karlworkbench.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.ui.Formats;

/** Chooses the linker; says which version is here, or which package would bring it. */
final class LinkerRow {
    private static final List<String> VALUES = List.of("", LinkerTool.GNU, LinkerTool.LLD);

    private final RecipeForm form;
    private final Combo combo;
    private Architecture asked;

    LinkerRow(FormToolkit toolkit, Composite parent, RecipeForm form) {
        this.form = form;
        toolkit.createLabel(parent, "Linker:");
        combo = FormParts.choice(parent, "recipe.linker", "Linker");
        combo.setItems("The architecture's own", "GNU ld", "lld");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(8, 0)
                .hint(160, SWT.DEFAULT)
                .applyTo(combo);
        combo.addListener(SWT.Selection, _ -> chosen());
    }

    private void chosen() {
        String value = VALUES.get(combo.getSelectionIndex());
        Recipe recipe = form.recipe();
        if (recipe != null && !value.equals(recipe.getLinker())) {
            form.model().edits().set("Change Linker", recipe, KitPackage.Literals.RECIPE__LINKER, value);
        }
        warn();
    }

    void show() {
        Recipe recipe = form.recipe();
        combo.setEnabled(recipe != null);
        combo.select(recipe == null ? 0 : Math.max(0, VALUES.indexOf(recipe.getLinker())));
        Architecture architecture = form.model().architecture().orElse(null);
        if (architecture != null && !architecture.equals(asked)) {
            asked = architecture;
            ask(architecture);
        }
        warn();
    }

    /** Asking a linker for its version starts it, so that is done in a Job. */
    private void ask(Architecture architecture) {
        Job job = Job.create("Asking Linkers for Their Versions", _ -> {
            String[] words = words(architecture);
            if (!combo.isDisposed()) {
                combo.getDisplay().asyncExec(() -> name(words));
            }
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    private void name(String[] words) {
        if (!combo.isDisposed()) {
            int selected = combo.getSelectionIndex();
            combo.setItems(words);
            combo.select(selected);
        }
    }

    private static String[] words(Architecture architecture) {
        List<String> words = new ArrayList<>();
        Optional<LinkerTool> own = LinkerTools.find(architecture, null);
        words.add("The architecture's own: " + own.map(LinkerRow::version).orElse("none is here"));
        for (String name : VALUES.subList(1, VALUES.size())) {
            Optional<LinkerTool> tool = LinkerTools.find(architecture, name);
            words.add(tool.map(LinkerRow::version).orElseGet(() -> absent(architecture, name)));
        }
        return words.toArray(String[]::new);
    }

    private static String version(LinkerTool tool) {
        try {
            return Formats.linker(title(tool.name()), tool.version());
        } catch (EngineException e) {
            return title(tool.name()) + " (does not say its version)";
        }
    }

    private static String title(String name) {
        return name.equals(LinkerTool.GNU) ? "GNU ld" : name;
    }

    private static String absent(Architecture architecture, String name) {
        return title(name)
                + LinkerTools.debianPackage(architecture, name)
                        .map(brings -> " (not here; Debian's package " + brings + " brings it)")
                        .orElse(" (cannot link " + architecture.name() + ")");
    }

    private void warn() {
        form.report(null, combo);
        Recipe recipe = form.recipe();
        Architecture architecture = form.model().architecture().orElse(null);
        if (recipe == null || architecture == null) {
            return;
        }
        if (LinkerTools.find(architecture, recipe.getLinker()).isEmpty()) {
            form.warn("The chosen linker is not on this machine's PATH", combo);
        }
    }
}
