package org.karlworkbench.ui.start;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.ui.identify.IdentifyWizard;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.lab.LabFiles;
import org.karlworkbench.ui.lesson.LessonView;
import org.karlworkbench.ui.machine.MachineFile;
import org.karlworkbench.ui.noise.NoiseFile;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.wizard.NewKitWizard;

/** Opens files of which a person knows no more than the name. */
public final class FileOpener {
    private FileOpener() {}

    /**
     * Opens a file as what it is: a kit or machine of the workspace, the result of a laboratory run or a measurement of noise, a core file that is
     * identified, a lesson, a folder or archive that is brought there, else a kernel.
     *
     * @param page where
     * @param file any file or folder
     */
    public static void open(IWorkbenchPage page, Path file) {
        IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri());
        if (files.length > 0 && KitFile.EXTENSION.equals(files[0].getFileExtension())) {
            Opener.kit(page, files[0]);
        } else if (files.length > 0 && MachineFile.EXTENSION.equals(files[0].getFileExtension())) {
            Opener.machine(page, files[0]);
        } else if (file.toString().endsWith(LabFiles.ENDING)) {
            Opener.lab(page, file);
        } else if (file.toString().endsWith(NoiseFile.ENDING)) {
            Opener.noise(page, file);
        } else if (IdentifyWizard.takes(file)) {
            IdentifyWizard.open(page.getWorkbenchWindow(), file, null);
        } else if (file.toString().endsWith(LessonView.ENDING)) {
            LessonView.open(page, file);
        } else if (NewKitWizard.takes(file)) {
            NewKitWizard.open(page.getWorkbenchWindow(), file);
        } else {
            Opener.kernel(page, file);
        }
    }
}
