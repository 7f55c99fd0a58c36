package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.machine.EngineKernelMaker;
import org.karlworkbench.machine.Hibernation;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineTools;

/** {@code karl machine hibernate}: whether a hibernated image would be resumed. Changes nothing. */
final class HibernateVerb extends Verb {
    private final Given<Path> root =
            options.file("DIR", "The machine's root directory: /bsd.booted hibernates, and /bsd wakes up.", "--root");
    private final Given<List<Path>> kernels =
            options.arguments("KERNEL", "Two kernels: the one that hibernates, and the one that wakes up.", "0..2");

    HibernateVerb() {
        super(
                "Compares the signatures by which a kernel knows its own hibernated image.",
                "A signature is made of the version string and the addresses of four functions. Exit status 1 if the "
                        + "image would not be resumed.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        List<Path> two = kernels.isThere() ? kernels.get() : List.of();
        if (root.isThere() ? !two.isEmpty() : two.size() != 2) {
            throw new UsageException(
                    "either --root DIR or two kernels are needed", "see karl machine hibernate --help");
        }
        if (!root.isThere()) {
            return new Resumed(Hibernation.of(two.getFirst(), two.getLast()));
        }
        EngineKernelMaker maker = new EngineKernelMaker(KitFactory.eINSTANCE.createRecipe());
        return new Resumed(Hibernation.of(new Machine(root.get(), new MachineTools(maker))));
    }

    private record Resumed(Hibernation found) implements Answer {
        @Override
        public int status() {
            return found.resumes() ? Karl.DONE : Karl.NO;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("signatureA").value(found.signatureA());
            json.name("signatureB").value(found.signatureB());
            json.name("resumes").value(found.resumes());
            json.name("reason").value(found.reason());
        }

        @Override
        public void print(PrintWriter out) {
            out.println("  hibernates  " + (found.signatureA() == null ? "-" : found.signatureA()));
            out.println("  wakes up    " + (found.signatureB() == null ? "-" : found.signatureB()));
            String not =
                    found.reason() == null ? "is not resumed: the kernels differ" : "is not resumed: " + found.reason();
            out.println("  the image " + (found.resumes() ? "is resumed" : Printable.of(not)));
        }
    }
}
