package org.karlworkbench.machine.tests;

import java.nio.file.Path;

/**
 * An operation on a disk, as it was recorded.
 *
 * @param kind which
 * @param path what it is about, below the root
 * @param other the second name of a rename or link, below the root; else null
 * @param content what was written; else null
 * @param mode the mode; else null
 */
record Op(Kind kind, Path path, Path other, byte[] content, String mode) {
    /** The operations of a disk. */
    enum Kind {
        FOLDER,
        CREATE,
        APPEND,
        SYNC,
        RENAME,
        LINK,
        REMOVE,
        MODE
    }

    /** Whether it changes names in folders. */
    boolean isOfNames() {
        return switch (kind) {
            case FOLDER, CREATE, RENAME, LINK, REMOVE -> true;
            case APPEND, SYNC, MODE -> false;
        };
    }

    /** Whether it is about one file of an unpacked kit, of which there are many alike. */
    boolean isOfKitFile() {
        return path.getNameCount() == 6 && !path.endsWith("relink.log") && path.startsWith("usr/share/relink/kernel");
    }

    /** As a line: the kind and the names. */
    String line() {
        return kind + " " + path + (other == null ? "" : " " + other);
    }
}
