package org.karlworkbench.kit.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What processes of ours that were killed left among temporary folders. Only folders go whose name tells a
 * process that has ended, and that belong to the same user as a folder that was just made.
 */
final class LeftOvers {
    private static final Set<Path> LOOKED_AT = ConcurrentHashMap.newKeySet();

    private LeftOvers() {}

    /**
     * Removes them, once for each virtual machine and folder.
     *
     * @param parent where temporary folders are
     * @param before what their names begin with
     * @param own one of them that was just made
     */
    static void removeOnce(Path parent, String before, Path own) {
        if (LOOKED_AT.add(parent.resolve(before + "karl-"))) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, before + "karl-*")) {
                for (Path each : all) {
                    if (isLeft(each, before, own)) {
                        TempFolder.remove(each);
                    }
                }
            } catch (IOException | RuntimeException e) {
                // who may not look there has not left anything there either
            }
        }
    }

    private static boolean isLeft(Path folder, String before, Path own) throws IOException {
        return FolderOwner.of(folder.getFileName().toString().substring(before.length()))
                        .filter(FolderOwner::isGone)
                        .isPresent()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
    }
}
