package org.karlworkbench.ui.bisect;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Problems;
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

    /** All searches that the workspace keeps, the latest last; those that cannot be read are left out. */
    static List<Hunt> kept() {
        List<Hunt> kept = new ArrayList<>();
        for (IFile kit : WorkspaceKits.all()) {
            try {
                for (Path folder : folders(KitFile.path(KitFile.relinks(kit)))) {
                    stored(kit, folder).ifPresent(kept::add);
                }
            } catch (EngineException e) {
                Problems.log(e);
            }
        }
        kept.sort(Comparator.comparing(Hunt::folder, BY_TIME));
        return kept;
    }

    private static Optional<Hunt> stored(IFile kit, Path folder) {
        try {
            Hunt hunt = new Hunt(kit, folder, HuntSettings.read(folder));
            HuntSteps.read(folder).forEach(hunt::step);
            hunt.end(null, HuntEnd.read(folder));
            return Optional.of(hunt);
        } catch (EngineException e) {
            Problems.log(e);
            return Optional.empty(); // it is broken, but the others are not
        }
    }

    private static final Comparator<Path> BY_TIME = Comparator.comparing(folder -> {
        try {
            return Files.getLastModifiedTime(folder).toMillis();
        } catch (IOException _) {
            return 0L; // it is gone meanwhile
        }
    });

    private static Path latest(Path relinks) throws EngineException {
        return folders(relinks).stream().max(BY_TIME).orElse(null);
    }

    private static List<Path> folders(Path relinks) throws EngineException {
        if (!Files.isDirectory(relinks)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(relinks, PREFIX + "*")) {
            for (Path each : folders) {
                if (HuntSettings.isIn(each)) {
                    found.add(each);
                }
            }
        } catch (IOException e) {
            throw EngineException.io(relinks, e);
        }
        return found;
    }
}
