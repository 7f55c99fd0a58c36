package org.karlworkbench.ui.relink;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.FileEditorInput;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.RecipeItem;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Selected;

/** Which of a kit's recipes a command means. */
public final class Recipes {
    private Recipes() {}

    /** The recipe that is selected, else the one that is chosen in the kit's open editor, else null. */
    static Recipe chosen(ExecutionEvent event, KitEditor editor) {
        for (Item item : Selected.items(event.getApplicationContext())) {
            if (item instanceof RecipeItem recipe) {
                return recipe.recipe();
            }
        }
        return editor == null ? null : editor.chosenRecipe();
    }

    /** The kit's open editor, or null. */
    static KitEditor editor(ExecutionEvent event, IFile kit) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        return page.findEditor(new FileEditorInput(kit)) instanceof KitEditor editor ? editor : null;
    }

    /**
     * The first recipe that a kit's file holds, else the original's settings.
     *
     * @param kitFile the kit's file
     * @return a copy
     * @throws EngineException if the file cannot be read
     */
    public static Recipe first(IFile kitFile) throws EngineException {
        return KitFiles.load(KitFile.path(kitFile)).getRecipes().stream()
                .findFirst()
                .map(EcoreUtil::copy)
                .orElseGet(KitFactory.eINSTANCE::createRecipe);
    }
}
