package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * Many relinks of one kit, on all processors at a time. Each is a relink like any other, with a seed of its own that
 * alone repeats it; what they have in common is read once. However many there are, the memory that they take does not
 * grow.
 *
 * <p>Of the built-in linker's kernels the first is accounted for byte by byte; the others are made of the same template by
 * the same code, and of them only the shape is checked, as it is on the disk.
 */
public final class RelinkMany {
    private final RelinkRequest like;
    private final Progress progress;
    private final AtomicBoolean failed = new AtomicBoolean();

    private RelinkMany(RelinkRequest like, Progress progress) {
        this.like = like;
        this.progress = progress;
    }

    /**
     * Relinks a number of times. The kernel's name gets a number from 1 at its end, behind a full stop; the seeds are
     * {@link org.karlworkbench.kit.Seed#of} these numbers.
     *
     * @param like what to relink, with the seed of all; its kernel may be null for entries only
     * @param count how many, 1 or more
     * @param progress told of a step for each relink and of the linkers' own words; asked for cancel
     * @return the ledger entries' files, in the order of the numbers
     * @throws EngineException the first that one of them failed with; those that were made before stay
     * @throws java.util.concurrent.CancellationException when the progress says so; all linkers have ended then
     */
    public static List<Path> run(RelinkRequest like, int count, Progress progress) throws EngineException {
        return new RelinkMany(like, progress).run(count);
    }

    private List<Path> run(int count) throws EngineException {
        progress.begin("relinking " + count + " times", count);
        List<Path> entries = new ArrayList<>();
        RelinkResult first = Relink.run(request(1), new OneOfMany());
        entries.add(first.entryFile());
        progress.worked(1);
        boolean proved = first.entry().getLinker().equals(LinkerTool.BUILT_IN.name());
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Path>> started = new ArrayList<>();
            for (int number = 2; number <= count; number++) {
                int which = number;
                started.add(pool.submit(() -> relink(which, proved)));
            }
            try {
                for (Future<Path> each : started) {
                    entries.add(Background.result(each));
                    progress.worked(1);
                }
            } finally {
                failed.set(true); // after a failure those that have not begun are not begun
            }
        }
        return entries;
    }

    private Path relink(int number, boolean proved) throws EngineException {
        RelinkRequest request = request(number);
        RelinkResult result = proved ? Relink.again(request, new OneOfMany()) : Relink.run(request, new OneOfMany());
        return result.entryFile();
    }

    private RelinkRequest request(int number) {
        return new RelinkRequest(
                like.kit(),
                like.recipe(),
                like.seed().of(number),
                numbered(like.kernel(), number),
                like.ledgerFolder(),
                like.linker(),
                like.limits());
    }

    private static Path numbered(Path kernel, int number) {
        return kernel == null ? null : kernel.resolveSibling(kernel.getFileName() + "." + number);
    }

    /** One relink's progress: its phases are too many to tell. */
    private final class OneOfMany implements Progress {
        @Override
        public void begin(String phase, int steps) {}

        @Override
        public void worked(int steps) {}

        @Override
        public void say(String line) {
            synchronized (progress) {
                progress.say(line);
            }
        }

        @Override
        public boolean cancelled() {
            return failed.get() || progress.cancelled();
        }
    }
}
