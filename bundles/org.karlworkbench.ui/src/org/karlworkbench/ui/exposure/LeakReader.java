package org.karlworkbench.ui.exposure;

import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.exposure.Exposure;
import org.karlworkbench.compare.exposure.KernelAddresses;
import org.karlworkbench.compare.exposure.Knowledge;
import org.karlworkbench.compare.exposure.Leaks;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.relink.Preview;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.ui.kits.Kits;

/** Finds out what leaks tell, as {@code karl exposure} does. What does not depend on the leak is kept for the next one. */
final class LeakReader {
    private record Prepared(
            LeakQuestion.Subject subject,
            LoadedKit kit,
            Defence defence,
            Exposure exposure,
            Leaks leaks,
            LeakPlaces places,
            long page) {}

    private Prepared kept;

    /**
     * Answers. Not for the UI thread.
     *
     * @param question what is asked
     * @param progress asked for cancel between the steps
     * @return the answer, or null when the kernel is no relink of a kit in the workspace
     * @throws EngineException when the kit cannot be read or placed
     */
    LeakAnswer answer(LeakQuestion question, Progress progress) throws EngineException {
        Prepared ready = prepare(question, progress);
        if (ready == null) {
            return null;
        }
        progress.checkCancelled();
        Knowledge knowledge = null;
        String problem = null;
        try {
            knowledge = question.symbol().isEmpty() ? null : ready.leaks.of(question.symbol(), question.leak());
        } catch (EngineException e) {
            problem = Problems.line(e); // the figures hold whatever leaks
        }
        LeakStates states = new LeakStates(knowledge, ready.page);
        return new LeakAnswer(
                question, ready.exposure, knowledge, problem, ready.places, states, ready.places.map(states));
    }

    private synchronized Prepared prepare(LeakQuestion question, Progress progress) throws EngineException {
        LoadedKit kit =
                switch (question.subject()) {
                    case LeakQuestion.Kernel kernel -> LayoutSource.kit(kernel.layout(), progress);
                    case LeakQuestion.Kit file -> Kits.get().read(file.file(), progress);
                };
        if (kit == null) {
            return null;
        }
        boolean same = kept != null && kept.kit == kit && kept.subject.equals(question.subject());
        if (!same || kept.defence != question.defence()) {
            kept = prepare(question, kit, progress);
        }
        return kept;
    }

    private static Prepared prepare(LeakQuestion question, LoadedKit kit, Progress progress) throws EngineException {
        progress.begin("Finding what moves together", 0);
        Recipe recipe = KitFactory.eINSTANCE.createRecipe(); // the original's settings, as the command takes them
        BuiltInLinker linker = Preview.linker(kit, recipe, progress);
        progress.checkCancelled();
        Exposure exposure = Exposure.of(linker, kit, recipe, question.defence());
        progress.checkCancelled();
        KernelAddresses addresses =
                question.subject() instanceof LeakQuestion.Kernel kernel ? new KernelAddresses(kernel.layout()) : null;
        Leaks leaks = new Leaks(linker, kit, recipe, question.defence(), addresses);
        progress.checkCancelled();
        long page = Draws.page(kit.plan(), recipe);
        LeakPlaces places =
                switch (question.subject()) {
                    case LeakQuestion.Kernel kernel -> new KernelPlaces(kernel.layout());
                    case LeakQuestion.Kit file ->
                        new DrawnPlaces(
                                file.file(),
                                Preview.of(
                                        kit,
                                        Exposure.settings(recipe, question.defence()),
                                        Leaks.exampleSeed(),
                                        progress),
                                page);
                };
        return new Prepared(question.subject(), kit, question.defence(), exposure, leaks, places, page);
    }
}
