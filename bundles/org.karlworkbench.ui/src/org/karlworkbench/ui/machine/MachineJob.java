package org.karlworkbench.ui.machine;

import org.eclipse.core.resources.IFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Outcome;
import org.karlworkbench.machine.Plan;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.relink.LinkJob;

/** Takes the steps of a plan. Whatever stops it, a whole kernel is at /bsd afterwards. */
final class MachineJob extends LinkJob {
    private final Plan plan;

    MachineJob(IFile machineFile, BehaviourKind kind, Plan plan) {
        super(kind.title() + ": " + plan.machine().root(), machineFile);
        this.plan = plan;
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        Outcome outcome = plan.run(progress);
        outcome.steps().forEach(step -> console.say("done: " + step));
        outcome.log().forEach(console::say);
        String state = outcome.status().engaged()
                ? "engaged"
                : "dis-engaged, " + outcome.status().reason();
        console.head(getName() + ": the machine is " + state);
    }

    @Override
    protected String whatIsLeft() {
        return "the kernel at /bsd is whole, and the timeline says what was done";
    }
}
