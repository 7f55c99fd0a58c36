package org.karlworkbench.ui.kits;

import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.items.FindingItem;

/** Keeps what is wrong with a kit as markers on its file: for the Problems view, and for the marks in Project Explorer. */
final class KitMarkers {
    private KitMarkers() {}

    /** Marks a kit's file with what was found, or why it could not be read; not for the UI thread. */
    static void mark(IFile file, String problem, List<Finding> findings) {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        try {
            workspace.run(
                    _ -> replace(file, problem, findings),
                    workspace.getRuleFactory().markerRule(file),
                    IWorkspace.AVOID_UPDATE,
                    null);
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench
                    .getDisplay()
                    .asyncExec(() -> workbench.getDecoratorManager().update(Ids.FINDING_MARKS));
        } catch (CoreException e) {
            Problems.log(e);
        }
    }

    private static void replace(IFile file, String problem, List<Finding> findings) throws CoreException {
        if (!file.exists()) {
            return;
        }
        file.deleteMarkers(Ids.FINDING_MARKER, false, IResource.DEPTH_ZERO);
        if (problem != null) {
            add(file, IMarker.SEVERITY_ERROR, problem, null);
        }
        for (Finding finding : findings) {
            add(file, severity(finding.getSeverity()), new FindingItem(file, finding).copyText(), finding);
        }
    }

    private static void add(IFile file, int severity, String message, Finding finding) throws CoreException {
        String object = finding == null || finding.getObject() == null ? "" : finding.getObject();
        file.createMarker(
                Ids.FINDING_MARKER,
                Map.of(IMarker.SEVERITY, severity, IMarker.MESSAGE, message, IMarker.LOCATION, object));
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
            case INFO -> IMarker.SEVERITY_INFO;
        };
    }
}
