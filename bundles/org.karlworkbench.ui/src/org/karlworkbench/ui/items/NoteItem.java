package org.karlworkbench.ui.items;

import org.eclipse.core.resources.IFile;

/**
 * A line in the navigator that stands for what is not there: it is being read, could not be read, or is empty.
 *
 * @param kitFile the kit's file
 * @param label the words
 * @param icon the picture's name
 */
public record NoteItem(IFile kitFile, String label, String icon) implements InKit {
    @Override
    public Facts facts() {
        return new Facts().add("Message", label);
    }
}
