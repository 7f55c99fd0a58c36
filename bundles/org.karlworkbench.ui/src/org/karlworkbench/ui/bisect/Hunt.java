package org.karlworkbench.ui.bisect;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.trial.KernelTest.Reply;
import org.karlworkbench.debug.trial.Question;

/** A search for the cause of a failure, as it goes on. Its methods may be called on any thread. */
final class Hunt {
    private final IFile kitFile;
    private final Path folder;
    private final HuntSettings settings;
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Counts counts = new Counts(0, 0, 0);
    private String phase = "waiting to begin";
    private Question question;
    private BisectResult result;
    private String ended;

    /** How many tests said what. */
    record Counts(int works, int fails, int unknown) {
        Counts plus(Reply reply) {
            return switch (reply) {
                case WORKS -> new Counts(works + 1, fails, unknown);
                case FAILS -> new Counts(works, fails + 1, unknown);
                case UNKNOWN -> new Counts(works, fails, unknown + 1);
                case UNDO -> this;
            };
        }

        int all() {
            return works + fails + unknown;
        }
    }

    /**
     * A search that has not begun.
     *
     * @param kitFile the kit
     * @param folder where it is kept what is known
     * @param settings what was asked for
     */
    Hunt(IFile kitFile, Path folder, HuntSettings settings) {
        this.kitFile = kitFile;
        this.folder = folder;
        this.settings = settings;
    }

    IFile kitFile() {
        return kitFile;
    }

    Path folder() {
        return folder;
    }

    HuntSettings settings() {
        return settings;
    }

    /** What the search said, the latest last. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    /** Runs a listener, on whatever thread, at each change. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    void step(String words) {
        steps.add(words);
        changed();
    }

    void begin(String newPhase) {
        synchronized (this) {
            phase = newPhase;
        }
        changed();
    }

    void count(Reply reply) {
        synchronized (this) {
            counts = counts.plus(reply);
        }
        changed();
    }

    /** A person is asked; null when that is answered. */
    void ask(Question asked) {
        synchronized (this) {
            question = asked;
        }
        changed();
    }

    /** It is over, with a result or without. */
    void end(BisectResult found, String words) {
        synchronized (this) {
            result = found;
            ended = words;
            question = null;
        }
        changed();
    }

    synchronized Counts counts() {
        return counts;
    }

    synchronized String phase() {
        return phase;
    }

    synchronized Question question() {
        return question;
    }

    /** What it came to, or null. */
    synchronized BisectResult result() {
        return result;
    }

    /** How it ended; null as long as it goes on. */
    synchronized String ended() {
        return ended;
    }
}
