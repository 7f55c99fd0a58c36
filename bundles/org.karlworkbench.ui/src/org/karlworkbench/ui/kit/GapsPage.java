package org.karlworkbench.ui.kit;

import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__ENTRY;
import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__PAD;
import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__PAGE;
import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__STRIP;
import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__TEXT_BASE;
import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__UNIT;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.items.ObjectItem;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.preview.PreviewPane;

/** The page on which a recipe is set: gaps, linker, order, seed, architecture, places in the body and flags. */
final class GapsPage extends KitPage {
    static final String ID = "gaps";

    private final List<GapRow> gaps = new ArrayList<>();
    private RecipeForm recipeForm;
    private RecipeBar recipes;
    private SettingField pad;
    private SettingField pageSize;
    private SettingField textBase;
    private SettingField entry;
    private ChoiceRow strip;
    private ChoiceRow unit;
    private ListRows places;
    private ListRows flags;
    private LinkerRow linker;
    private OrderRows order;
    private SeedRows seed;
    private SashForm sash;
    private PreviewPane preview;
    private Recipe shown;

    GapsPage(KitEditor editor) {
        super(editor, ID, "Gaps && Architecture");
    }

    /** The form above, the layout that it gives below. */
    @Override
    public void createPartControl(Composite parent) {
        boolean slow = kitEditor().isSlowMotion();
        sash = Ids.mark(new SashForm(parent, SWT.VERTICAL), "kit.gaps.sash");
        super.createPartControl(sash);
        preview = new PreviewPane(sash, model().file(), new KitHand(model()));
        preview.onDrawn(this::markGaps);
        preview.onSelect(this::selectObject);
        preview.setMapMenu(ContextMenu.of(
                getSite(),
                "org.karlworkbench.ui.preview",
                preview.map(),
                kitEditor().selection(),
                menu -> preview.moves().addTo(menu)));
        sash.setWeights(62, 38);
        preview.setSlowMotion(slow);
        showPreview();
    }

    /** The body in the order that the preview shows; empty as long as it shows nothing. */
    List<String> order() {
        return preview == null ? List.of() : preview.order();
    }

    /** Whether the page was ever in front, and so has a preview. */
    boolean isShown() {
        return preview != null;
    }

    boolean isSlowMotion() {
        return preview.isSlowMotion();
    }

    void setSlowMotion(boolean on) {
        if (preview != null) {
            preview.setSlowMotion(on);
        }
    }

    @Override
    public Control getPartControl() {
        return sash;
    }

    private void markGaps() {
        for (GapName gap : GapName.values()) {
            gaps.get(gap.ordinal()).mark(preview.gap(gap.ordinal()));
        }
    }

    private void selectObject(String name) {
        select(model().known().getObjects().stream()
                .filter(object -> object.getName().equals(name))
                .map(object -> new ObjectItem(model().file(), object))
                .toList());
    }

    private void showPreview() {
        LinkKit read = model().objects().value();
        if (read != null) {
            Recipe recipe = recipe() == null ? KitFactory.eINSTANCE.createRecipe() : recipe();
            preview.show(read, recipe, model().seed(), recipeForm.page());
        } else if (model().objects().problem() != null) {
            preview.fail(model().objects().problem());
        }
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
        FormParts.twoColumns(form.getForm());
        recipes = new RecipeBar(toolkit, FormParts.section(toolkit, body, "Recipe", "", 2, 1), model());
        gaps(toolkit, body);
        draw(toolkit, body);
        architecture(toolkit, body);
        places = ListRows.places(toolkit, body, recipeForm);
        flags = ListRows.flags(toolkit, body, recipeForm);
    }

    private void gaps(FormToolkit toolkit, Composite body) {
        Composite client = FormParts.section(
                toolkit,
                body,
                "Gaps",
                "Bytes of random padding, drawn anew for each relink.\nDecimal or 0x; empty fields take the original's bounds.",
                1,
                2);
        GridLayoutFactory.swtDefaults()
                .numColumns(5)
                .margins(4, 4)
                .spacing(8, 6)
                .applyTo(client);
        toolkit.createLabel(client, "Gap");
        GridDataFactory.fillDefaults().indent(8, 0).applyTo(toolkit.createLabel(client, "From"));
        GridDataFactory.fillDefaults().indent(8, 0).applyTo(toolkit.createLabel(client, "To"));
        GridDataFactory.fillDefaults().indent(8, 0).applyTo(toolkit.createLabel(client, "Rounded to"));
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
        pad = field(toolkit, client, "pad", "Pad word", RECIPE__PAD, Setting.Form.TEXT);
        pageSize = field(toolkit, client, "page", "Page size in bytes", RECIPE__PAGE, Setting.Form.NUMBER);
        textBase = field(toolkit, client, "textBase", "Address of the text", RECIPE__TEXT_BASE, Setting.Form.TEXT);
        entry = field(toolkit, client, "entry", "Entry symbol", RECIPE__ENTRY, Setting.Form.TEXT);
        strip = new ChoiceRow(
                toolkit,
                client,
                recipeForm,
                "Left out",
                "recipe.strip",
                RECIPE__STRIP,
                List.of("none", "debug", "locals", "all"),
                "Nothing",
                "Debug sections",
                "Debug sections and local symbols",
                "Debug sections and all symbols");
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
        unit = new ChoiceRow(
                toolkit,
                client,
                recipeForm,
                "What is shuffled",
                "recipe.unit",
                RECIPE__UNIT,
                List.of("object", "section"),
                "Whole objects",
                "Sections");
        seed = new SeedRows(toolkit, client, recipeForm);
    }

    private SettingField field(
            FormToolkit toolkit,
            Composite parent,
            String name,
            String title,
            EStructuralFeature feature,
            Setting.Form form) {
        toolkit.createLabel(parent, title + ":");
        Text text = FormParts.text(parent, SWT.NONE, "recipe." + name, title);
        GridDataFactory.fillDefaults().indent(8, 0).hint(160, SWT.DEFAULT).applyTo(text);
        return new SettingField(recipeForm, text, new Setting(name, title, feature, form));
    }

    private Recipe recipe() {
        return model().chosen();
    }

    @Override
    void refresh() {
        boolean anew = shown != recipe();
        shown = recipe();
        recipeForm.say(model().message());
        recipes.show();
        gaps.forEach(row -> row.show(anew));
        pad.hint(Formats.word(model().known().getPad()));
        pageSize.hint(String.valueOf(model().page()));
        textBase.hint("as the kit sets it");
        entry.hint("as the kit sets it");
        List.of(pad, pageSize, textBase, entry).forEach(field -> field.show(anew));
        strip.show();
        unit.show();
        places.show(anew);
        flags.show(anew);
        linker.show();
        order.show();
        seed.show(anew);
        if (preview != null) {
            showPreview();
        }
    }
}
