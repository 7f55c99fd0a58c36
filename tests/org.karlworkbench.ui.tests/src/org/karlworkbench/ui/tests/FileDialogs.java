package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The system's own dialogs for files: SWT knows nothing of them, and they take what is typed when they have the keyboard. */
final class FileDialogs {
    private static final int ATTEMPTS = 3;
    private static final long OPENS = 120_000;
    private static final long CLOSES = 20_000;

    private FileDialogs() {}

    /** Saves something to a file by a button of a tool bar. */
    static Path save(String tool, Path file) {
        return save(() -> Windows.tool(tool), file);
    }

    /** Saves something to a file, by whatever opens the dialog, and waits until it is written. */
    static Path save(Runnable opening, Path file) {
        name(opening, file);
        Ui.until(file + " is there", () -> Files.isRegularFile(file));
        Jobs.ended("Saving");
        return file;
    }

    /** Names a file in a dialog; one that was still reading its folder may have put another name over it. */
    static void name(Runnable opening, Path file) {
        String dialog = open(opening);
        for (int attempt = 0; attempt < ATTEMPTS && Robot.focus().equals(dialog); attempt++) {
            Robot.key("ctrl+a");
            Robot.type(file.toString());
            Ui.within(500, () -> false); // it looks what there is of that name
            Robot.key("Return");
            getsTheKeyboard(CLOSES, focus -> !focus.equals(dialog));
        }
    }

    /** The window of the dialog, when it has the keyboard. */
    private static String open(Runnable opening) {
        Ui.until("the workbench is in front", () -> Ui.display().getActiveShell() != null);
        String workbench = getsTheKeyboard(OPENS, _ -> true);
        opening.run();
        String dialog = getsTheKeyboard(OPENS, focus -> !focus.equals(workbench));
        assertNotEquals(workbench, dialog, "the dialog has the keyboard");
        return dialog;
    }

    /**
     * The window that gets the keyboard as soon as it is one that is wanted, or whoever has it when time is up. It is not
     * asked on the UI thread, which has a dialog to show.
     */
    private static String getsTheKeyboard(long millis, Predicate<String> wanted) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        String focus = Robot.focus();
        while (!(isWindow(focus) && wanted.test(focus)) && System.nanoTime() < end) {
            Ui.within(50, () -> false);
            focus = Robot.focus();
        }
        return focus;
    }

    /** 0 is nobody, and 1 is whoever is under the pointer: so it is between two windows. */
    private static boolean isWindow(String focus) {
        return focus.matches("\\d{2,}");
    }
}
