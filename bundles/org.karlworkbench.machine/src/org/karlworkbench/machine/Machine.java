package org.karlworkbench.machine;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** A root directory with a kernel that is relinked at every boot: an image's mount, a chroot, or a folder for a class. */
public final class Machine {
    private final Path root;
    private final MachineTools tools;

    /**
     * A machine; nothing is looked at yet.
     *
     * @param root its root directory
     * @param tools what it is worked on with
     */
    public Machine(Path root, MachineTools tools) {
        this.root = root;
        this.tools = tools;
    }

    /**
     * Where it is.
     *
     * @return its root directory, as it was named
     */
    public Path root() {
        return root;
    }

    MachineFiles files() throws EngineException {
        return MachineFiles.of(root);
    }

    MachineTools tools() {
        return tools;
    }

    /**
     * What a behaviour would do now. Nothing is touched.
     *
     * @param behaviour what to do
     * @return its steps, to be shown or run
     * @throws EngineException as {@link Plan#run}, for what is known beforehand
     */
    public Plan plan(Behaviour behaviour) throws EngineException {
        try (Run run = new Run(files(), tools, behaviour, Progress.NONE)) {
            List<String> steps =
                    Plan.stepsOf(behaviour, run).stream().map(Step::words).toList();
            return new Plan(this, behaviour, steps, MachineStatus.of(run.files()));
        }
    }

    /**
     * How the machine is. Nothing is touched.
     *
     * @return its status
     * @throws EngineException code {@code no-machine} if neither a kernel nor a kit is there, {@code refused-link} if a
     *     link leads out of the root, {@code io} if something cannot be read
     */
    public MachineStatus status() throws EngineException {
        MachineFiles files = files();
        MachineStatus status = MachineStatus.of(files);
        if (status.kernelSha256() == null && !KitTrees.any(files)) {
            throw new EngineException(
                    "no-machine", root.toString(), null, "holds neither a kernel nor a kit", "install a machine there");
        }
        return status;
    }

    /**
     * All that happened to the machine, the oldest first.
     *
     * @return its events
     * @throws EngineException as {@link #status}
     */
    public List<Event> timeline() throws EngineException {
        return Timeline.read(files().timeline());
    }

    /**
     * What lies in the root, whether or not a machine is there yet. Nothing is touched.
     *
     * @return kernels, kits, room and all that happened
     * @throws EngineException as {@link #status}, but for a root that is empty
     */
    public MachineContents contents() throws EngineException {
        return MachineContents.of(files());
    }

    /**
     * What the relinks of a run said.
     *
     * @param event any event of that run
     * @return the lines that it added to a relink.log; empty where there are none
     * @throws EngineException as {@link #status}
     */
    public List<String> log(Event event) throws EngineException {
        return RunLog.of(files(), event);
    }

    /**
     * Copies a kernel with its ledger entry out of the machine, so that its layout can be looked at. One that is there no
     * more, but was booted lately, is made anew from its draw.
     *
     * @param sha256 the kernel's digest
     * @param folder where to, outside the machine; it is made where it is missing
     * @param progress told of the phases; asked for cancel
     * @return the copy, which only its owner may read
     * @throws EngineException code {@code no-draw} if neither the kernel nor its draw is there, {@code bad-copy} if the
     *     copy is another kernel, {@code io}, or what reading a kit and relinking throw
     */
    public Path copyOut(String sha256, Path folder, Progress progress) throws EngineException {
        return new KernelCopy(files(), sha256).into(folder, progress);
    }

    /**
     * The folder with the ledger entries of the machine's kernels.
     *
     * @return a folder, which is missing before the machine is installed
     * @throws EngineException code {@code refused-link} if a link leads out of the root
     */
    public Path ledger() throws EngineException {
        return files().ledger();
    }

    /**
     * What the relinks of the kit that runs said.
     *
     * @return the lines of relink.log, the oldest first; empty where there is none
     * @throws EngineException as {@link #status}
     */
    public List<String> log() throws EngineException {
        MachineFiles files = files();
        String kit = KitTrees.running(files);
        return kit == null ? List.of() : LineFile.read(files.log(kit));
    }
}
