package org.karlworkbench.kit.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.karlworkbench.elf.EngineException;
import org.tukaani.xz.XZIOException;

/** The exceptions about one archive. */
final class ArchiveFault {
    private final Path archive;

    ArchiveFault(Path archive) {
        this.archive = archive;
    }

    /** The archive could be unpacked, but must not be. */
    EngineException refused(String place, String problem) {
        return new EngineException(
                "refused-archive",
                archive.toString(),
                place,
                problem,
                "make the archive anew from the kit's plain files");
    }

    /** The archive is not whole. */
    EngineException damaged(String place, String problem) {
        return new EngineException("bad-archive", archive.toString(), place, problem, "fetch or make it again");
    }

    /** Reading failed: the content is damaged, or the disk. */
    EngineException of(IOException e, long offset) {
        String place = "byte " + offset + " unpacked";
        return switch (e) {
            case EOFException _ -> damaged(place, "the archive ends too early");
            case ZipException bad -> damaged(place, "the packed data is damaged: " + bad.getMessage());
            case XZIOException bad -> damaged(place, "the packed data is damaged: " + words(bad));
            default -> EngineException.io(archive, e);
        };
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** A member named twice. */
    EngineException duplicate(String member) {
        return new EngineException(
                "duplicate-member",
                archive.toString(),
                member,
                "the archive holds this name twice",
                "remove one of them: it cannot be known which is meant");
    }
}
