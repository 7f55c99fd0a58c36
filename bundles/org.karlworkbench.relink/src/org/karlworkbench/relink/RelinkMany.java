package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * Many relinks of one kit, on all processors at a time. Each is a relink like any other, with a seed of its own that
 * alone repeats it; what they have in common is read once, and of each only the name of its entry is kept.
 *
 * <p>Of the built-in linker's kernels the first is accounted for byte by byte. Where an order decides nothing but where
 * things lie, the others are made of the same template by the same code, and of them only the shape is checked, as it is
 * on the disk.
 */
public final class RelinkMany {
    /** So many lines are remembered at most. */
    private static final int MOST_SAID = 1000;

    private final RelinkRequest like;
    private final Progress progress;
    private final AtomicInteger next = new AtomicInteger(1);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Set<String> said = new HashSet<>();

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
     * @throws EngineException where one of the kernels cannot be put, before any is made; or the first that one of them
     *     failed with, which tells those that were made before and stay
     * @throws java.util.concurrent.CancellationException when the progress says so, which is told the same; all linkers
     *     have ended then
     */
    public static List<Path> run(RelinkRequest like, int count, Progress progress) throws EngineException {
        return new RelinkMany(like, progress).run(count);
    }

    private List<Path> run(int count) throws EngineException {
        requireTargets(count);
        progress.begin("relinking " + count + " times", count);
        Path[] entries = new Path[count];
        try {
            run(entries);
            return List.of(entries);
        } catch (EngineException e) {
            throw new MadeBefore(like.kernel(), entries).failed(e);
        } finally {
            if (progress.cancelled()) {
                new MadeBefore(like.kernel(), entries).words().ifPresent(progress::say);
            }
        }
    }

    /** A folder or another's file in the place of the last kernel shall not be found when all others are made. */
    private void requireTargets(int count) throws EngineException {
        for (int i = 1; like.kernel() != null && i <= count; i++) {
            progress.checkCancelled();
            Target.check(numbered(like.kernel(), i), like.ledgerFolder() == null, like.kit());
        }
    }

    private void run(Path[] entries) throws EngineException {
        RelinkResult first = Relink.run(request(1), new OneOfMany());
        entries[0] = first.entryFile();
        progress.worked(1);
        boolean builtIn = first.entry().getLinker().equals(LinkerTool.BUILT_IN.name());
        boolean proved = builtIn && KeptLinkers.isSettled(like.kit());
        int threads = Math.min(entries.length, Runtime.getRuntime().availableProcessors());
        List<Background<Void>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Background.start("relinks", () -> work(entries, proved)));
        }
        try {
            for (Background<Void> worker : workers) {
                worker.get();
            }
        } finally {
            ended.set(true);
            workers.forEach(Background::settle);
        }
    }

    /** Relinks one after the other until none is left, or one has failed. */
    private Void work(Path[] entries, boolean proved) throws EngineException {
        try {
            for (int i = next.getAndIncrement(); i < entries.length; i = next.getAndIncrement()) {
                entries[i] = relink(i + 1, proved);
                synchronized (progress) {
                    progress.worked(1);
                }
            }
            return null;
        } catch (EngineException | RuntimeException e) {
            if (ended.getAndSet(true)) {
                return null; // the first that failed is told; this one was stopped by it
            }
            throw e;
        }
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

    /** One relink's progress: its phases are too many to tell, and what many say is told once. */
    private final class OneOfMany implements Progress {
        @Override
        public void begin(String phase, int steps) {}

        @Override
        public void worked(int steps) {}

        @Override
        public void say(String line) {
            synchronized (progress) {
                boolean known = said.size() < MOST_SAID ? !said.add(line) : said.contains(line);
                if (!known) {
                    progress.say(line);
                }
            }
        }

        @Override
        public boolean cancelled() {
            return ended.get() || progress.cancelled();
        }
    }
}
