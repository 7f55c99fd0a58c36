package org.karlworkbench.relink.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.relink.TrialLink;

/**
 * Checks what must hold for every order of a kit's body and for the largest gaps. Each linker of the architecture that is
 * installed links the kit once, in the kit's own order and with the largest gaps; what another order can change is reckoned
 * from there. The codes of the findings are in docs/command.md.
 */
public final class OrdersCheck {
    private static final List<Check> OF_THE_KIT =
            List.of(new StartupCheck(), new OrphanCheck(), new ContributorCheck(), new NeighbourCheck());
    private static final List<Check> OF_A_LINK =
            List.of(new BeforeGapCheck(), new ReachCheck(), new FixedAddressCheck(), new SegmentCheck());
    private static final Set<String> LINKER_FAULTS =
            Set.of("linker-failed", "linker-killed", "linker-timeout", "bad-gap", "bad-kernel");

    private final LoadedKit kit;
    private final Recipe recipe;
    private final List<LinkerTool> linkers;
    private final Progress progress;
    private final Findings findings;

    private OrdersCheck(LoadedKit kit, Recipe recipe, List<LinkerTool> linkers, Progress progress) {
        this.kit = kit;
        this.recipe = recipe;
        this.linkers = linkers;
        this.progress = progress;
        this.findings = new Findings(kit);
    }

    /**
     * Checks a kit with the original's gaps.
     *
     * @param kit the kit
     * @param progress told of links and checks; asked for cancel
     * @return what was found, besides the kit's own findings
     * @throws EngineException when files cannot be read or written
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public static List<Finding> of(LoadedKit kit, Progress progress) throws EngineException {
        return of(kit, KitFactory.eINSTANCE.createRecipe(), progress);
    }

    /**
     * Checks a kit with the gaps of a recipe.
     *
     * @param kit the kit
     * @param recipe the bounds of the gaps, page and pad word
     * @param progress told of links and checks; asked for cancel
     * @return what was found, besides the kit's own findings
     * @throws EngineException when the recipe cannot work, or files cannot be read or written
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public static List<Finding> of(LoadedKit kit, Recipe recipe, Progress progress) throws EngineException {
        return of(kit, recipe, LinkerTools.of(kit.architecture()), progress);
    }

    /**
     * Checks a kit with the gaps of a recipe, by other linkers than those on the PATH.
     *
     * @param kit the kit
     * @param recipe the bounds of the gaps, page and pad word
     * @param linkers those that link the kit once each
     * @param progress told of links and checks; asked for cancel
     * @return what was found, besides the kit's own findings
     * @throws EngineException when the recipe cannot work, or files cannot be read or written
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public static List<Finding> of(LoadedKit kit, Recipe recipe, List<LinkerTool> linkers, Progress progress)
            throws EngineException {
        Map<String, String> problems = RecipeCheck.problems(recipe, kit.outline());
        for (Map.Entry<String, String> problem : problems.entrySet()) {
            throw new EngineException(
                    "bad-recipe", null, problem.getKey(), problem.getValue(), "change this setting of the recipe");
        }
        return new OrdersCheck(kit, recipe, linkers, progress).run();
    }

    /**
     * The trouble ahead that is told by kit and script alone, without a link: sections that the script places nowhere. All that
     * {@code of} finds is more exact.
     *
     * @param kit the kit
     * @return what was found, besides the kit's own findings; nothing of a script that cannot be read
     */
    public static List<Finding> ahead(LoadedKit kit) {
        try {
            Findings findings = new Findings(kit);
            OrphanCheck.run(kit, Script.of(kit), List.of(), findings);
            return findings.list(0);
        } catch (EngineException _) {
            return List.of(); // a relink says why
        }
    }

    private List<Finding> run() throws EngineException {
        Script script = Script.of(kit);
        List<Trial> trials = trials(script);
        Orders orders = new Orders(kit, script, trials);
        for (Check check : OF_THE_KIT) {
            run(check, orders);
        }
        if (trials.isEmpty()) {
            findings.add(
                    Severity.INFO,
                    "no-linker",
                    kit.architecture().name(),
                    "No linker could link this kit here: body-before-gap, before-gap, where orphan sections go, reach,"
                            + " fixed-address, writable-code, shared-page and unaligned-endboot are not checked.",
                    advice());
        } else {
            for (Check check : OF_A_LINK) {
                run(check, orders);
            }
        }
        return findings.list(trials.size());
    }

    private void run(Check check, Orders orders) throws EngineException {
        progress.checkCancelled();
        progress.begin("checking all orders", 0);
        check.run(orders, findings);
    }

    private String advice() {
        if (kit.hasErrors()) {
            return "Mend the kit's errors first.";
        }
        return LinkerTools.debianPackage(kit.architecture(), null)
                .map(name -> "Install the Debian package " + name + ".")
                .orElse("See karl arch for what can be linked here.");
    }

    private List<Trial> trials(Script script) throws EngineException {
        List<Trial> trials = new ArrayList<>();
        for (LinkerTool tool : kit.hasErrors() ? List.<LinkerTool>of() : linkers) {
            TrialLink link = link(tool);
            if (link != null) {
                Set<String> fixed = script == null
                        ? Set.of()
                        : script.fixed(name -> link.sections().find(name) > 0).keySet();
                long[] growth = Growth.of(link, kit, gaps(true));
                trials.add(new Trial(link, kit, new Image(link.sections(), growth, fixed, link.page())));
            }
        }
        return trials;
    }

    /** With the largest gaps; where they do not fit, with the smallest, from which it is seen what does not. */
    private TrialLink link(LinkerTool tool) throws EngineException {
        try {
            return TrialLink.run(kit, recipe, gaps(true), tool, progress);
        } catch (EngineException e) {
            failed(tool, e, "with the largest gaps");
        }
        try {
            return TrialLink.run(kit, recipe, gaps(false), tool, progress);
        } catch (EngineException e) {
            failed(tool, e, "with the smallest gaps");
            return null;
        }
    }

    private void failed(LinkerTool tool, EngineException e, String gaps) throws EngineException {
        if (e.code().equals("linker-unfit")) {
            findings.add(
                    Severity.INFO,
                    "no-linker",
                    tool.name(),
                    "The linker " + tool.name() + " is left out: an object " + e.getMessage() + ".",
                    "Nothing is checked for it.");
        } else if (LINKER_FAULTS.contains(e.code())) {
            findings.add(
                    Severity.ERROR,
                    "link-failed",
                    tool.name(),
                    "The linker " + tool.name() + " does not link this kit " + gaps + ": " + e.getMessage() + ".",
                    "No such kernel can be made: mend what it complains of.");
        } else {
            throw e;
        }
    }

    /** The largest or smallest gaps that the recipe allows. */
    private Gaps gaps(boolean largest) {
        if (!kit.architecture().randomized()) {
            return Gaps.NONE;
        }
        long page = Draws.page(kit.plan(), recipe);
        return Gaps.of(name -> name.rounded(largest ? name.high(recipe, page) : name.low(recipe), page, recipe));
    }
}
