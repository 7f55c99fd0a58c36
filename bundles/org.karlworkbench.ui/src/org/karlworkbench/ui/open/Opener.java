package org.karlworkbench.ui.open;

import java.nio.file.Path;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.compare.ComparisonInput;
import org.karlworkbench.ui.items.FindingItem;
import org.karlworkbench.ui.items.InKit;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.KitGroup;
import org.karlworkbench.ui.items.ObjectItem;
import org.karlworkbench.ui.items.RecipeItem;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.items.RoleGroup;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.lab.LabEditor;
import org.karlworkbench.ui.start.StartInput;

/** Opens things in their editor: one editor for one document, shown again when it is open already. */
public final class Opener {
    private Opener() {}

    /**
     * Opens the editor of an item and shows the item in it.
     *
     * @param page where
     * @param item what; an item that has no editor is left alone
     */
    public static void open(IWorkbenchPage page, Item item) {
        switch (item) {
            case RelinkItem relink -> kernel(page, relink.kernel());
            case FindingItem finding -> finding(page, finding);
            case ObjectItem object -> object(page, object.kitFile(), object.label());
            case RoleGroup role -> object(page, role.kitFile(), null);
            case KitGroup group when group.content() == KitGroup.Content.OBJECTS -> object(page, group.kitFile(), null);
            case KitGroup group when group.content() == KitGroup.Content.RECIPES -> recipe(page, group, null);
            case RecipeItem recipe -> recipe(page, recipe, recipe.label());
            case InKit other -> kit(page, other.kitFile());
            default -> {}
        }
    }

    /** Goes to where a finding is: a row of Objects, a recipe, a line of a file; else its kit is opened. */
    private static void finding(IWorkbenchPage page, FindingItem item) {
        LinkKit kit = Kits.get().model(item.kitFile()).value();
        switch (FindingPlace.of(item.finding(), kit)) {
            case FindingPlace.Line line -> TextFiles.open(page, line.file(), line.line());
            case FindingPlace.ObjectRow object -> object(page, item.kitFile(), object.name());
            case FindingPlace.Settings settings -> recipe(page, item, settings.recipe());
            case FindingPlace.Kit _ -> kit(page, item.kitFile());
        }
    }

    /**
     * Opens a kit at one of its objects.
     *
     * @param page where
     * @param kitFile the kit's file
     * @param object the object's name; null for all of them
     */
    public static void object(IWorkbenchPage page, IFile kitFile, String object) {
        if (kit(page, kitFile) instanceof KitEditor editor) {
            editor.showObject(object);
        }
    }

    private static void recipe(IWorkbenchPage page, InKit item, String recipe) {
        if (kit(page, item.kitFile()) instanceof KitEditor editor) {
            editor.showRecipe(recipe);
        }
    }

    /**
     * Opens a kit.
     *
     * @param page where
     * @param kitFile the kit's file
     * @return the editor, or null when it could not be opened; the reason is in the Error Log
     */
    public static IEditorPart kit(IWorkbenchPage page, IFile kitFile) {
        return open(page, new FileEditorInput(kitFile), Ids.KIT_EDITOR);
    }

    /**
     * Opens a kernel.
     *
     * @param page where
     * @param kernel any file, in the workspace or not
     * @return the editor, or null when it could not be opened; the reason is in the Error Log
     */
    public static IEditorPart kernel(IWorkbenchPage page, Path kernel) {
        return open(page, input(kernel), Ids.KERNEL_EDITOR);
    }

    /**
     * Opens a machine.
     *
     * @param page where
     * @param machineFile the file that names its root
     * @return the editor, or null when it could not be opened; the reason is in the Error Log
     */
    public static IEditorPart machine(IWorkbenchPage page, IFile machineFile) {
        return open(page, new FileEditorInput(machineFile), Ids.MACHINE_EDITOR);
    }

    /**
     * Opens two kernels side by side.
     *
     * @param page where
     * @param first the kernel that is A
     * @param second the kernel that is B
     * @return the editor, or null when it could not be opened; the reason is in the Error Log
     */
    public static IEditorPart comparison(IWorkbenchPage page, Path first, Path second) {
        return open(page, new ComparisonInput(first, second), Ids.COMPARISON_EDITOR);
    }

    /**
     * Opens the result of a laboratory run.
     *
     * @param page where
     * @param file the result, in the workspace or not
     * @return the editor, or null when it could not be opened; the reason is in the Error Log
     */
    public static IEditorPart lab(IWorkbenchPage page, Path file) {
        return open(page, input(file), Ids.LAB_EDITOR);
    }

    /**
     * Shows the result of a laboratory run anew where it is open, wherever a person is; else it is opened.
     *
     * @param page where
     * @param file the result, in the workspace or not
     */
    public static void showLab(IWorkbenchPage page, Path file) {
        if (page.findEditor(input(file)) instanceof LabEditor editor) {
            editor.readAgain();
        } else {
            lab(page, file);
        }
    }

    /**
     * Opens a measurement of many relinks.
     *
     * @param page where
     * @param file the measurement, in the workspace or not
     * @return the editor, or null when it could not be opened; the reason is in the Error Log
     */
    public static IEditorPart noise(IWorkbenchPage page, Path file) {
        return open(page, input(file), Ids.NOISE_EDITOR);
    }

    /**
     * Shows the start page.
     *
     * @param page where
     */
    public static void start(IWorkbenchPage page) {
        open(page, new StartInput(), Ids.START_EDITOR);
    }

    /** The input for a file, in the workspace or not. */
    static IEditorInput input(Path file) {
        IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri());
        return files.length > 0
                ? new FileEditorInput(files[0])
                : new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(file.toUri()));
    }

    static IEditorPart open(IWorkbenchPage page, IEditorInput input, String editor) {
        try {
            return page.openEditor(input, editor);
        } catch (PartInitException e) {
            Problems.log(e);
            return null;
        }
    }
}
