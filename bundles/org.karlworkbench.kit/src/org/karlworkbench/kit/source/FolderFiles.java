package org.karlworkbench.kit.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** Looks through the files of a kit's folder; a file of a kit must be a plain file inside the folder. */
public final class FolderFiles {
    private static final Set<String> DESCRIPTIONS = Set.of("Makefile", "makefile", "ld.script", "makegap.sh");

    private FolderFiles() {}

    /** Whether a name is that of an object. */
    public static boolean isObject(String name) {
        return name.endsWith(".o") && name.length() > 2;
    }

    /** Whether a name is that of a file that tells of a kit, though it is no object. */
    static boolean isDescription(String name) {
        return DESCRIPTIONS.contains(name);
    }

    private static boolean belongs(String name) {
        return isObject(name) || name.endsWith(".a") || name.endsWith(".script") || isDescription(name);
    }

    /** Why a linker must not be given a file of this name, or null. */
    static String trap(String name) {
        if (MemberName.hasUnsafe(name)) {
            return "a name with control characters";
        }
        boolean option = name.startsWith("-") || name.startsWith("@");
        return option && belongs(name) ? "a linker takes this name for an option" : null;
    }

    /**
     * The files of a kit's folder: objects, libraries, scripts and Makefile. None may be a link that leads outside, a
     * device or a pipe, or have a name that a linker takes for an option.
     *
     * @param folder a folder without links in its path
     * @param progress asked whether to go on
     * @return their names, sorted
     * @throws EngineException code {@code refused-link} or {@code refused-file} if a file must not be used, code
     *     {@code io} if the folder cannot be read
     */
    public static List<String> files(Path folder, Progress progress) throws EngineException {
        List<String> files = new ArrayList<>();
        forEach(folder, entry -> {
            progress.checkCancelled();
            String name = name(entry);
            if (belongs(name) && check(folder, entry, name)) {
                files.add(name);
            }
            return true;
        });
        files.sort(null);
        return List.copyOf(files);
    }

    /** Whether a folder holds an object, or else any file that tells of a kit. */
    static boolean isKit(Path folder, boolean byObjects) throws EngineException {
        return !forEach(folder, entry -> !(byObjects ? isObject(name(entry)) : isDescription(name(entry))));
    }

    /** Whether nothing at all is in a folder, but perhaps empty folders. */
    static boolean isEmpty(Path folder) throws EngineException {
        return forEach(
                folder, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && forEach(entry, _ -> false));
    }

    /** The folders inside a folder that satisfy a condition, sorted; links are not followed. */
    static List<Path> folders(Path folder, Predicate<Path> wanted) throws EngineException {
        List<Path> found = new ArrayList<>();
        forEach(folder, entry -> {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && wanted.test(entry)) {
                found.add(entry);
            }
            return true;
        });
        found.sort(null);
        return found;
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }

    private interface Visit {
        /** False to stop. */
        boolean entry(Path entry) throws EngineException;
    }

    /** Visits the entries of a folder; false if a visit stopped it. */
    private static boolean forEach(Path folder, Visit visit) throws EngineException {
        int count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (++count > Limits.COUNT) {
                    throw refused(folder, null, "more than " + Limits.COUNT + " files", "name the kit's own folder");
                }
                if (!visit.entry(entry)) {
                    return false;
                }
            }
            return true;
        } catch (DirectoryIteratorException e) {
            throw EngineException.io(folder, e.getCause());
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }

    private static EngineException refused(Path folder, String name, String problem, String cure) {
        return new EngineException("refused-file", folder.toString(), name, problem, cure);
    }

    /** True for a plain file, false for a folder; everything else is refused. */
    private static boolean check(Path folder, Path entry, String name) throws EngineException {
        BasicFileAttributes attributes = attributes(entry);
        if (attributes.isDirectory()) {
            return false;
        }
        String trap = trap(name);
        if (trap != null) {
            throw refused(folder, name, trap, "rename or remove it");
        }
        if (attributes.isSymbolicLink()) {
            checkLink(folder, entry, name);
        } else if (!attributes.isRegularFile()) {
            throw refused(folder, name, "it is a device, a pipe or a socket, not a file", "remove it from the kit");
        }
        return true;
    }

    private static BasicFileAttributes attributes(Path entry) throws EngineException {
        try {
            return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw EngineException.io(entry, e);
        }
    }

    private static void checkLink(Path folder, Path entry, String name) throws EngineException {
        Path target;
        try {
            target = entry.toRealPath();
        } catch (IOException e) {
            throw link(folder, name, "a link that leads nowhere", e);
        }
        if (!target.startsWith(folder)) {
            throw link(folder, name, "a link that leads outside the kit", null);
        }
        if (!Files.isRegularFile(target)) {
            throw link(folder, name, "a link that does not lead to a plain file", null);
        }
    }

    private static EngineException link(Path folder, String name, String problem, IOException cause) {
        String cure = "put the file itself in its place (cp -L, tar -h)";
        return new EngineException("refused-link", folder.toString(), name, problem, cure, cause);
    }
}
