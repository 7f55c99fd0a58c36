package org.karlworkbench.ui.noise;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.swt.widgets.Shell;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Svg;
import org.karlworkbench.ui.SavedFile;

/** Saves what was measured: the values as a table, all as JSON with the command's names, or the picture. */
final class NoiseFiles {
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0x1f2328;

    private NoiseFiles() {}

    static void save(Shell shell, String name, NoiseResult result) {
        SavedFile.ask(
                shell,
                "Save Measurement",
                name,
                List.of(
                        new SavedFile.Form(".csv", "Table of the values", () -> () -> bytes(csv(result))),
                        new SavedFile.Form(".json", "All of it", () -> () -> bytes(json(result))),
                        new SavedFile.Form(".svg", "Picture", () -> () -> bytes(svg(name, result)))));
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

    private static String json(NoiseResult result) {
        JsonObject all = new JsonObject();
        all.addProperty("schemaVersion", 1);
        all.addProperty("median", result.median());
        all.addProperty("spread", result.spread());
        all.addProperty("timed", result.timed());
        JsonArray values = new JsonArray();
        result.values().forEach(each -> values.add(each.isNaN() ? JsonNull.INSTANCE : new JsonPrimitive(each)));
        all.add("values", values);
        JsonArray features = new JsonArray();
        for (NoiseResult.Feature each : result.features()) {
            JsonObject feature = new JsonObject();
            feature.addProperty("name", each.name());
            feature.addProperty("correlation", each.correlation());
            feature.addProperty("p", each.p());
            features.add(feature);
        }
        all.add("features", features);
        all.addProperty("featuresTested", result.tested());
        return all + "\n";
    }

    private static String svg(String name, NoiseResult result) {
        return Svg.of(NoisePicture.of(result, MapStyle.of(WHITE, BLACK, BLACK)), name);
    }
}
