package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.machine.Event;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineStatus;
import org.karlworkbench.machine.Outcome;
import org.karlworkbench.machine.Plan;

/**
 * How a machine is, and what was done to it.
 *
 * @param root its root directory
 * @param outcome how it is, and what was done
 * @param events its timeline; null where it was not asked for
 * @param dryRun whether the steps were only told
 * @param status the exit status
 */
record MachineAnswer(Path root, Outcome outcome, List<Event> events, boolean dryRun, int status) implements Answer {
    /** After a run; whether the answer is no when the machine is dis-engaged. */
    static MachineAnswer of(Path root, Outcome outcome, boolean asksForEngagement) {
        boolean no = asksForEngagement && !outcome.status().engaged();
        return new MachineAnswer(root, outcome, null, false, no ? Karl.NO : Karl.DONE);
    }

    /** The steps of a run that does not take place. */
    static MachineAnswer of(Plan plan, Machine machine) {
        Outcome outcome = new Outcome(plan.status(), false, plan.steps(), List.of());
        return new MachineAnswer(machine.root(), outcome, null, true, Karl.DONE);
    }

    /** The machine as it is. */
    static MachineAnswer of(Machine machine) throws EngineException {
        MachineStatus status = machine.status();
        Outcome outcome = new Outcome(status, false, List.of(), machine.log());
        int exit = status.engaged() ? Karl.DONE : Karl.NO;
        return new MachineAnswer(machine.root(), outcome, machine.timeline(), false, exit);
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        MachineStatus machine = outcome.status();
        json.name("root").value(root.toString());
        json.name("engaged").value(machine.engaged());
        json.name("reason").value(machine.reason());
        json.name("kernelSha256").value(machine.kernelSha256());
        json.name("bootedSha256").value(machine.bootedSha256());
        json.name("obsdSha256").value(machine.obsdSha256());
        json.name("kit").value(machine.kit());
        json.name("relinked").value(outcome.relinked());
        JsonAnswer.texts(json, "steps", outcome.steps());
        JsonAnswer.texts(json, "log", outcome.log());
        if (events != null) {
            json.name("events").beginArray();
            for (Event event : events) {
                json.beginObject();
                json.name("time").value(event.time());
                json.name("behaviour").value(event.behaviour());
                json.name("kind").value(event.kind());
                json.name("words").value(event.words());
                json.name("kernel").value(event.kernel());
                json.endObject();
            }
            json.endArray();
        }
    }

    @Override
    public void print(PrintWriter out) {
        MachineStatus machine = outcome.status();
        out.println(Printable.of(root.toString()));
        if (dryRun) {
            outcome.steps().forEach(step -> out.println("  would " + Printable.of(step)));
            return;
        }
        outcome.steps().forEach(step -> out.println("  done        " + Printable.of(step)));
        line(out, "/bsd", machine.kernelSha256());
        line(out, "/bsd.booted", machine.bootedSha256());
        line(out, "/obsd", machine.obsdSha256());
        line(out, "kit", machine.kit());
        line(out, machine.engaged() ? "engaged" : "dis-engaged", machine.reason() == null ? "" : machine.reason());
        if (events != null) {
            for (Event event : events) {
                String what = event.time() + " " + event.behaviour() + ": " + event.words();
                out.println("  " + Printable.of(what));
            }
        }
    }

    private static void line(PrintWriter out, String name, String value) {
        out.println(Printable.of(String.format("  %-11s %s", name, value == null ? "-" : value))
                .stripTrailing());
    }
}
