package org.karlworkbench.ui.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Svg;
import org.karlworkbench.ui.SavedFile;
import org.karlworkbench.ui.canvas.AddressMap;

/** Saves what a map shows as SVG or PNG. */
final class PictureFile {
    private PictureFile() {}

    /**
     * Asks for a file and writes the picture to it.
     *
     * @param map the map
     * @param title what it shows
     */
    static void save(AddressMap map, String title) {
        SavedFile.ask(
                map.getShell(),
                "Save Picture",
                title,
                List.of(
                        new SavedFile.Form(".svg", "Scalable picture", () -> svg(map.picture(), title)),
                        new SavedFile.Form(".png", "Pixels", () -> png(map.image()))));
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
