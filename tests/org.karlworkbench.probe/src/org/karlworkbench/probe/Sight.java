package org.karlworkbench.probe;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.prefs.BackingStoreException;

/** What a person meets in a workbench that has just started, line by line. */
final class Sight {
    private final List<String> lines = new ArrayList<>();

    private Sight() {}

    /** To be asked on the UI thread. */
    static List<String> of(IWorkbench workbench) {
        Sight sight = new Sight();
        sight.product();
        sight.window(workbench);
        sight.preferences(DefaultScope.INSTANCE.getNode(""));
        sight.preferences(InstanceScope.INSTANCE.getNode(""));
        return sight.lines;
    }

    private void product() {
        IProduct product = Platform.getProduct();
        lines.add("product " + product.getId() + " " + product.getApplication());
        lines.add("customization " + product.getProperty("preferenceCustomization"));
    }

    private void window(IWorkbench workbench) {
        IWorkbenchPage page = workbench.getWorkbenchWindows()[0].getActivePage();
        lines.add("title " + page.getWorkbenchWindow().getShell().getText());
        lines.add("perspective " + page.getPerspective().getId());
        for (IViewReference view : page.getViewReferences()) {
            lines.add("view " + view.getId());
        }
        for (IEditorReference editor : page.getEditorReferences()) {
            lines.add("editor " + editor.getId());
        }
        lines.add("intro " + workbench.getIntroManager().getIntro());
    }

    /** All that is set in a scope, with what it is set to. */
    private void preferences(IEclipsePreferences scope) {
        try {
            scope.accept(node -> {
                for (String key : node.keys()) {
                    lines.add("preference " + node.absolutePath() + "/" + key + "=" + node.get(key, ""));
                }
                return true;
            });
        } catch (BackingStoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
