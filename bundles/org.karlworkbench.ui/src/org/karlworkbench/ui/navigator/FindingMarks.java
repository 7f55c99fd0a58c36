package org.karlworkbench.ui.navigator;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.ui.Ids;

/** Marks kits with errors or warnings, and the folders and projects that hold them, by the platform's own signs. */
public final class FindingMarks extends LabelProvider implements ILightweightLabelDecorator {
    @Override
    public void decorate(Object element, IDecoration decoration) {
        String sign = element instanceof IResource resource ? sign(resource) : null;
        if (sign != null) {
            decoration.addOverlay(
                    PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(sign), IDecoration.BOTTOM_LEFT);
        }
    }

    private static String sign(IResource resource) {
        return switch (severity(resource)) {
            case IMarker.SEVERITY_ERROR -> ISharedImages.IMG_DEC_FIELD_ERROR;
            case IMarker.SEVERITY_WARNING -> ISharedImages.IMG_DEC_FIELD_WARNING;
            default -> null;
        };
    }

    private static int severity(IResource resource) {
        try {
            return resource.isAccessible()
                    ? resource.findMaxProblemSeverity(Ids.FINDING_MARKER, true, IResource.DEPTH_INFINITE)
                    : -1;
        } catch (CoreException e) {
            return -1; // it was deleted while it was looked at
        }
    }
}
