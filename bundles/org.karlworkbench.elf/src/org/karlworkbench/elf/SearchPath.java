package org.karlworkbench.elf;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs of this machine, as the PATH finds them. Starts no process. */
public final class SearchPath {
    private SearchPath() {}

    /**
     * Finds the first of some programs that is installed.
     *
     * @param programs file names, the preferred one first
     * @return its path, absolute, or empty when none is on the PATH
     */
    public static Optional<Path> find(List<String> programs) {
        List<Path> folders = folders();
        for (String program : programs) {
            for (Path folder : folders) {
                Path candidate = folder.resolve(program);
                if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** Absolute folders only: a relative one would let the working folder, perhaps a kit, choose the program. */
    private static List<Path> folders() {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        List<Path> folders = new ArrayList<>();
        for (String folder : path.split(File.pathSeparator)) {
            if (folder.startsWith(File.separator)) {
                try {
                    folders.add(Path.of(folder));
                } catch (InvalidPathException e) {
                    continue; // no folder can have this name
                }
            }
        }
        return folders;
    }
}
