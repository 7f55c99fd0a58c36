package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Recovery;
import org.karlworkbench.relink.FoundEntry;

/** {@code karl recover}: order and gaps of a kernel that someone else linked. */
final class RecoverVerb extends Verb {
    private final Given<Path> kernel = options.argument("KERNEL", "A kernel that was linked from the kit.");
    private final KitOption kit = new KitOption(options);
    private final Given<Path> ledger =
            options.file("DIR", "Write a ledger entry with the draw there, for karl replay.", "--ledger");

    RecoverVerb() {
        super(
                "Finds the order of a kernel's objects and its gaps, whoever linked it.",
                "Needs the kit from which the kernel was linked. Exit status 1 if an object is not found, 3 if kit and "
                        + "kernel do not belong together.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        kit.mustBeNamed();
        Interrupt.arm();
        return kit.use(progress, loaded -> {
            Recovery found = Recovery.of(kernel.get(), loaded, progress);
            return new Recovered(kernel.get(), found, entry(loaded, found, progress));
        });
    }

    private Path entry(LoadedKit kit, Recovery found, Progress progress) throws EngineException {
        return ledger.isThere() ? FoundEntry.write(kernel.get(), kit, found, ledger.get(), progress) : null;
    }

    /** The answer; {@code entry} is null where none was asked for. */
    private record Recovered(Path kernel, Recovery found, Path entry) implements Answer {
        @Override
        public int status() {
            return found.unplaced().isEmpty() ? Karl.DONE : Karl.NO;
        }

        private String endboot() {
            return found.endboot() == -1 ? null : JsonAnswer.hex(found.endboot());
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("kernel").value(kernel.toString());
            json.name("entry").value(entry == null ? null : entry.toString());
            JsonAnswer.texts(json, "order", found.order());
            JsonAnswer.numbers(json, "gaps", found.gaps().byName());
            JsonAnswer.numbers(json, "gapSlack", found.slack().byName());
            json.name("endboot").value(endboot());
            JsonAnswer.texts(json, "unplaced", found.unplaced());
            JsonAnswer.texts(json, "ambiguous", found.ambiguous());
            json.name("reasons").beginObject();
            for (Map.Entry<String, String> each : found.reasons().entrySet()) {
                json.name(each.getKey()).value(each.getValue());
            }
            json.endObject();
        }

        @Override
        public void print(PrintWriter out) {
            out.println(Printable.of(kernel.toString()));
            for (GapName name : GapName.values()) {
                long slack = found.slack().of(name);
                String more = slack == 0 ? "" : "  or up to " + slack + " more, with the same bytes";
                out.printf("  gap %-9s %8d%s%n", name.label(), found.gaps().of(name), more);
            }
            out.println("  endboot       " + (endboot() == null ? "unknown" : endboot()));
            if (entry != null) {
                out.println("  entry         " + Printable.of(entry.toString()));
            }
            out.println("  order");
            found.order().forEach(object -> out.println("    " + Printable.of(object)));
            print(out, "unplaced", found.unplaced());
            print(out, "ambiguous", found.ambiguous());
        }

        private void print(PrintWriter out, String title, Iterable<String> objects) {
            for (String object : objects) {
                out.println("  " + title + " "
                        + Printable.of(object + ": " + found.reasons().get(object)));
            }
        }
    }
}
