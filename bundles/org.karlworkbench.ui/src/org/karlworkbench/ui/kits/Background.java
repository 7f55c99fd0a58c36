package org.karlworkbench.ui.kits;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;

/**
 * Facts about kits that take time to find: the first question starts a Job and is answered with "pending", the listener
 * is told when there is more to say.
 *
 * @param <V> what is found
 */
final class Background<V> {
    private final String verb;
    private final Finder<V> finder;
    private final Consumer<IFile> changed;
    private final Map<IFile, Answer<V>> answers = new ConcurrentHashMap<>();
    private final Map<IFile, Job> jobs = new ConcurrentHashMap<>();

    /** Finds the fact; runs in a Job. */
    interface Finder<V> {
        V find(IFile kitFile, Progress progress) throws EngineException;
    }

    Background(String verb, Finder<V> finder, Consumer<IFile> changed) {
        this.verb = verb;
        this.finder = finder;
        this.changed = changed;
    }

    /** What is known now; starts to find out when nothing is. */
    Answer<V> ask(IFile kitFile) {
        Answer<V> answer = answers.get(kitFile);
        if (answer == null) {
            start(kitFile);
            return Answer.unknown();
        }
        return answer;
    }

    /** What is known now, without starting to find out. */
    Answer<V> known(IFile kitFile) {
        return answers.getOrDefault(kitFile, Answer.unknown());
    }

    /** Asks anew, and keeps what was known until there is an answer. */
    void refresh(IFile kitFile) {
        if (answers.containsKey(kitFile) || jobs.containsKey(kitFile)) {
            start(kitFile);
        }
    }

    /** Forgets what was known; whoever listens asks again. */
    void forget(IFile kitFile) {
        answers.remove(kitFile);
    }

    /** Takes an answer that was found elsewhere. */
    void put(IFile kitFile, V value) {
        answers.put(kitFile, Answer.of(value));
    }

    private void start(IFile kitFile) {
        Job job = jobs.computeIfAbsent(kitFile, this::job);
        job.schedule();
    }

    private Job job(IFile kitFile) {
        Job job = new Job(verb + " " + kitFile.getName()) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                return find(kitFile, monitor);
            }
        };
        job.setPriority(Job.SHORT);
        return job;
    }

    private IStatus find(IFile kitFile, IProgressMonitor monitor) {
        try {
            V found = finder.find(kitFile, new MonitorProgress(monitor, verb + " " + kitFile.getName()));
            answers.put(kitFile, Answer.of(found));
        } catch (CancellationException | OperationCanceledException e) {
            answers.put(kitFile, Answer.failed("Reading was cancelled; refresh to read again"));
        } catch (EngineException | RuntimeException e) {
            // Known bad input is shown where the answer belongs; a defect of ours is also logged.
            answers.put(kitFile, Answer.failed(Problems.line(e)));
            if (e instanceof RuntimeException) {
                Problems.log(e);
            }
        }
        changed.accept(kitFile);
        return Status.OK_STATUS;
    }
}
