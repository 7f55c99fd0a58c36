package org.karlworkbench.ui.start;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.compare.ComparisonInput;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.open.Selected;

/**
 * A document that was open: a kit's file, a kernel, or two kernels that were compared.
 *
 * @param a the file
 * @param b the second file of a comparison, else null
 */
record Recent(Path a, Path b) {
    private static final String SECTION = "Start";
    private static final String LIST = "recent";
    private static final int MOST = 12;

    /** Notes what is opened in a page from now on. */
    static void follow(IWorkbenchPage page) {
        page.addPartListener(new IPartListener2() {
            @Override
            public void partOpened(IWorkbenchPartReference reference) {
                if (reference.getPart(false) instanceof IEditorPart editor) {
                    note(editor.getEditorInput());
                }
            }
        });
    }

    private static void note(IEditorInput input) {
        Recent recent = input instanceof ComparisonInput pair
                ? new Recent(pair.a(), pair.b())
                : Selected.path(input) == null ? null : new Recent(Selected.path(input), null);
        if (recent != null) {
            List<Recent> all = new ArrayList<>(all());
            all.remove(recent);
            all.addFirst(recent);
            Remembered.keep(SECTION, LIST, all.stream().limit(MOST).map(Recent::words));
        }
    }

    private List<String> words() {
        return b == null ? List.of(a.toString()) : List.of(a.toString(), b.toString());
    }

    /** What was open, the latest first, as far as it is still there. */
    static List<Recent> all() {
        return Remembered.rows(SECTION, LIST).stream()
                .map(Recent::of)
                .filter(Recent::exists)
                .toList();
    }

    private static Recent of(List<String> paths) {
        try {
            return new Recent(Path.of(paths.getFirst()), paths.size() == 1 ? null : Path.of(paths.get(1)));
        } catch (InvalidPathException _) {
            return new Recent(Path.of(""), null);
        }
    }

    private boolean exists() {
        return Files.isRegularFile(a) && (b == null || Files.isRegularFile(b));
    }

    /** Whether it is a comparison. */
    boolean isPair() {
        return b != null;
    }

    /** Its name in a list. */
    String title() {
        return isPair()
                ? a.getFileName() + " – " + b.getFileName()
                : a.getFileName().toString();
    }

    /** Opens it again. */
    void open(IWorkbenchPage page) {
        if (isPair()) {
            Opener.comparison(page, a, b);
        } else {
            FileOpener.open(page, a);
        }
    }
}
