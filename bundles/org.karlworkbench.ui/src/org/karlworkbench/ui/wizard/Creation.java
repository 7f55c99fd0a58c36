package org.karlworkbench.ui.wizard;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** Makes the project of a new kit, where there is none yet, and the kit in it. */
final class Creation {
    private Creation() {}

    static IFile create(IContainer folder, String name, ReadKit read, boolean copy, Progress progress)
            throws EngineException {
        project(folder.getProject());
        return KitImport.create(folder, name, read.source(), read.kit(), copy, progress);
    }

    static void project(IProject project) throws EngineException {
        try {
            if (!project.exists()) {
                project.create(new NullProgressMonitor());
            }
            project.open(new NullProgressMonitor());
        } catch (CoreException e) {
            throw new EngineException(
                    "io",
                    project.getName(),
                    null,
                    "the project cannot be made: " + e.getStatus().getMessage(),
                    "choose another project",
                    e);
        }
    }
}
