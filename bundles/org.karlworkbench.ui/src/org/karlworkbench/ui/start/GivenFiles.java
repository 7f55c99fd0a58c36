package org.karlworkbench.ui.start;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.karlworkbench.ui.open.Opener;

/** Opens files that a person names behind ./workbench, or drops into the window. */
public final class GivenFiles {
    private GivenFiles() {}

    /**
     * Opens the files of the command line and notes what is opened from now on.
     *
     * @param page where
     */
    public static void open(IWorkbenchPage page) {
        Recent.follow(page);
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

    /** Lets files be dropped where editors are. */
    public static void acceptDrops(IWorkbenchWindowConfigurer configurer) {
        configurer.addEditorAreaTransfer(FileTransfer.getInstance());
        configurer.configureEditorAreaDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                IWorkbenchWindow window = configurer.getWindow();
                if (event.data instanceof String[] names && window.getActivePage() != null) {
                    Arrays.stream(names).map(Path::of).forEach(file -> FileOpener.open(window.getActivePage(), file));
                }
            }
        });
    }
}
