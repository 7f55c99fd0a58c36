package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.gadgets.GadgetComparison;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.compare.report.ComparisonReport;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.layout.Layout;

/** {@code karl diff}: what moved between two kernels, and whether they hold the same. */
final class DiffVerb extends Verb {
    private final Given<Path> a = options.argument("A", "A kernel.");
    private final Given<Path> b = options.argument("B", "Another kernel.");
    private final KitOption kit = new KitOption(options);
    private final Given<Path> kitB = options.file("KIT", "B's link-kit, where it is not A's.", "--kit-b");

    private final Given<Boolean> gadgets =
            options.flag("Look for gadgets too; with a kit also for those over relocated fields.", "--gadgets");

    private final Given<Path> html =
            options.file("FILE", "Write a report with pictures to FILE, readable without this tool.", "--html");
    private final Given<Boolean> csv =
            options.flag("Write all symbols with both places as comma-separated values.", "--csv");
    private final Given<Boolean> rows =
            options.flag("With --json: add rows[], all symbols with both places.", "--rows");

    DiffVerb() {
        super(
                "Compares two kernels.",
                "Exit status 0: the same content, whatever order and gaps; 1: content differs, a symbol is in one "
                        + "only, or it could not be decided.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        if (json.get() && csv.get()) {
            throw new UsageException("--json and --csv are two forms of one answer", "use --json --rows, or --csv");
        }
        if (rows.get() && !json.get()) {
            throw new UsageException("--rows adds to what --json writes", "use --json --rows, or --csv");
        }
        if (!kitB.isThere()) {
            kit.checkName();
        }
        if (html.isThere()) {
            PrivateFiles.requireReplaceable(html.get());
        }
        Interrupt.arm();
        return KitOption.use(kit.path(), kit.name(), progress, loaded -> {
            if (!kitB.isThere()) {
                return compare(loaded, loaded, progress);
            }
            return KitOption.use(kitB.get(), kit.name(), progress, other -> compare(loaded, other, progress));
        });
    }

    private Answer compare(LoadedKit loadedA, LoadedKit loadedB, Progress progress) throws EngineException {
        Layout layoutA = Layout.read(a.get(), loadedA, null, progress);
        Layout layoutB = Layout.read(b.get(), loadedB, null, progress);
        Comparison comparison = Comparison.of(layoutA, layoutB, loadedA, loadedB, progress);
        Gadgets found = gadgets.get() ? GadgetComparison.of(comparison, loadedA, loadedB, progress) : null;
        if (html.isThere()) {
            ComparisonReport.write(comparison, found, html.get());
        }
        return new DiffAnswer(comparison, found, csv.get(), rows.get());
    }
}
