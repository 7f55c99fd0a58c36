package org.karlworkbench.ui.start;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.karlworkbench.ui.open.DroppedKernels;
import org.karlworkbench.ui.open.ElfEditors;
import org.karlworkbench.ui.open.Opener;

/** Opens files that a person names behind ./workbench, or drops into the window. */
public final class GivenFiles {
    private GivenFiles() {}

    /**
     * Opens the files of the command line once the workbench has started: a wizard before that would have a workbench around
     * it in which keys and Jobs are not heard yet. Notes what is opened from now on.
     *
     * @param page where
     */
    public static void openSoon(IWorkbenchPage page) {
        Recent.follow(page);
        page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> open(page));
    }

    private static void open(IWorkbenchPage page) {
        List<Path> files = files(Platform.getApplicationArgs());
        files.forEach(file -> FileOpener.open(page, file));
        if (files.isEmpty() && page.getEditorReferences().length == 0) {
            Opener.start(page);
        }
    }

    /** The words that are no options; those of the platform that are left over have a value each. */
    private static List<Path> files(String[] words) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            boolean option = words[i].startsWith("-");
            Path file = option ? null : path(words[i]);
            i += option ? 1 : 0;
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    private static Path path(String word) {
        try {
            return Path.of(word).toAbsolutePath();
        } catch (InvalidPathException _) {
            return null;
        }
    }

    /** Lets files and relinks be dropped where editors are. */
    public static void acceptDrops(IWorkbenchWindowConfigurer configurer) {
        for (Transfer form : DroppedKernels.forms()) {
            configurer.addEditorAreaTransfer(form);
        }
        configurer.configureEditorAreaDropListener(
                new DroppedKernels(files -> open(configurer.getWindow().getActivePage(), files)));
    }

    /** Two kernels are compared; anything else is opened one by one. */
    private static void open(IWorkbenchPage page, List<Path> files) {
        if (page == null) {
            return;
        }
        if (files.size() == 2 && files.stream().allMatch(ElfEditors::isElf)) {
            List<Path> byName = files.stream().sorted().toList();
            Opener.comparison(page, byName.get(0), byName.get(1));
        } else {
            files.forEach(file -> FileOpener.open(page, file));
        }
    }
}
