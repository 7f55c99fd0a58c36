package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.karlworkbench.code.InstalledDisassembler;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Architectures;

/** {@code karl arch}: the architectures, and what can be done for each on this machine. */
final class ArchVerb extends Verb {
    private final Given<Boolean> probe = options.flag(
            "Ask the linkers themselves for their versions, and whether they link it; look for disassemblers.",
            "--probe");

    ArchVerb() {
        super("Lists the architectures, and what can be done for each on this machine.", "");
    }

    @Override
    Answer answer(Progress progress) throws EngineException {
        List<InstalledTools> rows = new ArrayList<>();
        for (Architecture architecture : Architectures.all()) {
            rows.add(InstalledTools.of(architecture, probe.get()));
        }
        return new Found(rows, probe.get() ? InstalledDisassembler.all() : null);
    }

    private record Found(List<InstalledTools> rows, List<InstalledDisassembler> disassemblers) implements Answer {
        @Override
        public int status() {
            return Karl.DONE;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("architectures").beginArray();
            for (InstalledTools row : rows) {
                write(json, row);
            }
            json.endArray();
            disassemblers(json);
        }

        /** Null where nobody looked. */
        private void disassemblers(JsonWriter json) throws IOException {
            json.name("disassemblers");
            if (disassemblers == null) {
                json.nullValue();
                return;
            }
            json.beginArray();
            for (InstalledDisassembler one : disassemblers) {
                json.beginObject();
                json.name("name").value(name(one));
                json.name("version").value(one.version());
                json.name("package").value(one.debianPackage());
                json.endObject();
            }
            json.endArray();
        }

        private static String name(InstalledDisassembler one) {
            return one.tool().name().toLowerCase(Locale.ROOT);
        }

        private static void write(JsonWriter json, InstalledTools row) throws IOException {
            Architecture architecture = row.architecture();
            json.beginObject();
            json.name("name").value(architecture.name());
            json.name("bits").value(architecture.bits());
            json.name("endian").value(architecture.endian());
            json.name("page").value(architecture.page());
            json.name("pad").value(pad(architecture));
            json.name("padInstruction").value(architecture.padInstruction());
            json.name("startup").value(architecture.startup().label());
            json.name("linkers").beginArray();
            for (InstalledTools.Linker linker : row.linkers()) {
                json.beginObject();
                json.name("name").value(linker.name());
                json.name("path").value(linker.path());
                json.name("version").value(linker.version());
                json.name("package").value(linker.debianPackage());
                json.name("links").value(linker.links());
                json.name("relaxes").value(linker.relaxes());
                json.endObject();
            }
            json.endArray();
            json.name("emulator").value(row.emulator());
            json.name("emulatorPackage").value(architecture.emulatorPackage());
            json.endObject();
        }

        private static String pad(Architecture architecture) {
            return architecture.randomized() ? JsonAnswer.hex(architecture.pad()) : null;
        }

        @Override
        public void print(PrintWriter out) {
            TextTable table =
                    new TextTable("ARCH", "BITS", "ENDIAN", "PAGE", "PAD", "STARTUP", "LINKERS HERE", "EMULATOR HERE");
            for (InstalledTools row : rows) {
                Architecture architecture = row.architecture();
                table.row(
                        architecture.name(),
                        architecture.bits(),
                        architecture.endian(),
                        architecture.page(),
                        pad(architecture),
                        architecture.startup().label(),
                        linkers(row),
                        row.emulator());
            }
            table.print(out);
            if (disassemblers != null) {
                out.println("Disassemblers here: "
                        + disassemblers.stream().map(Found::disassembler).collect(Collectors.joining(", ")));
            }
        }

        private static String disassembler(InstalledDisassembler one) {
            return one.version() != null
                    ? one.version()
                    : name(one) + " missing (Debian's package " + one.debianPackage() + ")";
        }

        private static String linkers(InstalledTools row) {
            if (row.linkers().isEmpty()) {
                return "none exists";
            }
            return row.linkers().stream().map(Found::linker).collect(Collectors.joining(", "));
        }

        private static String linker(InstalledTools.Linker linker) {
            if (linker.debianPackage() == null) {
                return linker.name();
            }
            if (linker.path() == null) {
                return linker.name() + " missing (apt install " + linker.debianPackage() + ")";
            }
            String version = linker.version() == null ? "" : " " + linker.version();
            boolean refuses = Boolean.FALSE.equals(linker.links());
            String unable = refuses ? " (does not link it)" : linker.relaxes() ? "" : " (without relaxation)";
            return linker.name() + version + unable;
        }
    }
}
