package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.relink.EntryKit;
import org.karlworkbench.relink.Replay;
import org.karlworkbench.relink.ReplayRequest;
import org.karlworkbench.relink.ReplayResult;

/** {@code karl replay}: repeats a relink from its ledger entry. */
final class ReplayVerb extends Verb {
    private final Given<Path> entry = options.argument("ENTRY", "A ledger entry, such as bsd.ledger.json.");
    private final Given<Path> output = options.neededFile("FILE", "The kernel to write.", "-o", "--output");
    private final KitOption kit = new KitOption(options);

    ReplayVerb() {
        super(
                "Repeats a relink with the order, gaps, flags and linker of its ledger entry.",
                "The kit is the one that the entry names, at its path or beside the entry, unless --kit names another. "
                        + "Exit status 1 if the bytes differ.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        kit.checkName();
        Path file = entry.get();
        LedgerEntry recorded = LedgerFiles.read(file);
        Interrupt.arm();
        try (KitSource source = kit.isNamed()
                ? KitSource.open(kit.path(), kit.name(), progress)
                : EntryKit.open(file, recorded, progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            return new Told(Replay.run(new ReplayRequest(file, recorded, loaded, output.get()), progress));
        }
    }

    private record Told(ReplayResult result) implements Answer {
        @Override
        public int status() {
            return result.identical() ? Karl.DONE : Karl.NO;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("kernel").value(result.relink().kernel().toString());
            json.name("entry").value(result.relink().entryFile().toString());
            json.name("sha256").value(result.relink().entry().getSha256());
            json.name("identical").value(result.identical());
            JsonAnswer.texts(json, "differs", result.differs());
        }

        @Override
        public void print(PrintWriter out) {
            out.println(Printable.of(result.relink().kernel().toString()));
            out.println("  SHA-256   " + result.relink().entry().getSha256());
            out.println("  bytes     " + (result.identical() ? "the same" : "differ"));
            result.differs().forEach(line -> out.println("  differs   " + Printable.of(line)));
        }
    }
}
