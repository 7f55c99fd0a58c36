package org.karlworkbench.ui.items;

import java.util.Locale;
import org.eclipse.core.resources.IFile;

/**
 * What the navigator shows below a kit.
 *
 * @param kitFile the kit's file
 * @param content what is in the group
 */
public record KitGroup(IFile kitFile, Content content) implements InKit {
    /** The groups, in the order in which they are shown. */
    public enum Content {
        /** The objects by role. */
        OBJECTS,
        /** The recipes. */
        RECIPES,
        /** The kernels that were linked from the kit. */
        RELINKS
    }

    @Override
    public String label() {
        String name = content.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String icon() {
        return content.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Facts facts() {
        return new Facts().add("Kit", kitFile.getFullPath().toString());
    }
}
