package org.karlworkbench.ui.lab;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.CountDialog;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;

/** Asks how many draws, by which recipe and from which seed. */
public final class MeasureDialog extends CountDialog {
    private static final int USUAL = 1_000;
    private static final String NOTE =
            "Each draw is placed by the built-in linker, as a relink would be, but no kernel is written. Cancelling ends with "
                    + "a result of the draws made so far.";
    private static final String BAD_SEED = "A seed has 64 hex digits; leave it empty for a new one.";

    private final List<Recipe> recipes;
    private int chosen;
    private Seed seed = Seed.random();
    private Label note;

    private MeasureDialog(Shell parent, String kit, List<Recipe> recipes, int chosen) {
        super(
                parent,
                new Words("Measure", "Measure Randomness", "Draws of " + kit + ":", "measure.count", 1, "Measure"),
                USUAL,
                false);
        this.recipes = recipes;
        this.chosen = chosen;
    }

    /**
     * Asks, and starts what was asked for.
     *
     * @param shell the window
     * @param kitFile the kit's file
     * @param recipe the recipe that is proposed, as it is edited; null for the kit's first
     */
    public static void ask(Shell shell, IFile kitFile, Recipe recipe) {
        List<Recipe> recipes = recipes(kitFile, recipe);
        int proposed = Math.max(0, recipes.indexOf(recipe));
        MeasureDialog dialog = new MeasureDialog(shell, KitFile.name(kitFile), recipes, proposed);
        if (dialog.open() == Window.OK) {
            LabJob.start(kitFile, recipes.get(dialog.chosen), dialog.count(), dialog.seed);
        }
    }

    /** The kit's recipes as they are saved, and in its place the one that is edited. */
    private static List<Recipe> recipes(IFile kitFile, Recipe edited) {
        LinkKit saved = Kits.get().saved(kitFile).value();
        List<Recipe> recipes = new ArrayList<>(saved == null ? List.of() : saved.getRecipes());
        if (edited != null) {
            recipes.replaceAll(each -> named(each).equals(named(edited)) ? edited : each);
            if (!recipes.contains(edited)) {
                recipes.addFirst(edited);
            }
        }
        return recipes.isEmpty() ? List.of(KitFactory.eINSTANCE.createRecipe()) : recipes;
    }

    private static String named(Recipe recipe) {
        return recipe.getName() == null ? "" : recipe.getName();
    }

    @Override
    protected void fill(Composite area) {
        new Label(area, SWT.NONE).setText("Recipe:");
        Combo recipe = Spoken.name(Ids.mark(new Combo(area, SWT.READ_ONLY), "measure.recipe"), "Recipe");
        recipe.setItems(recipes.stream().map(MeasureDialog::named).toArray(String[]::new));
        recipe.select(chosen);
        recipe.addListener(SWT.Selection, _ -> chosen = recipe.getSelectionIndex());
        GridDataFactory.fillDefaults().applyTo(recipe);
        new Label(area, SWT.NONE).setText("Seed:");
        Text text = Spoken.name(Ids.mark(new Text(area, SWT.BORDER), "measure.seed"), "Seed");
        text.setMessage("a new one");
        text.addListener(SWT.Modify, _ -> take(text.getText().strip()));
        GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).applyTo(text);
        note = Ids.mark(new Label(area, SWT.WRAP), "measure.note");
        note.setText(NOTE);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .hint(360, SWT.DEFAULT)
                .indent(0, 6)
                .applyTo(note);
    }

    private void take(String hex) {
        boolean valid = true;
        try {
            seed = hex.isEmpty() ? Seed.random() : Seed.parse(hex);
        } catch (IllegalArgumentException e) {
            valid = false; // what is typed is no seed yet
        }
        note.setText(valid ? NOTE : BAD_SEED);
        getButton(IDialogConstants.OK_ID).setEnabled(valid);
    }
}
