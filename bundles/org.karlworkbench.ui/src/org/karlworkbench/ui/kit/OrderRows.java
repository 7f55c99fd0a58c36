package org.karlworkbench.ui.kit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.Recipe;

/** Whether the body is shuffled. */
final class OrderRows {
    private final RecipeForm form;
    private final Button shuffled;
    private final Button fixed;

    OrderRows(FormToolkit toolkit, Composite parent, RecipeForm form) {
        this.form = form;
        toolkit.createLabel(parent, "Order of the body:");
        Composite choices = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(choices);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(choices);
        shuffled = radio(choices, "Shuffled", "order.shuffled", true);
        fixed = radio(choices, "As in the Makefile", "order.fixed", false);
    }

    private Button radio(Composite parent, String text, String id, boolean value) {
        Button button = FormParts.button(parent, SWT.RADIO, text, id);
        button.addListener(SWT.Selection, _ -> {
            if (button.getSelection()) {
                set(value);
            }
        });
        return button;
    }

    private void set(boolean shuffle) {
        Recipe recipe = form.recipe();
        if (recipe != null && recipe.isShuffle() != shuffle) {
            form.model().edits().set("Change Order", recipe, KitPackage.Literals.RECIPE__SHUFFLE, shuffle);
        }
    }

    void show() {
        Recipe recipe = form.recipe();
        shuffled.setEnabled(recipe != null);
        fixed.setEnabled(recipe != null);
        shuffled.setSelection(recipe != null && recipe.isShuffle());
        fixed.setSelection(recipe != null && !recipe.isShuffle());
        shuffled.setToolTipText(
                form.model().known().isShuffled()
                        ? "Each relink draws a new order of the body"
                        : "The kit's Makefile keeps the order (SMALL_KERNEL); so does a relink");
    }
}
