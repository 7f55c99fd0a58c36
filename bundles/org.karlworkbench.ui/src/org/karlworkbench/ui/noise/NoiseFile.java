package org.karlworkbench.ui.noise;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;

/**
 * A measurement as it is kept beside its kit: one JSON object with the names of {@code karl noise --json}, which can be opened
 * too, and with what was measured.
 *
 * @param schemaVersion of this form
 * @param kit the kit's name; null where the command has measured
 * @param command what measured; null where that is not told
 * @param values see {@link NoiseResult}, null for a relink whose measurement failed; likewise all that follow
 */
public record NoiseFile(
        int schemaVersion,
        String kit,
        String command,
        double median,
        double spread,
        boolean timed,
        List<Double> values,
        List<NoiseResult.Feature> features,
        int featuresTested) {
    /** The ending of such files. */
    public static final String ENDING = ".noise";

    private static final int SCHEMA_VERSION = 1;
    private static final long MOST_BYTES = 1L << 28;
    private static final Gson JSON = new GsonBuilder().serializeNulls().create();

    /** Checks what came from a file. */
    public NoiseFile {
        boolean whole = values != null && features != null && !values.isEmpty();
        if (!whole || schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("no measurement");
        }
        if (features.stream().anyMatch(each -> each == null || each.name() == null)) {
            throw new IllegalArgumentException("a feature without a name");
        }
    }

    /** What was measured of a kit. */
    static NoiseFile of(String kit, String command, NoiseResult result) {
        return new NoiseFile(
                SCHEMA_VERSION,
                kit,
                command,
                result.median(),
                result.spread(),
                result.timed(),
                result.values().stream().map(each -> each.isNaN() ? null : each).toList(),
                result.features(),
                result.tested());
    }

    NoiseResult result() {
        List<Double> numbers =
                values.stream().map(each -> each == null ? Double.NaN : each).toList();
        return new NoiseResult(numbers, timed, median, spread, features, featuresTested);
    }

    String json() {
        return JSON.toJson(this) + "\n";
    }

    /** Saves it, readable by its owner only. */
    void write(Path file) throws EngineException {
        PrivateFiles.replace(file, json().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads one.
     *
     * @throws EngineException if the file cannot be read or is none
     */
    static NoiseFile read(Path file) throws EngineException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw bad(file, null);
            }
            NoiseFile read = JSON.fromJson(Files.readString(file), NoiseFile.class);
            if (read == null) {
                throw bad(file, null);
            }
            return read;
        } catch (IOException e) {
            throw EngineException.io(file, e);
        } catch (RuntimeException e) { // Gson wraps what the record refuses in one of these
            throw bad(file, e);
        }
    }

    private static EngineException bad(Path file, Exception cause) {
        String cure = "choose a file that Kit > Measure Layout Noise or karl noise --json has written";
        return new EngineException("bad-noise", file.toString(), null, "it is no measurement of noise", cure, cause);
    }
}
