package org.karlworkbench.debug.noise;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.debug.trial.TrialLinker;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.source.TempFolder;

/** Measures many relinks of one kit: what differs between them is what the layout does to the number. */
public final class LayoutNoise {
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,9})?");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[-+]?(nan|inf|infinity)");

    private static final int CANNOT_TELL = 125;
    private static final double NANOS = 1e6;

    private final NoiseRequest request;
    private final Recipe recipe;
    private final Progress progress;
    private final List<Double> numbers = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    /** Whether the command has written a number, and so measures itself. */
    private boolean wrote;

    private LayoutNoise(NoiseRequest request, Recipe recipe, Progress progress) {
        this.request = request;
        this.recipe = recipe;
        this.progress = progress;
    }

    /**
     * Measures, one relink after the other.
     *
     * @param request what
     * @param progress told of each relink; asked for cancel
     * @return the distribution
     * @throws EngineException if a relink fails, or code {@code test-stopped} if the command says to stop, or measures none
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public static NoiseResult run(NoiseRequest request, Progress progress) throws EngineException {
        Recipe recipe = TrialLinker.fastest(request.kit(), request.recipe(), progress);
        return new LayoutNoise(request, recipe, progress).run();
    }

    private NoiseResult run() throws EngineException {
        Draws draws = Draws.of(request.kit(), recipe);
        LayoutFeatures features = new LayoutFeatures(
                request.kit(), recipe, TrialLinker.placer(request.kit(), recipe, progress), request.count());
        progress.begin("measuring", request.count());
        try (TempFolder folder = TempFolder.create()) {
            TrialLinker linker = new TrialLinker(request.kit(), recipe, folder.path());
            for (int i = 0; i < request.count(); i++) {
                progress.checkCancelled();
                Seed seed = request.seed().of(i + 1L);
                features.add(i, draws.draw(seed));
                measure(linker.link(seed, null, progress), folder.path());
                progress.worked(1);
            }
        }
        return result(features);
    }

    private void measure(Path kernel, Path temporary) throws EngineException {
        for (int i = 0; i < request.warmUps(); i++) {
            progress.checkCancelled();
            request.command().run(kernel, temporary, progress); // what it says counts only once it is warm
        }
        KernelCommand.Said said = request.command().run(kernel, temporary, progress);
        if (said.status() > CANNOT_TELL && !said.timedOut()) {
            throw stopped("ended with status " + said.status());
        }
        boolean ok = said.status() == 0 && !said.timedOut();
        OptionalDouble number = ok ? lastNumber(said.output()) : OptionalDouble.empty();
        wrote |= number.isPresent();
        numbers.add(number.orElse(Double.NaN));
        millis.add(ok ? said.nanos() / NANOS : Double.NaN);
    }

    /** The last word that is a number; NaN where that is none to reckon with: nan, inf, or too large a one. */
    static OptionalDouble lastNumber(String output) {
        String[] words = output.strip().split("[\\s,;:=]+");
        for (int i = words.length - 1; i >= 0; i--) {
            if (NUMBER.matcher(words[i]).matches()) {
                double number = Double.parseDouble(words[i]);
                return OptionalDouble.of(Double.isInfinite(number) ? Double.NaN : number);
            }
            if (NO_NUMBER.matcher(words[i]).matches()) {
                return OptionalDouble.of(Double.NaN);
            }
        }
        return OptionalDouble.empty();
    }

    private NoiseResult result(LayoutFeatures features) throws EngineException {
        boolean timed = !wrote;
        List<Double> values = timed ? millis : numbers;
        int[] measured = IntStream.range(0, values.size())
                .filter(i -> !values.get(i).isNaN())
                .toArray();
        if (measured.length == 0) {
            throw stopped("measured none of " + values.size() + " relinks: it failed, did not end in time, or wrote"
                    + " nan or inf");
        }
        double[] kept = Arrays.stream(measured).mapToDouble(values::get).toArray();
        Map<String, double[]> columns = features.of(measured);
        progress.begin("looking for what goes with it", 0);
        long start = ByteBuffer.wrap(request.seed().bytes()).getLong();
        List<NoiseResult.Feature> found = Association.rank(columns, kept, new SplittableRandom(start), progress);
        double[] sorted = kept.clone();
        Arrays.sort(sorted);
        double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        return new NoiseResult(values, timed, quantile(sorted, 0.5), spread, found, columns.size());
    }

    /** Linear between neighbours. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private EngineException stopped(String problem) {
        return new EngineException(
                "test-stopped",
                request.command().command(),
                null,
                problem,
                "try it alone: KERNEL=FILE sh -c COMMAND has to end with 0 and write a number");
    }
}
