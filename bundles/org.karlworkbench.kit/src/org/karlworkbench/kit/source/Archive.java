package org.karlworkbench.kit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** An archive with kits: finds out which it holds, and unpacks one of them. */
public final class Archive {
    private static final List<String> ENDINGS = List.of(".tgz", ".tar", ".tar.gz", ".tar.xz", ".txz");

    private final Path file;
    private final PackedFile.Kind kind;
    private final Progress progress;

    private Archive(Path file, PackedFile.Kind kind, Progress progress) {
        this.file = file;
        this.kind = kind;
        this.progress = progress;
    }

    /**
     * Looks at a file's content, not at its name.
     *
     * @param file a plain file
     * @param progress told how far the unpacking is, and asked whether to go on
     * @return the archive; null if the file is none
     * @throws EngineException code {@code io} if it cannot be read, code {@code empty-kit} if nothing is in it
     */
    public static Archive of(Path file, Progress progress) throws EngineException {
        PackedFile.Kind kind = PackedFile.kind(file);
        if (kind == PackedFile.Kind.EMPTY) {
            throw empty(file);
        }
        return kind == PackedFile.Kind.UNKNOWN ? null : new Archive(file, kind, progress);
    }

    private static EngineException empty(Path file) {
        return new EngineException("empty-kit", file.toString(), null, "nothing is in it", "name a link-kit's archive");
    }

    /**
     * Unpacks a kit.
     *
     * @param name its name or its folder's whole path in the archive; null if the archive holds one kit only
     * @param temp a folder to unpack into
     * @return what was unpacked; or, where nothing was, only the names that there are
     * @throws EngineException if the archive is damaged, holds what must not be unpacked, or holds no kit; if the disk
     *     is full
     */
    public Unpacked unpack(String name, TempFolder temp) throws EngineException {
        Path into = fresh(temp, "0");
        Unpacker first = new Unpacker(file, Map.of(), progress);
        first.run(kind, into, folder -> name == null || matches(folder, name));
        Set<String> kits = first.kits();
        if (first.isEmpty()) {
            throw empty(file);
        }
        if (kits.isEmpty()) {
            throw new EngineException(
                    "no-kit", file.toString(), null, "no object and no Makefile is in it", "name a link-kit's archive");
        }
        String wanted = choose(kits, name);
        if (wanted == null) {
            return new Unpacked(null, null, names(kits));
        }
        Map<String, List<String>> linkNames = first.linkNames(wanted);
        if (!wanted.equals(first.written()) || !linkNames.isEmpty()) {
            into = fresh(temp, "1");
            new Unpacker(file, linkNames, progress).run(kind, into, wanted::equals);
        }
        return new Unpacked(named(into, kitName(wanted)), kitName(wanted), names(kits));
    }

    /** A folder of the kit's own name, for messages to be readable; where that cannot be had, as it is. */
    private static Path named(Path folder, String name) {
        try {
            return Files.move(folder, folder.resolveSibling(name));
        } catch (IOException | InvalidPathException e) {
            return folder;
        }
    }

    private static Path fresh(TempFolder temp, String name) throws EngineException {
        Path folder = temp.path().resolve(name);
        try {
            return Files.createDirectory(folder, TempFolder.mode("rwx------"));
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }

    /** The folder that is meant, or null if that is not clear. A kit at the root has what lies below it as extras. */
    private String choose(Set<String> kits, String name) {
        if (name == null) {
            return kits.contains("") ? "" : kits.size() == 1 ? kits.iterator().next() : null;
        }
        if (kits.contains(name)) {
            return name;
        }
        List<String> fitting = kits.stream().filter(kit -> matches(kit, name)).toList();
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    private boolean matches(String folder, String name) {
        return folder.equals(name) || kitName(folder).equals(name);
    }

    /** The last part of the folder's path; for the root, the archive's name without its ending. */
    private String kitName(String folder) {
        if (!folder.isEmpty()) {
            return folder.substring(folder.lastIndexOf('/') + 1);
        }
        String name = file.getFileName().toString();
        for (String ending : ENDINGS) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** The kits' names; whole paths where a name alone would not do. */
    private List<String> names(Set<String> kits) {
        List<String> names = new ArrayList<>();
        for (String kit : kits) {
            String name = kitName(kit);
            boolean alone = kits.stream()
                            .filter(other -> kitName(other).equals(name))
                            .limit(2)
                            .count()
                    == 1;
            names.add(alone || kit.isEmpty() ? name : kit);
        }
        return List.copyOf(names);
    }
}
