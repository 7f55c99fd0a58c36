package org.karlworkbench.ui.items;

import org.eclipse.core.resources.IFile;

/** An item that belongs to a kit of the workspace. */
public interface InKit extends Item {
    /** The kit's file. */
    IFile kitFile();
}
