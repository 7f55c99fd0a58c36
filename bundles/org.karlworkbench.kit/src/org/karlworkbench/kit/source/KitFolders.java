package org.karlworkbench.kit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/**
 * Finds kits in a folder: the folder itself, or its subfolders, as in OpenBSD's {@code /usr/share/relink/kernel}.
 *
 * @param chosen the kit's folder; null if it is not clear which one is meant
 * @param names the names of all kits there
 */
public record KitFolders(Path chosen, List<String> names) {

    /**
     * Looks for a kit.
     *
     * @param folder a folder without links in its path
     * @param name the kit's name; null if there is one only
     * @return what was found
     * @throws EngineException code {@code empty-kit} if nothing is in the folder, {@code no-kit} if no kit is,
     *     {@code refused-link} if the named kit is a link that leads outside, {@code io} if it cannot be read
     */
    public static KitFolders find(Path folder, String name) throws EngineException {
        boolean direct = FolderFiles.isKit(folder, true);
        if (direct && (name == null || name.equals(nameOf(folder)))) {
            return new KitFolders(folder, List.of(nameOf(folder)));
        }
        checkLink(folder, name);
        List<Path> kits = kits(folder, true);
        if (!direct && kits.isEmpty()) {
            return withoutObjects(folder, name);
        }
        return choose(folder, direct, kits, name);
    }

    private static String nameOf(Path folder) {
        return folder.getFileName() == null ? "/" : folder.getFileName().toString();
    }

    private static List<Path> kits(Path folder, boolean byObjects) throws EngineException {
        List<Path> kits = new ArrayList<>();
        for (Path inner : FolderFiles.folders(folder, Files::isReadable)) {
            if (FolderFiles.isKit(inner, byObjects)) {
                kits.add(inner);
            }
        }
        return kits;
    }

    private static KitFolders choose(Path folder, boolean direct, List<Path> kits, String name) {
        List<String> names = new ArrayList<>();
        if (direct) {
            names.add(nameOf(folder));
        }
        Path chosen = name == null && !direct && kits.size() == 1 ? kits.getFirst() : null;
        for (Path kit : kits) {
            names.add(nameOf(kit));
            chosen = nameOf(kit).equals(name) ? kit : chosen;
        }
        return new KitFolders(chosen, List.copyOf(names));
    }

    /** A Makefile or a script without any object is a kit still, though an empty one. */
    private static KitFolders withoutObjects(Path folder, String name) throws EngineException {
        if (FolderFiles.isKit(folder, false) && (name == null || name.equals(nameOf(folder)))) {
            return new KitFolders(folder, List.of(nameOf(folder)));
        }
        List<Path> kits = kits(folder, false);
        if (kits.isEmpty()) {
            boolean empty = FolderFiles.isEmpty(folder);
            throw new EngineException(
                    empty ? "empty-kit" : "no-kit",
                    folder.toString(),
                    null,
                    empty ? "nothing is in the folder" : "no object and no Makefile is in the folder",
                    "name a folder that holds a link-kit's objects");
        }
        return choose(folder, false, kits, name);
    }

    private static void checkLink(Path folder, String name) throws EngineException {
        if (name == null || name.isEmpty() || name.contains("/") || name.indexOf('\0') >= 0) {
            return;
        }
        Path inner = folder.resolve(name);
        if (Files.isSymbolicLink(inner) && Files.isDirectory(inner) && !isInside(folder, inner)) {
            throw new EngineException(
                    "refused-link",
                    folder.toString(),
                    name,
                    "a link that leads outside",
                    "name the folder that it leads to");
        }
    }

    private static boolean isInside(Path folder, Path link) throws EngineException {
        try {
            return link.toRealPath().startsWith(folder.toRealPath(LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw EngineException.io(link, e);
        }
    }
}
