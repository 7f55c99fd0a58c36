package org.karlworkbench.machine;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * A behaviour with the steps that it would take now: to be shown, and to be run.
 *
 * @param machine the machine
 * @param behaviour the behaviour
 * @param steps its steps, in words
 * @param status how the machine is now
 */
public record Plan(Machine machine, Behaviour behaviour, List<String> steps, MachineStatus status) {
    /** Copies the list. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** What steps a run has; asked again when it begins, since what an earlier run left is settled first. */
    static List<Step> stepsOf(Behaviour behaviour, Run run) throws EngineException {
        return switch (behaviour) {
            case Behaviour.Install install -> new BaseSteps(run, install.base(), false).steps();
            case Behaviour.Upgrade upgrade -> new BaseSteps(run, upgrade.base(), true).steps();
            case Behaviour.Boot _ -> new BootSteps(run).steps();
            case Behaviour.MakeInstall install -> new DeveloperSteps(run).makeInstall(install);
            case Behaviour.CopyKernel copy -> new DeveloperSteps(run).copy(copy.kernel());
            case Behaviour.Reengage _ -> new DeveloperSteps(run).reengage();
        };
    }

    /**
     * Takes the steps, one after the other. One that fails leaves the machine with a whole kernel at /bsd and a true
     * state; so does a process that is ended at any moment.
     *
     * @param progress told of the steps; asked for cancel, but not while a kernel takes its place
     * @return what was done
     * @throws EngineException if a step fails: {@code busy} if another run has the machine, {@code no-machine},
     *     {@code machine-exists}, {@code no-kit}, {@code unknown-kit}, {@code duplicate-kit}, {@code bad-kit-name},
     *     {@code foreign-architecture}, {@code refused-link}, {@code bad-kernel}, {@code bad-copy}, {@code io}, or what
     *     reading a kit and relinking throw
     * @throws CancellationException when the progress says so
     */
    public Outcome run(Progress progress) throws EngineException {
        MachineFiles files = machine.files();
        try (Run run = new Run(files, machine.tools(), behaviour, progress)) {
            List<Step> all = stepsOf(behaviour, run); // refuses what makes no sense before anything is touched
            int ahead = ahead(all);
            take(all.subList(0, ahead), run);
            files.layOut(run.disk());
            try (MachineLock _ = MachineLock.take(files, machine.tools().disk())) {
                return locked(run, all.subList(ahead, all.size()), ahead > 0);
            }
        }
    }

    /** How many steps are taken before there is a machine: where they fail, none is begun. */
    private int ahead(List<Step> steps) {
        boolean fresh = behaviour instanceof Behaviour.Install;
        return fresh ? (int) steps.stream().takeWhile(Step::ahead).count() : 0;
    }

    private Outcome locked(Run run, List<Step> left, boolean begun) throws EngineException {
        try {
            new Recovery(run).run();
            List<Step> all = stepsOf(behaviour, run);
            take(begun ? left : all, run);
            return run.outcome();
        } catch (EngineException e) {
            run.failed(e);
            throw e;
        } catch (CancellationException e) {
            run.cancelled();
            throw e;
        }
    }

    private static void take(List<Step> steps, Run run) throws EngineException {
        for (Step step : steps) {
            run.progress().checkCancelled();
            run.progress().begin(step.words(), 0);
            boolean goesOn = step.action().run();
            run.done(step.words());
            if (!goesOn) {
                return;
            }
        }
    }
}
