package org.karlworkbench.ui.kit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.Recipe;

/** Whether each relink takes a seed of its own, or all take the one that is given here. */
final class SeedRows {
    private static final String SETTING = "seed";

    private final RecipeForm form;
    private final Button fresh;
    private final Button given;
    private final Button draw;
    private final Text text;
    private final Field field;
    private boolean wantsGiven;
    private String known = "";

    SeedRows(FormToolkit toolkit, Composite parent, RecipeForm form) {
        this.form = form;
        toolkit.createLabel(parent, "Seed:");
        Composite choices = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(choices);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(choices);
        fresh = FormParts.button(choices, SWT.RADIO, "New for each relink", "seed.new");
        given = FormParts.button(choices, SWT.RADIO, "Given", "seed.given");
        draw = FormParts.button(choices, SWT.PUSH, "Draw One", "seed.draw");
        draw.setToolTipText("Takes a seed from the system's random generator");
        toolkit.createLabel(parent, "");
        text = FormParts.text(parent, SWT.NONE, "seed.text", "Seed");
        text.setFont(JFaceResources.getTextFont());
        text.setMessage("64 hexadecimal digits");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(8, 0)
                .hint(200, SWT.DEFAULT)
                .applyTo(text);
        field = new Field(text, this::read, this::problem, this::write, problem -> form.report(problem, text));
        fresh.addListener(SWT.Selection, _ -> takeFresh());
        given.addListener(SWT.Selection, _ -> takeGiven());
        draw.addListener(SWT.Selection, _ -> text.setText(Seed.random().hex()));
        text.addListener(SWT.FocusOut, _ -> form.model().edits().pause());
    }

    private String read() {
        Recipe recipe = form.recipe();
        return recipe == null || recipe.getSeed() == null ? "" : recipe.getSeed();
    }

    private String problem(String typed) {
        if (wantsGiven && typed.isEmpty()) {
            return "Seed: give 64 hexadecimal digits, or draw one";
        }
        String problem = form.check(SETTING, copy -> copy.setSeed(typed));
        return problem == null ? null : "Seed: " + problem + " (" + typed.length() + " given)";
    }

    private void write(String seed) {
        if (!seed.equals(read())) {
            known = seed;
            form.model().edits().type("Change Seed", form.recipe(), KitPackage.Literals.RECIPE__SEED, seed);
        }
    }

    private void takeFresh() {
        if (fresh.getSelection() && form.recipe() != null) {
            wantsGiven = false;
            if (!read().isEmpty()) {
                form.model().edits().set("Change Seed", form.recipe(), KitPackage.Literals.RECIPE__SEED, "");
            }
            field.showAnew();
            enable();
        }
    }

    private void takeGiven() {
        if (given.getSelection()) {
            wantsGiven = true;
            enable();
            form.report(problem(text.getText().strip()), text);
            text.setFocus();
        }
    }

    private void enable() {
        boolean any = form.recipe() != null;
        fresh.setEnabled(any);
        given.setEnabled(any);
        fresh.setSelection(!wantsGiven);
        given.setSelection(wantsGiven);
        text.setEnabled(any && wantsGiven);
        draw.setEnabled(any && wantsGiven);
    }

    void show(boolean anew) {
        // A person who has chosen "Given" and is still typing keeps that choice until the recipe itself changes.
        if (anew || !read().equals(known)) {
            known = read();
            wantsGiven = !known.isEmpty();
        }
        if (anew) {
            field.showAnew();
        } else {
            field.show();
        }
        enable();
    }
}
