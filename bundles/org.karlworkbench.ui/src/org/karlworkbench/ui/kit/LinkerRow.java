package org.karlworkbench.ui.kit;

import java.util.List;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.linkers.LinkerKind;
import org.karlworkbench.ui.linkers.LinkerPaths;
import org.karlworkbench.ui.linkers.Linkers;

/** Chooses the linker; says which version is here, or which package would bring it. */
final class LinkerRow {
    private static final String OWN = "The architecture's own";
    private static final List<String> VALUES = List.of("", LinkerTool.GNU, LinkerTool.LLD, LinkerTool.BUILT_IN.name());

    private final RecipeForm form;
    private final Combo combo;
    private final Job asking;
    private volatile Architecture asked;
    private List<Choice> choices = List.of();

    LinkerRow(FormToolkit toolkit, Composite parent, RecipeForm form) {
        this.form = form;
        toolkit.createLabel(parent, "Linker:");
        combo = FormParts.choice(parent, "recipe.linker", "Linker");
        combo.setItems(VALUES.stream()
                .map(name -> name.isEmpty() ? OWN : LinkerKind.title(name))
                .toArray(String[]::new));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(8, 0)
                .hint(160, SWT.DEFAULT)
                .applyTo(combo);
        combo.addListener(SWT.Selection, _ -> chosen());
        asking = asking(combo.getDisplay());
        LinkerPaths.follow(combo, this::askAgain);
    }

    private void chosen() {
        String value = VALUES.get(combo.getSelectionIndex());
        Recipe recipe = form.recipe();
        String problem = recipe == null ? null : form.check("linker", copy -> copy.setLinker(value));
        if (problem != null) {
            form.report("Linker: " + problem, combo);
            return;
        }
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
            choices = List.of();
            asking.schedule();
        }
        warn();
    }

    private void askAgain() {
        if (asked != null) {
            asking.schedule();
        }
    }

    /** Asking a linker for its version starts it, so that is done in a Job; asked again meanwhile, it asks once more. */
    private Job asking(Display display) {
        Job job = Job.create("Asking Linkers for Their Versions", _ -> {
            Architecture architecture = asked;
            List<Choice> found =
                    VALUES.stream().map(name -> Choice.of(architecture, name)).toList();
            display.asyncExec(() -> take(found));
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        return job;
    }

    private void take(List<Choice> found) {
        if (!combo.isDisposed()) {
            choices = found;
            int selected = combo.getSelectionIndex();
            combo.setItems(found.stream().map(Choice::words).toArray(String[]::new));
            combo.select(selected);
            warn();
        }
    }

    /**
     * What is said of a choice.
     *
     * @param words in the list
     * @param problem why no linker can be had for it, null when one can
     */
    private record Choice(String words, String problem) {
        static Choice of(Architecture architecture, String name) {
            try {
                LinkerTool tool = Linkers.of(architecture, name);
                String version = Formats.linker(tool.name(), tool.version());
                return new Choice(name.isEmpty() ? OWN + ": " + version : version, null);
            } catch (EngineException e) {
                String words = name.isEmpty() ? OWN : LinkerKind.title(name);
                return new Choice(words + " (" + absent(architecture, name) + ")", Problems.line(e));
            }
        }

        private static String absent(Architecture architecture, String name) {
            LinkerKind kind = new LinkerKind(architecture, name.isEmpty() ? architecture.baseLinker() : name);
            if (LinkerPaths.of(kind).isPresent()) {
                return "the program in the preferences cannot be used";
            }
            return LinkerTools.debianPackage(architecture, name)
                    .map(brings -> "not here; the Debian package " + brings + " brings it")
                    .orElse("cannot link " + architecture.name());
        }
    }

    private void warn() {
        form.report(null, combo);
        int selected = combo.getSelectionIndex();
        if (form.recipe() != null && selected >= 0 && selected < choices.size()) {
            String problem = choices.get(selected).problem();
            if (problem != null) {
                form.warn(problem, combo);
            }
        }
    }
}
