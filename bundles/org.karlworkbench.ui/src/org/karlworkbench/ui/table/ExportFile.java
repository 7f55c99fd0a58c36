package org.karlworkbench.ui.table;

import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.WholeFile;

/** Saves what a table shows as CSV or JSON, as the file's name ends. */
final class ExportFile {
    private static final String CSV = ".csv";
    private static final String JSON = ".json";

    private ExportFile() {}

    /**
     * Asks for a file and writes the table to it. A file that is there is replaced when the new one is whole.
     *
     * @param shell the window
     * @param title what the table shows
     * @param export its content at this moment
     */
    static void save(Shell shell, String title, Export export) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Export Table");
        dialog.setFilterExtensions(new String[] {"*" + CSV, "*" + JSON});
        dialog.setFilterNames(new String[] {"Comma-separated values (*.csv)", "JSON (*.json)"});
        dialog.setFileName(title.toLowerCase(Locale.ROOT).replace(' ', '-') + CSV);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            write(export, Path.of(chosen));
        }
    }

    private static void write(Export export, Path file) {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(JSON);
        Job job = Job.create("Exporting " + file.getFileName(), _ -> {
            return write(file, json ? export::json : export::csv);
        });
        job.schedule();
    }

    private static IStatus write(Path file, WholeFile.Words words) {
        try {
            WholeFile.replaceWords(file, words);
            return Status.OK_STATUS;
        } catch (EngineException e) {
            return Problems.status(e);
        }
    }
}
