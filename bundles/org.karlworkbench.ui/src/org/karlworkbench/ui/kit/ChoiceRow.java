package org.karlworkbench.ui.kit;

import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.model.Recipe;

/**
 * A setting with a few values, each said in words. A value that cannot work stays chosen in the row, with the reason, and
 * is written into the recipe once it can.
 */
final class ChoiceRow {
    private final RecipeForm form;
    private final String title;
    private final EAttribute feature;
    private final List<String> values;
    private final Combo combo;
    private Recipe refusedBy;

    /**
     * Makes the row.
     *
     * @param id the name of the control
     * @param values the setting's values
     * @param words what is shown for each
     */
    ChoiceRow(
            FormToolkit toolkit,
            Composite parent,
            RecipeForm form,
            String title,
            String id,
            EAttribute feature,
            List<String> values,
            String... words) {
        this.form = form;
        this.title = title;
        this.feature = feature;
        this.values = values;
        toolkit.createLabel(parent, title + ":");
        combo = FormParts.choice(parent, id, title);
        combo.setItems(words);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(8, 0)
                .hint(160, SWT.DEFAULT)
                .applyTo(combo);
        combo.addListener(SWT.Selection, _ -> chosen());
    }

    private void chosen() {
        String value = values.get(combo.getSelectionIndex());
        Recipe recipe = form.recipe();
        if (recipe == null) {
            return;
        }
        String problem = form.check(feature.getName(), copy -> copy.eSet(feature, value));
        form.report(problem == null ? null : title + ": " + problem, combo);
        refusedBy = problem == null ? null : recipe;
        if (problem == null && !value.equals(recipe.eGet(feature))) {
            form.model().edits().set("Change " + title, recipe, feature, value);
        }
    }

    void show() {
        Recipe recipe = form.recipe();
        combo.setEnabled(recipe != null);
        if (refusedBy != null && refusedBy == recipe) {
            combo.getDisplay().asyncExec(this::tryAgain);
            return;
        }
        refusedBy = null;
        form.report(null, combo);
        combo.select(recipe == null ? 0 : values.indexOf(recipe.eGet(feature)));
    }

    /** Another setting has changed, and it may have been the one that stood in the way. */
    private void tryAgain() {
        if (!combo.isDisposed() && refusedBy != null) {
            chosen();
        }
    }
}
