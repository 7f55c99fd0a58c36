package org.karlworkbench.ui.wizard;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** Brings a kit into the workspace as the wizard would, without asking. */
public final class DemoKit {
    private DemoKit() {}

    /**
     * Makes a kit with copies of its objects, so that it stays whole when the product moves.
     *
     * @param place the kit's folder or archive
     * @param project the project, which need not exist
     * @param name the kit's name there
     * @param progress is told how far it is
     * @return the kit's file
     * @throws EngineException when the kit cannot be read or made
     */
    public static IFile create(Path place, IProject project, String name, Progress progress) throws EngineException {
        try (ReadKit read = first(place, progress)) {
            return Creation.create(project, name, read, true, progress);
        }
    }

    private static ReadKit first(Path place, Progress progress) throws EngineException {
        ReadKit read = ReadKit.read(place, null, List.of(), progress);
        return read.kit() != null ? read : ReadKit.read(place, read.names().getFirst(), read.names(), progress);
    }
}
