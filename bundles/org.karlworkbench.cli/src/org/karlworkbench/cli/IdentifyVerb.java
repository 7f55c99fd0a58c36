package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.karlworkbench.debug.memory.Identified;
import org.karlworkbench.debug.memory.Identified.Verdict;
import org.karlworkbench.debug.memory.Identifier;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.PrivateFiles;

/** {@code karl identify}: which kernel a dump of memory ran. */
final class IdentifyVerb extends Verb {
    private final Given<Path> dump = options.argument("CORE", "A dump of memory: raw, or a core file.");
    private final Given<Path> ledger = options.file("DIR", "The relinks that may have run.", "--ledger");
    private final KitOption kit = new KitOption(options);
    private final Given<Path> kernel = options.file("FILE", "The kernel that may have run.", "--kernel");
    private final Given<Path> output = options.file("FILE", "Write the kernel that ran once more.", "-o", "--output");

    IdentifyVerb() {
        super(
                "Finds out which kernel a dump of memory ran.",
                "It is compared with the kernel of --kernel or, for bsd.0.core, with bsd.0 beside it; then with the relinks "
                        + "of --ledger; then the draw is recovered by --kit. Exit status 1 if it is none of these.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        Path named = kernel.isThere() ? kernel.get() : Identifier.kernelBeside(dump.get());
        if (named == null && !ledger.isThere() && !kit.isNamed()) {
            throw new UsageException(
                    "one of --ledger, --kit and --kernel is needed",
                    "name the ledger of the relinks with --ledger DIR");
        }
        if (output.isThere()) {
            PrivateFiles.requireReplaceable(output.get());
        }
        Interrupt.arm();
        return kit.use(
                progress,
                loaded -> new Told(Identifier.run(dump.get(), ledger.get(), loaded, named, output.get(), progress)));
    }

    private record Told(Identified identified) implements Answer {
        @Override
        public int status() {
            return identified.verdict() == Verdict.NONE ? Karl.NO : Karl.DONE;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("verdict").value(identified.verdict().word());
            json.name("entry").value(identified.entry());
            JsonAnswer.texts(json, "candidates", identified.candidates());
            JsonAnswer.texts(json, "evidence", identified.evidence());
            json.name("kernel")
                    .value(
                            identified.kernel() == null
                                    ? null
                                    : identified.kernel().toString());
        }

        @Override
        public void print(PrintWriter out) {
            String entry = identified.entry();
            out.println(identified.verdict().word() + (entry == null ? "" : " " + Printable.of(entry)));
            if (identified.candidates().size() > 1) {
                identified.candidates().forEach(each -> out.println("  candidate  " + Printable.of(each)));
            }
            identified.evidence().forEach(each -> out.println("  evidence   " + Printable.of(each)));
            if (identified.kernel() != null) {
                out.println("  kernel     " + Printable.of(identified.kernel().toString()));
            }
        }
    }
}
