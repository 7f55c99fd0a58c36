package org.karlworkbench.ui.kit;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.table.ColumnTable;

/** The page that shows the recipes of a kit beside each other, and marks where they differ from the one that is chosen. */
final class RecipesPage extends KitPage {
    static final String ID = "recipes";

    private RecipeBar recipes;
    private Button onlyDifferent;
    private ColumnTable table;
    private RecipeRows rows;

    RecipesPage(KitEditor editor) {
        super(editor, ID, "Recipes");
    }

    @Override
    void fill(IManagedForm form) {
        FormToolkit toolkit = form.getToolkit();
        Composite body = form.getForm().getBody();
        GridLayoutFactory.swtDefaults().margins(10, 8).spacing(0, 8).applyTo(body);
        recipes = new RecipeBar(toolkit, FormParts.section(toolkit, body, "Compared With", "", 1, 1), model());
        onlyDifferent = FormParts.button(body, SWT.CHECK, "&Only what differs", "recipes.different");
        onlyDifferent.addListener(SWT.Selection, _ -> refresh());
        table = new ColumnTable(body, "kit.recipes", "Recipes");
        table.keepColumnsOf(model().file().getFullPath().toString());
        toolkit.adapt(table);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 200).applyTo(table);
        table.onOpen(_ -> kitEditor().showRecipe(null));
        Label hint = Ids.mark(
                toolkit.createLabel(
                        body,
                        "≠ marks what differs from the recipe chosen above. Enter on a setting goes to where it is set."
                                + " The button for columns chooses which recipes stand beside each other.",
                        SWT.WRAP),
                "recipes.hint");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(hint);
    }

    @Override
    void refresh() {
        recipes.show();
        List<Recipe> all = model().kit().getRecipes();
        RecipeRows now = RecipeRows.of(model().file(), all, model().chosen(), onlyDifferent.getSelection());
        boolean sameColumns = rows != null && rows.recipes().equals(now.recipes());
        if (sameColumns && !rows.equals(now)) {
            table.setRows(now.columns(), now.settings().size());
        } else if (!sameColumns) {
            table.setModel(now.columns(), now.settings().size());
        }
        rows = now;
    }

    @Override
    public void setFocus() {
        if (table != null) {
            table.setFocus();
        }
    }
}
