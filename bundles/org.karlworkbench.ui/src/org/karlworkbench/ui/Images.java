package org.karlworkbench.ui;

import java.net.URL;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.layout.Kind;

/** The workbench's pictures, each by the name of its file in {@code icons/} without the ending. */
public final class Images {
    private Images() {}

    /**
     * The picture, kept by JFace's registry: nobody disposes it.
     *
     * @param name such as {@code kit}
     */
    public static Image of(String name) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = Ids.PLUGIN + "/" + name;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor(name));
        }
        return registry.get(key);
    }

    /**
     * The picture's descriptor; that of a missing picture (a red square) when there is no such file.
     *
     * @param name such as {@code kit}
     */
    public static ImageDescriptor descriptor(String name) {
        URL url = FileLocator.find(Platform.getBundle(Ids.PLUGIN), new Path("icons/" + name + ".svg"), null);
        return url == null ? ImageDescriptor.getMissingImageDescriptor() : ImageDescriptor.createFromURL(url);
    }

    /** The platform's own picture for a severity. */
    public static Image of(Severity severity) {
        String key =
                switch (severity) {
                    case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
                    case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
                    case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
                };
        return PlatformUI.getWorkbench().getSharedImages().getImage(key);
    }

    /** The name of the picture for an object's role. */
    public static String of(Role role) {
        return switch (role) {
            case HEAD -> "object-head";
            case BODY -> "object";
            case TAIL -> "object-tail";
            case UNLISTED -> "object-unlisted";
        };
    }

    /** The name of the picture for a row of a layout. */
    public static String of(Kind kind) {
        return switch (kind) {
            case SECTION -> "section";
            case OBJECT -> "object";
            case GAP, FILL -> "gap";
            case FUNCTION -> "function";
            case DATA, COMMON -> "data";
            case ABSOLUTE, LINKER -> "absolute";
        };
    }
}
