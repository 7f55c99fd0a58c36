package org.karlworkbench.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;

/**
 * Saves what is shown to a file that a person names, in the form that the name's ending asks for. The file is readable by
 * its owner only, and replaces an older one when it is whole.
 */
public final class SavedFile {
    private SavedFile() {}

    /** Makes the bytes of a file; runs in a Job. */
    public interface Content {
        /**
         * Makes them.
         *
         * @return all bytes
         * @throws IOException when they cannot be made
         */
        byte[] bytes() throws IOException;
    }

    /**
     * A form in which something can be saved.
     *
     * @param ending of the file's name, such as {@code .csv}
     * @param name what the form is called
     * @param content takes what is shown at this moment, on the UI thread; the rest is done later
     */
    public record Form(String ending, String name, Supplier<Content> content) {}

    /**
     * Asks for a file and saves to it.
     *
     * @param shell the window
     * @param title the dialog's title
     * @param name what the file may be called, without an ending
     * @param forms the forms; the first is proposed, and taken for any other ending
     */
    public static void ask(Shell shell, String title, String name, List<Form> forms) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFilterExtensions(
                forms.stream().map(form -> "*" + form.ending()).toArray(String[]::new));
        dialog.setFilterNames(forms.stream()
                .map(form -> form.name() + " (*" + form.ending() + ")")
                .toArray(String[]::new));
        dialog.setFileName(name + forms.getFirst().ending());
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            save(Path.of(chosen), form(chosen, forms).content().get());
        }
    }

    private static Form form(String file, List<Form> forms) {
        return forms.stream()
                .filter(form -> file.toLowerCase(Locale.ROOT).endsWith(form.ending()))
                .findFirst()
                .orElse(forms.getFirst());
    }

    private static void save(Path file, Content content) {
        IJobFunction work = _ -> write(file, content);
        Job.create("Saving " + file.getFileName(), work).schedule();
    }

    private static IStatus write(Path file, Content content) {
        try {
            PrivateFiles.replace(file, content.bytes());
            return Status.OK_STATUS;
        } catch (IOException e) {
            return Problems.status(EngineException.io(file, e));
        } catch (EngineException e) {
            return Problems.status(e);
        }
    }
}
