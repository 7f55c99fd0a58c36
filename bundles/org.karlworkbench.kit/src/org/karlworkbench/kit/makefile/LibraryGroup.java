package org.karlworkbench.kit.makefile;

import java.util.List;

/**
 * Libraries that stand together on the command line of a link.
 *
 * @param files their names, in their order; several only between {@code --start-group} and {@code --end-group}, where they
 *     are searched again and again
 * @param behind how many objects of the tail stand before them
 */
public record LibraryGroup(List<String> files, int behind) {
    /** Copies the names. */
    public LibraryGroup {
        files = List.copyOf(files);
    }
}
