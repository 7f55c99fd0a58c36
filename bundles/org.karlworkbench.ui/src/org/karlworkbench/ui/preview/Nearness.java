package org.karlworkbench.ui.preview;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.Estimate;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.linkers.LinkerKind;
import org.karlworkbench.ui.linkers.Linkers;

/**
 * Says how near a preview comes to the kernels of the linker that a recipe names: measured on the latest kernel that it
 * has linked of this kit.
 */
final class Nearness {
    private static final String EXACT = "The next relink puts everything just here.";

    private final IFile file;
    private final Display display;
    private final Consumer<String> shown;
    private final Job job;
    private volatile Question latest;

    private record Question(LoadedKit kit, String linker, List<RelinkItem> relinks) {}

    /**
     * Asks nothing yet.
     *
     * @param file the kit's file
     * @param display whose thread gets the sentence
     * @param shown takes it
     */
    Nearness(IFile file, Display display, Consumer<String> shown) {
        this.file = file;
        this.display = display;
        this.shown = shown;
        job = Job.create("Comparing the Preview With the Latest Kernel", _ -> {
            tell();
            return Status.OK_STATUS;
        });
        job.setSystem(true);
    }

    /** Asks about a kit and a recipe's linker; asked the same again it does nothing. */
    void ask(LoadedKit kit, String linker) {
        List<RelinkItem> relinks = Kits.get().relinks(file).value();
        Question question = new Question(kit, linker, relinks == null ? List.of() : relinks);
        if (!question.equals(latest)) {
            latest = question;
            job.schedule();
        }
    }

    private void tell() {
        Question question = latest;
        String sentence = answer(question);
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (question == latest) {
                    shown.accept(sentence);
                }
            });
        }
    }

    private static String answer(Question question) {
        try {
            String name =
                    Linkers.of(question.kit().architecture(), question.linker()).name();
            return name.equals(LinkerTool.BUILT_IN.name()) ? EXACT : estimate(question, name);
        } catch (EngineException e) {
            return "An estimate: " + Problems.line(e);
        }
    }

    private static String estimate(Question question, String name) throws EngineException {
        String title = LinkerKind.title(name);
        for (RelinkItem relink : question.relinks()) {
            LedgerEntry entry = LedgerFiles.readBeside(relink.kernel()).orElse(null);
            if (entry != null && name.equals(entry.getLinker()) && entry.getPlaces() != null) {
                return measured(question.kit(), relink, entry, title);
            }
        }
        return "An estimate: relink once with " + title + " to see how near it comes.";
    }

    private static String measured(LoadedKit kit, RelinkItem relink, LedgerEntry entry, String title)
            throws EngineException {
        Places places = Places.read(relink.kernel().resolveSibling(entry.getPlaces()));
        Estimate estimate = Estimate.of(kit, LedgerFiles.beside(relink.kernel()), entry, places, Progress.NONE);
        String others = estimate.exact() == estimate.sections()
                ? "."
                : ", the others up to " + Formats.bytes(estimate.farthest()) + " away.";
        return "An estimate: of " + relink.label() + " by " + title + ", " + Formats.count(estimate.exact()) + " of "
                + Formats.plural(estimate.sections(), "section lies", "sections lie") + " just there" + others;
    }
}
