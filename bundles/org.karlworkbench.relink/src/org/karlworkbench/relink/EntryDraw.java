package org.karlworkbench.relink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.SectionOrder;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Translation;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Recovery;

/**
 * What an entry says of a relink, held against the kit by which it is to be repeated. An entry is a file that anybody
 * can have written: nothing in it is used before it was checked.
 */
final class EntryDraw {
    private static final List<String> LINKERS = List.of(LinkerTool.GNU, LinkerTool.LLD, LinkerTool.BUILT_IN.name());

    /** Bounds, pad word and rounding together stay below this. */
    private static final long MOST_GAP = RecipeCheck.MAX_GAP + (8L << 20);

    private final ReplayRequest request;
    private final LedgerEntry entry;
    private final LoadedKit kit;
    private final Recipe recipe;

    private EntryDraw(ReplayRequest request) {
        this.request = request;
        this.entry = request.entry();
        this.kit = request.kit();
        this.recipe = RecipeSettings.copy(entry.getRecipe());
    }

    /**
     * Checks an entry.
     *
     * @throws EngineException {@code bad-ledger} or {@code wrong-kit} with the field
     */
    static EntryDraw of(ReplayRequest request) throws EngineException {
        EntryDraw draw = new EntryDraw(request);
        draw.requireKit();
        draw.requireRecipe();
        draw.requireGaps();
        return draw;
    }

    /**
     * Checks an entry that is about an earlier version of the kit: the objects may be others.
     *
     * @throws EngineException {@code bad-ledger} or {@code wrong-kit} with the field
     */
    static EntryDraw ofChanged(ReplayRequest request) throws EngineException {
        EntryDraw draw = new EntryDraw(request);
        draw.requireArchitecture();
        draw.requireRecipe();
        draw.requireGaps();
        return draw;
    }

    /** The recipe by which the entry's kernel was linked. */
    Recipe recipe() {
        return RecipeSettings.copy(entry.getRecipe());
    }

    /** The recipe with the pad word and the page that were used. */
    Recipe settled() {
        return RecipeSettings.copy(recipe);
    }

    /** The seed, or null for a draw that was found. */
    Seed seed() throws EngineException {
        if (Recovery.ALGORITHM.equals(entry.getAlgorithm())) {
            return null;
        }
        try {
            return Seed.parse(entry.getSeed());
        } catch (IllegalArgumentException e) {
            throw bad("seed", e.getMessage());
        }
    }

    /** The linker of the entry's name, as a person named it or on this machine; the path in an entry is never run. */
    LinkerTool tool() throws EngineException {
        if (!LINKERS.contains(entry.getLinker())) {
            throw bad("linker", "no linker is called " + entry.getLinker() + "; there are ld, lld and builtin");
        }
        LinkerTool named = request.linker();
        if (named != null) {
            if (!named.name().equals(entry.getLinker())) {
                throw bad("linker", "is " + entry.getLinker() + ", and " + named.title() + " is " + named.name());
            }
            return named;
        }
        return LinkerTools.find(kit.architecture(), entry.getLinker())
                .orElseThrow(() -> LinkerTools.missing(kit.architecture(), entry.getLinker()));
    }

    /** What is repeated; recorded flags only where kit and recipe would give others now. */
    Repeat repeat(List<String> flagsNow) throws EngineException {
        boolean others = !entry.getFlags().isEmpty() && !entry.getFlags().equals(flagsNow);
        if (others) {
            requireFlags();
        }
        return new Repeat(draw(), GapMaker.pad(kit, recipe), page(), others ? List.copyOf(entry.getFlags()) : null);
    }

    /** Order and gaps. */
    Draw draw() throws EngineException {
        return new Draw(entry.getAlgorithm(), entry.getOrder(), sections(), gaps());
    }

    /** Sections are not recorded: kit, recipe and seed give their order again. */
    private SectionOrder sections() throws EngineException {
        Seed seed = seed();
        if (seed == null && Unit.of(recipe) == Unit.SECTION) {
            throw bad("recipe.unit", "is section, and without a seed nobody knows the order of the sections");
        }
        return seed == null ? SectionOrder.NONE : Draws.sections(kit, recipe, seed);
    }

    private Gaps gaps() {
        return LedgerFiles.gaps(entry);
    }

    private long page() {
        return Draws.page(kit.plan(), recipe);
    }

    private void requireArchitecture() throws EngineException {
        if (!kit.architecture().name().equals(entry.getArch())) {
            throw wrongKit(
                    "arch",
                    "is " + entry.getArch() + ", and the kit is for "
                            + kit.architecture().name());
        }
    }

    private void requireKit() throws EngineException {
        requireArchitecture();
        List<String> head = new ArrayList<>(entry.getHead());
        head.remove(Places.GAP);
        requireEqual("head", head, kit.plan().head());
        requireEqual("tail", entry.getTail(), kit.plan().tail());
        Set<String> missing = new HashSet<>(kit.plan().body());
        for (String object : entry.getOrder()) {
            if (!missing.remove(object)) {
                throw wrongKit("order", "names " + object + ", which is not in the kit's body, or twice");
            }
        }
        if (!missing.isEmpty()) {
            throw wrongKit("order", "does not name " + missing.iterator().next() + ", which is in the kit's body");
        }
    }

    private void requireEqual(String field, List<String> recorded, List<String> ofKit) throws EngineException {
        if (!recorded.equals(ofKit)) {
            throw wrongKit(field, "is " + recorded + ", and the kit's is " + ofKit);
        }
    }

    /** Entries of older versions do not have pad word and page of their own. */
    private void requireRecipe() throws EngineException {
        if (entry.getPad() != null) {
            recipe.setPad(entry.getPad());
        }
        if (entry.getPage() != 0) {
            recipe.setPage(entry.getPage());
        }
        for (var problem : RecipeCheck.problems(recipe).entrySet()) {
            throw bad("recipe." + problem.getKey(), problem.getValue());
        }
    }

    private void requireGaps() throws EngineException {
        for (GapName name : GapName.values()) {
            long size = gaps().of(name);
            long unit = name == GapName.TEXT0 ? page() : GapPlan.WORD;
            if (size < 0 || size > MOST_GAP || size % unit != 0) {
                throw bad("gaps." + name.label(), "has " + size + " bytes, which no draw gives");
            }
        }
    }

    private void requireFlags() throws EngineException {
        Translation flags = Preparation.recorded(kit, entry.getFlags(), tool());
        if (!flags.refused().isEmpty()) {
            throw bad(
                    "flags",
                    flags.refused().getFirst().flag() + ": "
                            + flags.refused().getFirst().reason());
        }
        if (!Objects.equals(flags.script(), kit.script())) {
            throw wrongKit("flags", "name the script " + flags.script() + ", and the kit's is " + kit.script());
        }
    }

    private EngineException bad(String field, String problem) {
        return new EngineException(
                "bad-ledger", request.entryFile().toString(), field, problem, "the entry may be damaged; restore it");
    }

    private EngineException wrongKit(String field, String problem) {
        return new EngineException(
                "wrong-kit",
                request.entryFile().toString(),
                field,
                problem,
                "give the kit of which the entry was made");
    }
}
