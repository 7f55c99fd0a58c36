package org.karlworkbench.ui.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.FileDialog;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Svg;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.WholeFile;
import org.karlworkbench.ui.canvas.AddressMap;

/** Saves what a map shows as SVG or PNG, as the file's name ends. */
final class PictureFile {
    private static final String PNG = ".png";
    private static final String SVG = ".svg";

    private PictureFile() {}

    /**
     * Asks for a file and writes the picture to it. A file that is there is replaced when the new one is whole.
     *
     * @param map the map
     * @param title what it shows
     */
    static void save(AddressMap map, String title) {
        FileDialog dialog = new FileDialog(map.getShell(), SWT.SAVE);
        dialog.setText("Save Picture");
        dialog.setFilterExtensions(new String[] {"*" + SVG, "*" + PNG});
        dialog.setFilterNames(new String[] {"Scalable picture (*.svg)", "Pixels (*.png)"});
        dialog.setFileName(title + SVG);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            write(map, title, Path.of(chosen));
        }
    }

    private static void write(AddressMap map, String title, Path file) {
        boolean pixels = file.toString().toLowerCase(Locale.ROOT).endsWith(PNG);
        ImageData image = pixels ? map.image() : null;
        Picture picture = map.picture();
        Job job = Job.create("Saving " + file.getFileName(), (ICoreRunnable) _ -> {
            byte[] bytes = pixels ? png(image) : Svg.of(picture, title).getBytes(StandardCharsets.UTF_8);
            try {
                WholeFile.replace(file, out -> out.write(bytes));
            } catch (EngineException e) {
                throw new org.eclipse.core.runtime.CoreException(Problems.status(e));
            }
        });
        job.setUser(false);
        job.schedule();
    }

    private static byte[] png(ImageData image) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        loader.save(bytes, SWT.IMAGE_PNG);
        return bytes.toByteArray();
    }
}
