package org.karlworkbench.kit;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where something stands in a kit's Makefile or script, in names that mean something to the kit's user: what was
 * unpacked from an archive is gone when they are read.
 *
 * @param file the file, or the archive that holds it
 * @param place the line, such as {@code line 12}, behind the file's name where it is in an archive; null for a whole file
 */
public record KitPlace(String file, String place) {
    /**
     * Names a place.
     *
     * @param origin what the user named: a folder or an archive
     * @param folder where the kit's files are now
     * @param name the file's name relative to that folder
     * @param line the line, from 1; 0 if the whole file is meant
     */
    public static KitPlace of(Path origin, Path folder, String name, int line) {
        String words = line > 0 ? "line " + line : null;
        if (Files.isRegularFile(origin)) {
            return new KitPlace(origin.toString(), words == null ? name : name + " " + words);
        }
        return new KitPlace(folder.resolve(name).toString(), words);
    }
}
