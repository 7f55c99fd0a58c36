package org.karlworkbench.ui.open;

import java.util.stream.Stream;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.table.Shown;

/** What stands on an editor's tab: every kit has a relink bsd-0001, and two of them may be open. */
final class EditorName {
    private EditorName() {}

    /**
     * The name of a file, with its kit or folder where another editor has that name already.
     *
     * @param page where it is opened
     * @param input of a file of this machine
     */
    static String of(IWorkbenchPage page, IEditorInput input) {
        String name = Shown.line(input.getName());
        boolean taken = Stream.of(page.getEditorReferences())
                .anyMatch(other -> name.equals(other.getPartName()) && !shows(other, input));
        return taken ? name + " (" + Shown.line(KitFile.whose(Selected.path(input))) + ")" : name;
    }

    private static boolean shows(IEditorReference editor, IEditorInput input) {
        try {
            return input.equals(editor.getEditorInput());
        } catch (PartInitException _) {
            return false; // an editor that cannot be made again shows something else
        }
    }
}
