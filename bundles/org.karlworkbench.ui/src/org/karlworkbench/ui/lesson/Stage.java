package org.karlworkbench.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.relink.RelinkJob;
import org.karlworkbench.ui.run.KernelRuns;

/** Does what the buttons and links of a lesson say, on the lesson's own kit. For the UI thread only. */
final class Stage {
    private final IWorkbenchPage page;
    private final LessonKit kit;
    private final Consumer<String> told;

    /**
     * Prepares a stage.
     *
     * @param page where things are opened
     * @param kit the lesson's kit, made when it is needed
     * @param told takes why something could not be done; an empty text as soon as it is done
     */
    Stage(IWorkbenchPage page, LessonKit kit, Consumer<String> told) {
        this.page = page;
        this.kit = kit;
        this.told = told;
    }

    /** Does something. */
    void run(Act act) {
        kit.prepare(problem -> told.accept(problem.orElseGet(() -> perform(act).orElse(""))));
    }

    private Optional<String> perform(Act act) {
        return switch (act) {
            case Act.OpenKit(String id) -> openKit(id);
            case Act.Relink(Seed seed) -> relink(seed);
            case Act.SlowMotion(boolean on) -> slowMotion(on);
            case Act.OpenKernel _ -> openKernel();
            case Act.Compare _ -> compare();
            case Act.ShowView(String id) -> show(id);
            case Act.Select(RowTable table, String name) -> select(table, name);
            case Act.SymbolizePanic _ -> symbolizePanic();
            case Act.Run(String command) -> run(command);
        };
    }

    private Scene scene() {
        return new Scene(page, kit.file());
    }

    private Optional<String> openKit(String id) {
        if (Opener.kit(page, kit.file()) instanceof KitEditor editor) {
            editor.showPage(id);
            editor.setSlowMotion(Projector.isOn());
        }
        return Optional.empty();
    }

    private Optional<KitEditor> editor() {
        return page.findEditor(new FileEditorInput(kit.file())) instanceof KitEditor editor && editor.model() != null
                ? Optional.of(editor)
                : Optional.empty();
    }

    /** By the recipe as it is edited, and by the draw that is previewed where the lesson names no seed. */
    private Optional<String> relink(Seed seed) {
        Seed used = seed != null
                ? seed
                : editor().map(editor -> editor.model().takeSeed()).orElse(null);
        RelinkJob.start(kit.file(), editor().map(KitEditor::chosenRecipe).orElse(null), used);
        return Optional.empty();
    }

    private Optional<String> slowMotion(boolean on) {
        editor().ifPresent(editor -> editor.setSlowMotion(on));
        return editor().isPresent() ? Optional.empty() : Optional.of("Open the lesson's kit first.");
    }

    private Optional<String> openKernel() {
        Optional<RelinkItem> newest = scene().relinks().stream().findFirst();
        newest.ifPresent(relink -> Opener.kernel(page, relink.kernel()));
        return newest.isPresent() ? Optional.empty() : Optional.of("The kit has no relink yet.");
    }

    private Optional<String> compare() {
        List<RelinkItem> relinks = scene().relinks();
        if (relinks.size() < 2) {
            return Optional.of("Two relinks are compared; the kit has " + relinks.size() + ".");
        }
        Opener.comparison(page, relinks.get(1).kernel(), relinks.get(0).kernel());
        return Optional.empty();
    }

    private Optional<String> show(String id) {
        try {
            page.showView(id, null, IWorkbenchPage.VIEW_VISIBLE);
            return Optional.empty();
        } catch (PartInitException e) {
            Problems.log(e);
            return Optional.of(Problems.line(e));
        }
    }

    private Optional<String> select(RowTable table, String name) {
        Optional<Layout> layout = scene().layout();
        if (layout.isEmpty()) {
            return Optional.of("No kernel of the lesson's kit is in front.");
        }
        Rows rows = table.rows(layout.get());
        var row = IntStream.range(0, rows.count())
                .filter(each -> rows.name(each).equals(name))
                .findFirst();
        row.ifPresent(each -> {
            KernelEditor.reveal(page, layout.get(), table, each);
            page.activate(page.getActiveEditor()); // the views follow the part that is active
        });
        return row.isPresent() ? Optional.empty() : Optional.of("This kernel has no " + name + ".");
    }

    private Optional<String> symbolizePanic() {
        boolean panicked = scene().panicked();
        if (panicked) {
            KernelRuns.symbolize();
        }
        return panicked ? Optional.empty() : Optional.of("Run a kernel that panics first, and wait for its end.");
    }

    /** A command is about the editor in front, and not about the lesson. */
    private Optional<String> run(String command) {
        IEditorPart front = page.getActiveEditor();
        if (front != null) {
            page.activate(front);
        }
        try {
            page.getWorkbenchWindow().getService(IHandlerService.class).executeCommand(command, null);
            return Optional.empty();
        } catch (CommandException e) {
            return Optional.of("That cannot be done now: open the lesson's kit first.");
        }
    }
}
