package org.karlworkbench.ui.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.kit.model.Recipe;

/** The field of one setting: checked at every letter, and written into the recipe as soon as it is right. */
final class SettingField {
    private final RecipeForm form;
    private final Setting setting;
    private final Field field;

    SettingField(RecipeForm form, Text text, Setting setting) {
        this.form = form;
        this.setting = setting;
        field = new Field(text, this::read, this::problem, this::write, problem -> form.report(problem, text));
        text.addListener(SWT.FocusOut, _ -> form.model().edits().pause());
    }

    private String read() {
        Recipe recipe = form.recipe();
        return recipe == null ? "" : setting.form().words(recipe.eGet(setting.feature()));
    }

    private String problem(String typed) {
        String problem = setting.form().problem(typed);
        if (problem == null) {
            problem = form.check(
                    setting.name(),
                    copy -> copy.eSet(setting.feature(), setting.form().value(typed)));
        }
        return problem == null ? null : setting.title() + ": " + problem;
    }

    private void write(String typed) {
        Object value = setting.form().value(typed);
        if (!setting.form().words(value).equals(read())) {
            form.model().edits().type("Change " + setting.title(), form.recipe(), setting.feature(), value);
        }
    }

    /** Shows the setting; {@code anew} when the field is about another recipe than before. */
    void show(boolean anew) {
        field.text().setEnabled(form.recipe() != null);
        if (anew) {
            field.showAnew();
        } else {
            field.show();
        }
    }

    /** Shows what holds while the field is empty. */
    void hint(String words) {
        field.text().setMessage(words);
    }
}
