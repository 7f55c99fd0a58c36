package org.karlworkbench.ui.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Shell;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Svg;
import org.karlworkbench.ui.SavedFile;

/** Saves what a map shows as SVG or PNG. */
public final class PictureFile {
    private PictureFile() {}

    /**
     * Asks for a file and writes the picture to it.
     *
     * @param shell the window that asks
     * @param title what the picture shows
     * @param picture gives it as shapes
     * @param image gives it as pixels
     */
    public static void save(Shell shell, String title, Supplier<Picture> picture, Supplier<ImageData> image) {
        SavedFile.ask(
                shell,
                "Save Picture",
                title,
                List.of(
                        new SavedFile.Form(".svg", "Scalable picture", () -> svg(picture.get(), title)),
                        new SavedFile.Form(".png", "Pixels", () -> png(image.get()))));
    }

    private static SavedFile.Content svg(Picture picture, String title) {
        return () -> Svg.of(picture, title).getBytes(StandardCharsets.UTF_8);
    }

    private static SavedFile.Content png(ImageData image) {
        return () -> {
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image};
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            loader.save(bytes, SWT.IMAGE_PNG);
            return bytes.toByteArray();
        };
    }
}
