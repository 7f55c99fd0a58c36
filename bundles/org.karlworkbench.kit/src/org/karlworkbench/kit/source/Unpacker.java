package org.karlworkbench.kit.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * One pass through an archive: all members are checked, those of one folder are written. Which folders hold kits, and
 * where their links lead, is known only behind the last member, so that a second pass may follow.
 */
final class Unpacker {
    private static final Set<OpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    /** What stays free on the disk, in bytes, and after how many bytes it is asked again. */
    private static final long RESERVE = 16L << 20;

    private final Path archive;
    private final ArchiveFault fault;
    private final Progress progress;
    private final Links links;
    private final Map<String, List<String>> linkNames;
    private final byte[] buffer = new byte[1 << 16];
    private final Set<String> files = new HashSet<>();
    private final Set<String> withObjects = new TreeSet<>();
    private final Set<String> withDescriptions = new TreeSet<>();
    private String written;
    private long known;

    /**
     * A pass that has not begun.
     *
     * @param linkNames under which other names files are written, by their paths; empty as long as that is not known
     */
    Unpacker(Path archive, Map<String, List<String>> linkNames, Progress progress) {
        this.archive = archive;
        this.fault = new ArchiveFault(archive);
        this.links = new Links(fault);
        this.linkNames = linkNames;
        this.progress = progress;
    }

    /** Says which folder of the archive is written: asked with each until it says yes. */
    interface Choice {
        boolean takes(String folder);
    }

    /** The folder inside the archive whose files were written; null if none was. */
    String written() {
        return written;
    }

    /** The folders that hold objects, or where none does, those that hold a Makefile or a script. */
    Set<String> kits() {
        return withObjects.isEmpty() ? withDescriptions : withObjects;
    }

    /** The other names in a folder of the files that links lead to, by the files' paths. */
    Map<String, List<String>> linkNames(String folder) throws EngineException {
        return links.names(folder, files::contains);
    }

    /** Whether no file at all is in it. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Goes through the archive and writes the chosen folder's files into a folder on the disk. */
    void run(PackedFile.Kind kind, Path into, Choice choice) throws EngineException {
        try {
            long packed = Files.size(archive);
            progress.begin("unpacking", (int) Math.min(Integer.MAX_VALUE, packed >> 16));
            try (InputStream in = PackedFile.open(archive, kind, fault, progress)) {
                TarReader tar = new TarReader(in, fault, Limits.unpacked(packed));
                int count = 0;
                for (TarReader.Member member = tar.next(); member != null; member = tar.next()) {
                    if (++count > Limits.COUNT) {
                        throw fault.refused(null, "more than " + Limits.COUNT + " members");
                    }
                    take(tar, member, into, choice);
                }
                tar.drain();
            }
        } catch (IOException e) {
            throw EngineException.io(archive, e);
        }
    }

    private void take(TarReader tar, TarReader.Member member, Path into, Choice choice) throws EngineException {
        progress.checkCancelled();
        if (member.kind() == TarReader.Kind.FOLDER) {
            return;
        }
        MemberName name = member.name();
        String trap = name.file().isEmpty() ? "a file without a name" : FolderFiles.trap(name.file());
        if (trap != null) {
            throw fault.refused(name.path(), trap);
        }
        if (member.kind() == TarReader.Kind.HARD_LINK
                && !files.contains(member.target().path())) {
            throw fault.refused(name.path(), "a hard link to what is not in the archive before it");
        }
        if (!files.add(name.path())) {
            throw fault.duplicate(name.path());
        }
        if (FolderFiles.isObject(name.file())) {
            withObjects.add(name.folder());
        } else if (FolderFiles.isDescription(name.file())) {
            withDescriptions.add(name.folder());
        }
        if (written == null && choice.takes(name.folder())) {
            written = name.folder();
        }
        if (member.kind() != TarReader.Kind.FILE) {
            links.add(member);
        } else {
            write(tar, member, into);
        }
    }

    /** Writes a file under all names that it has in the folder, its own and those of links. */
    private void write(TarReader tar, TarReader.Member member, Path into) throws EngineException {
        List<String> names =
                new ArrayList<>(linkNames.getOrDefault(member.name().path(), List.of()));
        tar.repeat(member.size() * names.size());
        if (member.name().folder().equals(written)) {
            names.addFirst(member.name().file());
        }
        Path first = null;
        for (String name : names) {
            progress.checkCancelled();
            Path target = target(member.name(), into, name);
            checkSpace(target, member.size());
            if (first == null) {
                write(tar, target);
                first = target;
            } else {
                copy(first, target);
            }
        }
    }

    private static void copy(Path file, Path target) throws EngineException {
        try {
            Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw EngineException.io(target, e);
        }
    }

    private void write(TarReader tar, Path target) throws EngineException {
        try (WritableByteChannel out = Files.newByteChannel(target, FRESH, TempFolder.mode("rw-------"))) {
            for (int got = tar.read(buffer); got > 0; got = tar.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, got);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                progress.checkCancelled();
            }
        } catch (IOException e) {
            throw EngineException.io(target, e);
        }
    }

    private Path target(MemberName name, Path into, String file) throws EngineException {
        try {
            return into.resolve(file);
        } catch (InvalidPathException e) {
            throw fault.refused(name.path(), "a name that this system's character set does not have");
        }
    }

    /** Asks the disk only now and then; a disk that fills up nevertheless makes the writing fail. */
    private void checkSpace(Path target, long size) throws EngineException {
        known -= size;
        if (known >= 0) {
            return;
        }
        // not by FileStore, which looks for the mount point and fails in a chroot; 0 is "not known" as well as "none"
        long free = target.getParent().toFile().getUsableSpace();
        if (size + RESERVE > free && free > 0) {
            throw new EngineException(
                    "io",
                    target.getParent().toString(),
                    null,
                    "no space left on device for unpacking " + archive.getFileName() + " (" + free + " bytes free)",
                    "free some space, or name a larger folder by -Djava.io.tmpdir");
        }
        known = (free - RESERVE) / 4 - size;
    }
}
