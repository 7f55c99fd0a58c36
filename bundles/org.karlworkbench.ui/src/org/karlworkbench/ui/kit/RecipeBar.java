package org.karlworkbench.ui.kit;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.Recipe;

/** Chooses the recipe that the page edits, and copies, renames and deletes recipes. */
final class RecipeBar {
    private final KitModel model;
    private final Combo combo;
    private final Button rename;
    private final Button delete;

    RecipeBar(FormToolkit toolkit, Composite parent, KitModel model) {
        this.model = model;
        GridLayoutFactory.swtDefaults().numColumns(5).margins(4, 4).applyTo(parent);
        toolkit.createLabel(parent, "Recipe:");
        combo = FormParts.choice(parent, "recipe.choice", "Recipe");
        combo.setToolTipText("The recipe shown below, and by which Relink in this editor works");
        combo.addListener(SWT.Selection, _ -> model.choose(combo.getText()));
        GridDataFactory.fillDefaults().hint(220, SWT.DEFAULT).applyTo(combo);
        button(parent, "Copy…", "recipe.copy", "Adds a recipe with the settings of this one", this::copy);
        rename = button(parent, "Rename…", "recipe.rename", "Gives this recipe another name", this::rename);
        delete = button(parent, "Delete", "recipe.delete", "Deletes this recipe", this::delete);
    }

    private static Button button(Composite parent, String text, String id, String tip, Runnable action) {
        Button button = FormParts.button(parent, SWT.PUSH, text, id);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    private void copy() {
        String name = ask("Copy Recipe", free());
        if (name != null) {
            Recipe chosen = model.chosen();
            Recipe recipe = chosen == null ? KitFactory.eINSTANCE.createRecipe() : EcoreUtil.copy(chosen);
            recipe.setName(name);
            model.edits().add(model.kit(), recipe);
            model.choose(name);
        }
    }

    private void rename() {
        Recipe chosen = model.chosen();
        String name = ask("Rename Recipe", chosen.getName());
        if (name != null) {
            model.edits().set("Rename Recipe", chosen, KitPackage.Literals.RECIPE__NAME, name);
        }
    }

    private void delete() {
        model.edits().remove(model.kit(), model.chosen());
    }

    private String ask(String title, String proposal) {
        InputDialog dialog = new InputDialog(combo.getShell(), title, "Name of the recipe:", proposal, this::problem);
        return dialog.open() == Window.OK ? dialog.getValue().strip() : null;
    }

    private String problem(String name) {
        if (name.isBlank()) {
            return ""; // not allowed, and no words are needed to say so
        }
        return names().contains(name.strip()) ? "There is a recipe of that name" : null;
    }

    private String free() {
        Recipe chosen = model.chosen();
        String stem = chosen == null ? "Recipe" : String.valueOf(chosen.getName());
        int number = 2;
        while (names().contains(stem + " " + number)) {
            number++;
        }
        return stem + " " + number;
    }

    private List<String> names() {
        return model.kit().getRecipes().stream()
                .map(recipe -> String.valueOf(recipe.getName()))
                .toList();
    }

    void show() {
        String[] names = names().toArray(String[]::new);
        if (!java.util.Arrays.equals(names, combo.getItems())) {
            boolean focused = combo.isFocusControl();
            combo.setItems(names);
            if (focused) {
                combo.setFocus(); // it lost it while it was empty
            }
        }
        Recipe chosen = model.chosen();
        combo.setText(chosen == null ? "" : String.valueOf(chosen.getName()));
        rename.setEnabled(chosen != null);
        boolean deletable = names.length > 1;
        if (!deletable && delete.isFocusControl()) {
            combo.setFocus(); // a button that is off keeps no focus, and without one no key is heard
        }
        delete.setEnabled(deletable);
    }
}
