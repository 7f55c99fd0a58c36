package org.karlworkbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.karlworkbench.debug.KernelOrigin;
import org.karlworkbench.debug.KitOrigin;
import org.karlworkbench.debug.LedgerOrigin;
import org.karlworkbench.debug.Origin;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolizer;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.relink.EntryKit;

/** {@code karl symbolize}: what a trace names, and from which relink it comes. */
final class SymbolizeVerb extends Verb {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Given<Path> trace =
            options.argumentOr("TRACE", "A file with the trace, - or nothing for standard input.", STANDARD_INPUT);
    private final Given<Path> kernel = options.file("FILE", "The kernel that it may come from.", "--kernel");
    private final Given<Path> ledger = options.file("DIR", "The relinks that it may come from.", "--ledger");
    private final KitOption kit = new KitOption(options);
    private final Given<Path> other =
            options.file("TRACE2", "Another trace, - for standard input: is it the same crash?", "--same-as");

    private final Given<Integer> crash =
            options.number("N", "Which crash of TRACE, from 1; the last unless told otherwise.", "--crash");

    SymbolizeVerb() {
        super(
                "Finds what a panic or a trace names, and from which relink it comes.",
                "One of --ledger, --kernel and --kit says what is searched; with the others --kit names the kit that "
                        + "entries name themselves. Exit status 1 if no relink fits.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        requireOne();
        Trace read = read(trace.get(), crash.isThere() ? crash.get() : TraceReader.LAST);
        Trace second = other.isThere() ? read(other.get(), TraceReader.LAST) : null;
        Interrupt.arm();
        try (KitSource source = source(progress)) {
            LoadedKit loaded = source == null ? null : LoadedKit.read(source, progress);
            try (Origin origin = origin(loaded, progress)) {
                Symbolized symbolized = Symbolizer.run(read, origin, progress);
                Symbolized compared = second == null ? null : Symbolizer.run(second, origin, progress);
                return new SymbolizedAnswer(symbolized, compared, entry());
            }
        }
    }

    private void requireOne() throws UsageException {
        kit.checkName();
        if (kernel.isThere() && ledger.isThere()) {
            throw new UsageException("--ledger and --kernel are two places to search", "give one of them");
        }
        if (!kernel.isThere() && !ledger.isThere() && !kit.isNamed()) {
            throw new UsageException(
                    "either --ledger, --kernel or --kit is needed", "name the ledger of the relinks with --ledger DIR");
        }
        if (crash.isThere() && crash.get() < 1) {
            throw new UsageException("there is no crash " + crash.get(), "count them from 1: --crash 1 is the first");
        }
        boolean both = other.isThere()
                && Stream.of(trace, other).allMatch(each -> each.get().equals(STANDARD_INPUT));
        if (both) {
            throw new UsageException("both traces cannot come from standard input", "put one into a file");
        }
    }

    private Origin origin(LoadedKit loaded, Progress progress) throws EngineException {
        if (ledger.isThere()) {
            return new LedgerOrigin(ledger.get(), loaded);
        }
        return kernel.isThere() ? ofKernel(loaded, progress) : new KitOrigin(loaded);
    }

    /** A kit that was found and has been edited since is no reason to say nothing: the kernel alone tells enough. */
    private Origin ofKernel(LoadedKit loaded, Progress progress) throws EngineException {
        try {
            return new KernelOrigin(kernel.get(), loaded, progress);
        } catch (EngineException e) {
            if (kit.isNamed() || !"wrong-kit".equals(e.code())) {
                throw e;
            }
            return new KernelOrigin(kernel.get(), null, progress);
        }
    }

    /** The kit that was named; for a kernel else the one that the ledger entry beside it names, if that is still there. */
    private KitSource source(Progress progress) throws EngineException {
        if (kit.isNamed()) {
            return KitSource.open(kit.path(), kit.name(), progress);
        }
        Path beside = kernel.isThere() ? LedgerFiles.beside(kernel.get()) : null;
        if (beside == null || !Files.isRegularFile(beside)) {
            return null;
        }
        try {
            LedgerEntry entry = LedgerFiles.read(beside);
            return EntryKit.open(beside, entry, progress);
        } catch (EngineException e) {
            return null; // the kernel alone tells enough
        }
    }

    /** The entry beside the kernel, or null. */
    private Path entry() {
        Path beside = kernel.isThere() ? LedgerFiles.beside(kernel.get()) : null;
        return beside != null && Files.isRegularFile(beside) ? beside : null;
    }

    private static Trace read(Path file, int crash) throws EngineException {
        if (!file.equals(STANDARD_INPUT)) {
            return TraceReader.read(file, crash);
        }
        try {
            return TraceReader.read(System.in, crash);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
