package org.karlworkbench.ui.bisect;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.WorkspaceKits;

/** Where searches are kept: in the folder of the kit's relinks, as {@code bisect-N}. */
final class Hunts {
    private static final String PREFIX = "bisect-";

    private Hunts() {}

    /** A search of a kit with a folder that is not there yet. */
    static Hunt begin(IFile kitFile, HuntSettings settings) {
        Path relinks = KitFile.path(KitFile.relinks(kitFile));
        int number = 1;
        while (Files.exists(relinks.resolve(PREFIX + number))) {
            number++;
        }
        return new Hunt(kitFile, relinks.resolve(PREFIX + number), settings);
    }

    /** The search of the workspace that was worked on last, to be gone on with; null where there is none. */
    static Hunt latest() throws EngineException {
        Hunt latest = null;
        for (IFile kit : WorkspaceKits.all()) {
            Path folder = latest(KitFile.path(KitFile.relinks(kit)));
            if (folder != null && (latest == null || BY_TIME.compare(folder, latest.folder()) > 0)) {
                latest = new Hunt(kit, folder, HuntSettings.read(folder));
            }
        }
        return latest;
    }

    private static final Comparator<Path> BY_TIME = Comparator.comparing(folder -> {
        try {
            return Files.getLastModifiedTime(folder).toMillis();
        } catch (IOException _) {
            return 0L; // it is gone meanwhile
        }
    });

    private static Path latest(Path relinks) throws EngineException {
        if (!Files.isDirectory(relinks)) {
            return null;
        }
        Optional<Path> latest = Optional.empty();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(relinks, PREFIX + "*")) {
            for (Path each : folders) {
                boolean later =
                        HuntSettings.isIn(each) && (latest.isEmpty() || BY_TIME.compare(each, latest.get()) > 0);
                latest = later ? Optional.of(each) : latest;
            }
        } catch (IOException e) {
            throw EngineException.io(relinks, e);
        }
        return latest.orElse(null);
    }
}
