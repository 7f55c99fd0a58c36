package org.karlworkbench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.source.TempFolder;
import org.karlworkbench.machine.disk.SafeDisk;

/** One run of a behaviour: what its steps work with, and what they have done so far. */
final class Run implements AutoCloseable {
    private final MachineFiles files;
    private final MachineTools tools;
    private final SafeDisk disk;
    private final String behaviour;
    private final boolean relinks;
    private final Progress progress;
    private final String started;
    private final List<String> done = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private TempFolder work;
    private int folders;
    private boolean relinked;
    private boolean logBegun;

    Run(MachineFiles files, MachineTools tools, Behaviour behaviour, Progress progress) {
        this.files = files;
        this.tools = tools;
        this.disk = new SafeDisk(tools.disk());
        this.behaviour = behaviour.word();
        this.relinks = behaviour.relinks();
        this.progress = progress;
        this.started = now();
    }

    MachineFiles files() {
        return files;
    }

    SafeDisk disk() {
        return disk;
    }

    KernelMaker maker() {
        return tools.maker();
    }

    Progress progress() {
        return progress;
    }

    KitTrees trees() {
        return new KitTrees(files, disk);
    }

    /** A fresh folder outside the machine, for its owner only; it goes with the run. */
    Path workFolder() throws EngineException {
        if (work == null) {
            work = TempFolder.create();
            atEnd(work::close);
        }
        Path folder = work.path().resolve(String.valueOf(folders++));
        try {
            return Files.createDirectory(folder);
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }

    void atEnd(Runnable ending) {
        endings.push(ending);
    }

    /** A step is done. */
    void done(String words) {
        done.add(words);
    }

    /** A unique kernel is in place. */
    void relinked() {
        relinked = true;
    }

    /** Adds to the timeline; {@code kernel} is a digest or null. */
    void event(String kind, String words, String kernel) throws EngineException {
        Event event = new Event(now(), behaviour, kind, words, kernel, started);
        Timeline.append(files.timeline(), event, disk);
    }

    /** Begins the part of this run in the log of a kit's relinks: where nothing can be said, nothing is done. */
    void beginLog(String kit) throws EngineException {
        if (!logBegun) {
            disk.folder(files.tree(kit), MachineFiles.PRIVATE_FOLDER);
            LineFile.append(files.log(kit), RunLog.head(started, behaviour) + "\n", disk);
            logBegun = true;
        }
    }

    /** Adds to the log of a kit's relinks. */
    void log(String kit, String... lines) throws EngineException {
        beginLog(kit);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(Printable.of(line)).append('\n');
        }
        LineFile.append(files.log(kit), text.toString(), disk);
        log.addAll(List.of(lines));
    }

    private String now() {
        return tools.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Records a failure and takes away what it left, as far as that can be done now; the next run does the rest. */
    void failed(EngineException problem) {
        try {
            new Recovery(this).run();
            event("failed", problem.line(), null);
            String kit = KitTrees.running(files);
            if (kit != null && relinks) {
                log(kit, "failed -- " + problem.line());
            }
        } catch (EngineException e) {
            return; // the first failure is the one to tell
        }
    }

    /** Takes away what a run left that was stopped by its user. */
    void cancelled() {
        try {
            new Recovery(this).run();
            event("cancelled", "stopped by the user", null);
        } catch (EngineException e) {
            return; // the next run does it
        }
    }

    Outcome outcome() throws EngineException {
        return new Outcome(MachineStatus.of(files), relinked, done, log);
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
