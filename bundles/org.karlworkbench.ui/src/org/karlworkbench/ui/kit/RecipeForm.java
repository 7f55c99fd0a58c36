package org.karlworkbench.ui.kit;

import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.widgets.Control;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.KitOutline;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;

/** What the fields of the Gaps &amp; Architecture page share: the recipe, how it is checked, and where problems go. */
final class RecipeForm {
    private final KitModel model;
    private final FieldMessages messages;

    RecipeForm(KitModel model, FieldMessages messages) {
        this.model = model;
        this.messages = messages;
    }

    KitModel model() {
        return model;
    }

    /** The recipe being edited, null when the kit has none. */
    Recipe recipe() {
        return model.chosen();
    }

    /** The page size that holds for the recipe, in bytes. */
    long page() {
        Recipe recipe = recipe();
        return recipe != null && recipe.getPage() > 0 ? recipe.getPage() : model.page();
    }

    /** The original's upper bound of a gap. */
    long defaultHigh(GapName gap) {
        return gap.defaultHigh(page());
    }

    /**
     * What would be wrong with a setting, or with another because of it.
     *
     * @param setting its name
     * @param change sets it, in a copy of the recipe
     * @return a sentence, or null when nothing would be wrong
     */
    String check(String setting, Consumer<Recipe> change) {
        Recipe copy = EcoreUtil.copy(recipe());
        change.accept(copy);
        Map<String, String> problems = problems(copy);
        String own = problems.get(setting);
        if (own != null || problems.isEmpty()) {
            return own;
        }
        problems.entrySet().removeAll(problems(recipe()).entrySet());
        return problems.values().stream().findFirst().orElse(null);
    }

    private Map<String, String> problems(Recipe recipe) {
        LinkKit read = model.objects().value();
        Architecture architecture = model.architecture().orElse(null);
        return read == null || architecture == null
                ? RecipeCheck.problems(recipe)
                : RecipeCheck.problems(recipe, KitOutline.of(read, architecture));
    }

    /** Shows a problem at a control and in the form's header, or takes it away when it is null. */
    void report(String problem, Control control) {
        if (problem == null) {
            messages.remove(control);
        } else {
            messages.put(control, problem, IMessageProvider.ERROR);
        }
    }

    /** Shows a hint in the same way: nothing is wrong, but it may not be what was meant. */
    void warn(String hint, Control control) {
        messages.put(control, hint, IMessageProvider.WARNING);
    }

    /** Shows a sentence in the header that is about no field, as long as it is not empty. */
    void say(String sentence) {
        messages.say(sentence);
    }
}
