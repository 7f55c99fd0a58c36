package org.karlworkbench.ui.noise;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.swt.widgets.Shell;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Svg;
import org.karlworkbench.ui.SavedFile;

/** Saves what was measured elsewhere: the values as a table, all as JSON with the command's names, or the picture. */
final class NoiseExport {
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0x1f2328;

    private NoiseExport() {}

    static void save(Shell shell, String name, NoiseFile noise) {
        SavedFile.ask(
                shell,
                "Save Measurement",
                name,
                List.of(
                        new SavedFile.Form(".csv", "Table of the values", () -> () -> bytes(csv(noise.result()))),
                        new SavedFile.Form(".json", "All of it", () -> () -> bytes(noise.json())),
                        new SavedFile.Form(".svg", "Picture", () -> () -> bytes(svg(name, noise.result())))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(NoiseResult result) {
        StringBuilder text = new StringBuilder("relink,value\n");
        for (int i = 0; i < result.values().size(); i++) {
            double value = result.values().get(i);
            text.append(i + 1)
                    .append(',')
                    .append(Double.isNaN(value) ? "" : String.valueOf(value))
                    .append('\n');
        }
        return text.toString();
    }

    private static String svg(String name, NoiseResult result) {
        return Svg.of(NoisePicture.of(result, MapStyle.of(WHITE, BLACK, BLACK)), name);
    }
}
