package org.karlworkbench.ui.kit;

import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.model.KitPackage;

/** Lists of objects and of flags, one a line: which objects have places of their own, which flags come and go. */
final class ListRows {
    private static final int LINES_SHOWN = 5;

    private final List<SettingField> fields;

    private ListRows(SettingField... fields) {
        this.fields = List.of(fields);
    }

    static ListRows places(FormToolkit toolkit, Composite body, RecipeForm form) {
        Composite client = columns(
                toolkit,
                body,
                "Places in the Body",
                "Objects of the body, one a line. All others are drawn around them.",
                3);
        for (String title : List.of(
                "First, in this order", "Pinned to the Makefile's place", "Neighbours, an empty line between groups")) {
            toolkit.createLabel(client, title + ":");
        }
        return new ListRows(
                field(client, form, "order", "First", KitPackage.Literals.RECIPE__ORDER, Setting.Form.LINES),
                field(client, form, "pinned", "Pinned", KitPackage.Literals.RECIPE__PINNED, Setting.Form.LINES),
                field(
                        client,
                        form,
                        "neighbours",
                        "Neighbours",
                        KitPackage.Literals.RECIPE__NEIGHBOURS,
                        Setting.Form.GROUPS));
    }

    static ListRows flags(FormToolkit toolkit, Composite body, RecipeForm form) {
        Composite client = columns(
                toolkit, body, "Flags", "One flag a line, with its argument. Only flags that a kit may have.", 2);
        toolkit.createLabel(client, "More than the kit's:");
        toolkit.createLabel(client, "The kit's that are left out:");
        return new ListRows(
                field(client, form, "addFlags", "Flags", KitPackage.Literals.RECIPE__ADD_FLAGS, Setting.Form.LINES),
                field(
                        client,
                        form,
                        "dropFlags",
                        "Flags left out",
                        KitPackage.Literals.RECIPE__DROP_FLAGS,
                        Setting.Form.LINES));
    }

    private static Composite columns(
            FormToolkit toolkit, Composite body, String title, String description, int columns) {
        Composite client = FormParts.section(toolkit, body, title, description, 2, 1);
        GridLayoutFactory.swtDefaults()
                .numColumns(columns)
                .equalWidth(true)
                .margins(4, 4)
                .spacing(16, 4)
                .applyTo(client);
        return client;
    }

    private static SettingField field(
            Composite parent,
            RecipeForm form,
            String name,
            String title,
            EStructuralFeature feature,
            Setting.Form typed) {
        Text text = FormParts.lines(parent, "recipe." + name, title);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(8, 0)
                .hint(120, LINES_SHOWN * text.getLineHeight())
                .applyTo(text);
        return new SettingField(form, text, new Setting(name, title, feature, typed));
    }

    void show(boolean anew) {
        fields.forEach(field -> field.show(anew));
    }
}
