package org.karlworkbench.ui.kit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Formats;

/** The page on which a recipe is set: gaps, pad word, page size, linker, order and seed. */
final class GapsPage extends KitPage {
    static final String ID = "gaps";

    private final List<GapRow> gaps = new ArrayList<>();
    private RecipeForm recipeForm;
    private RecipeBar recipes;
    private Field pad;
    private Field pageSize;
    private LinkerRow linker;
    private OrderRows order;
    private SeedRows seed;
    private Recipe shown;

    GapsPage(KitEditor editor) {
        super(editor, ID, "Gaps && Architecture");
    }

    @Override
    boolean ownsMessage() {
        return true;
    }

    @Override
    void fill(IManagedForm form) {
        FormToolkit toolkit = form.getToolkit();
        recipeForm = new RecipeForm(model(), new FieldMessages(form.getForm()));
        Composite body = form.getForm().getBody();
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(10, 8)
                .spacing(16, 10)
                .applyTo(body);
        recipes = new RecipeBar(toolkit, FormParts.section(toolkit, body, "Recipe", "", 2, 1), model());
        gaps(toolkit, body);
        draw(toolkit, body);
        architecture(toolkit, body);
    }

    private void gaps(FormToolkit toolkit, Composite body) {
        Composite client = FormParts.section(
                toolkit,
                body,
                "Gaps",
                "Bytes of random padding, drawn anew for each relink. Decimal or 0x; empty fields take the original's bounds.",
                1,
                2);
        GridLayoutFactory.swtDefaults()
                .numColumns(4)
                .margins(4, 4)
                .spacing(8, 6)
                .applyTo(client);
        toolkit.createLabel(client, "Gap");
        GridDataFactory.fillDefaults().indent(8, 0).applyTo(toolkit.createLabel(client, "From"));
        GridDataFactory.fillDefaults().indent(8, 0).applyTo(toolkit.createLabel(client, "To"));
        toolkit.createLabel(client, "");
        for (GapName gap : GapName.values()) {
            gaps.add(new GapRow(toolkit, client, recipeForm, gap));
        }
    }

    private void architecture(FormToolkit toolkit, Composite body) {
        Composite client =
                FormParts.section(toolkit, body, "Architecture", "Empty fields take what the kit says.", 1, 1);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(4, 4)
                .spacing(8, 6)
                .applyTo(client);
        Text padText = text(toolkit, client, "Pad word", "recipe.pad");
        pad = new Field(
                padText,
                () -> recipe() == null ? "" : String.valueOf(recipe().getPad()),
                this::padProblem,
                this::writePad,
                problem -> recipeForm.report(problem, padText));
        Text pageText = text(toolkit, client, "Page size in bytes", "recipe.page");
        pageSize = new Field(
                pageText,
                () -> recipe() == null || recipe().getPage() == 0 ? "" : String.valueOf(recipe().getPage()),
                this::pageProblem,
                this::writePage,
                problem -> recipeForm.report(problem, pageText));
    }

    private void draw(FormToolkit toolkit, Composite body) {
        Composite client = FormParts.section(toolkit, body, "Linker, Order and Seed", "", 1, 1);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(4, 4)
                .spacing(8, 6)
                .applyTo(client);
        linker = new LinkerRow(toolkit, client, recipeForm);
        order = new OrderRows(toolkit, client, recipeForm);
        seed = new SeedRows(toolkit, client, recipeForm);
    }

    private Text text(FormToolkit toolkit, Composite parent, String label, String id) {
        toolkit.createLabel(parent, label + ":");
        Text text = FormParts.text(parent, SWT.NONE, id, label);
        GridDataFactory.fillDefaults().indent(8, 0).hint(120, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.FocusOut, _ -> model().edits().pause());
        return text;
    }

    private Recipe recipe() {
        return model().chosen();
    }

    private String padProblem(String typed) {
        String problem = recipeForm.check("pad", copy -> copy.setPad(typed));
        return problem == null ? null : "Pad word: " + problem;
    }

    private void writePad(String typed) {
        if (!typed.equals(recipe().getPad())) {
            model().edits().type("Change Pad Word", recipe(), KitPackage.Literals.RECIPE__PAD, typed);
        }
    }

    private String pageProblem(String typed) {
        String problem = typed.isEmpty() ? null : Numbers.problem(typed);
        if (problem == null) {
            problem = recipeForm.check("page", copy -> copy.setPage(page(typed)));
        }
        return problem == null ? null : "Page size: " + problem;
    }

    private void writePage(String typed) {
        if (page(typed) != recipe().getPage()) {
            model().edits().type("Change Page Size", recipe(), KitPackage.Literals.RECIPE__PAGE, page(typed));
        }
    }

    private static long page(String typed) {
        return typed.isEmpty() ? 0 : Numbers.parse(typed);
    }

    @Override
    void refresh() {
        boolean anew = shown != recipe();
        shown = recipe();
        recipeForm.say(model().message());
        recipes.show();
        gaps.forEach(row -> row.show(anew));
        pad.text().setMessage(Formats.word(model().known().getPad()));
        pageSize.text().setMessage(String.valueOf(model().page()));
        for (Field field : List.of(pad, pageSize)) {
            field.text().setEnabled(shown != null);
            if (anew) {
                field.showAnew();
            } else {
                field.show();
            }
        }
        linker.show();
        order.show();
        seed.show(anew);
    }
}
