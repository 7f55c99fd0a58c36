package org.karlworkbench.ui.open;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IURIEditorInput;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kits.KitFile;

/** What a command is about: the selection of the moment, else the document in the active editor. */
public final class Selected {
    private Selected() {}

    /** The selected elements of an evaluation context, none when it has no selection. */
    public static List<?> elements(Object context) {
        Object selection = variable(context, ISources.ACTIVE_MENU_SELECTION_NAME);
        if (!(selection instanceof ISelection)) {
            selection = variable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME);
        }
        return selection instanceof IStructuredSelection structured ? structured.toList() : List.of();
    }

    /** The selected items of ours. */
    public static List<Item> items(Object context) {
        return elements(context).stream()
                .filter(Item.class::isInstance)
                .map(Item.class::cast)
                .toList();
    }

    /** The selected relinks. */
    public static List<RelinkItem> relinks(Object context) {
        return elements(context).stream()
                .filter(RelinkItem.class::isInstance)
                .map(RelinkItem.class::cast)
                .toList();
    }

    /** The kit that is selected, to which the selection belongs, or that is edited; null when there is none. */
    public static IFile kit(Object context) {
        for (Object element : elements(context)) {
            IFile kit = KitFile.of(element);
            if (kit != null) {
                return kit;
            }
        }
        return variable(context, ISources.ACTIVE_EDITOR_NAME) instanceof IEditorPart editor
                ? kit(Adapters.adapt(editor.getEditorInput(), IFile.class))
                : null;
    }

    /**
     * The kit that a file is, or of which it is a relink.
     *
     * @param file any file of the workspace, or null
     * @return the kit's file, or null
     */
    public static IFile kit(IFile file) {
        if (file == null || KitFile.isKit(file)) {
            return file;
        }
        return KitFile.owner(file.getParent());
    }

    /** The files that are selected and may be kernels: relinks, and files that are no kits. */
    public static List<Path> kernels(Object context) {
        return kernelsOf(elements(context));
    }

    /** Those of some elements that may be kernels: relinks, and files that are no kits. */
    static List<Path> kernelsOf(List<?> elements) {
        return elements.stream()
                .map(Selected::kernel)
                .filter(path -> path != null)
                .toList();
    }

    /** The one kernel that is selected, else the one in the active editor; null when there is none. */
    public static Path oneKernel(Object context) {
        List<Path> kernels = kernels(context);
        return kernels.size() == 1 ? kernels.getFirst() : editedKernel(context);
    }

    private static Path kernel(Object element) {
        if (element instanceof RelinkItem relink) {
            return relink.kernel();
        }
        if (element instanceof Item) {
            return null;
        }
        IFile file = Adapters.adapt(element, IFile.class);
        return file == null || KitFile.isKit(file) || file.getLocation() == null ? null : KitFile.path(file);
    }

    /** The kernel in the active editor, null when it shows none. */
    public static Path editedKernel(Object context) {
        boolean kernel =
                variable(context, ISources.ACTIVE_EDITOR_ID_NAME) instanceof String id && id.equals(Ids.KERNEL_EDITOR);
        return kernel && variable(context, ISources.ACTIVE_EDITOR_NAME) instanceof IEditorPart editor
                ? path(editor.getEditorInput())
                : null;
    }

    /** The file of an editor's input, null when it is none of the local file system. */
    public static Path path(IEditorInput input) {
        if (input instanceof IURIEditorInput uri && "file".equals(uri.getURI().getScheme())) {
            return Path.of(uri.getURI());
        }
        return null;
    }

    private static Object variable(Object context, String name) {
        return context instanceof IEvaluationContext evaluation ? evaluation.getVariable(name) : null;
    }
}
