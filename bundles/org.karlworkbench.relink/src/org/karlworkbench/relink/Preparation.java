package org.karlworkbench.relink;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.FlagLines;
import org.karlworkbench.kit.KitPlace;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.RecipeFlags;
import org.karlworkbench.kit.RefusedFlag;
import org.karlworkbench.kit.Translation;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Severity;

/**
 * All that is settled before a linker starts.
 *
 * @param target where the files go
 * @param tool the linker
 * @param flags the kit's flags in its words
 * @param limits what it may use
 */
record Preparation(Target target, LinkerTool tool, Translation flags, Limits limits) {
    private static final long KIBIBYTE = 1024;
    private static final String MAKEFILE = "Makefile";

    /**
     * Looks at kit, target, linker, flags, space and memory.
     *
     * @param request what is wanted
     * @param progress told what is doubtful
     * @throws EngineException for the first of them that cannot work
     */
    static Preparation of(RelinkRequest request, Progress progress) throws EngineException {
        LoadedKit kit = request.kit();
        requireSound(kit);
        if (request.repeat() == null) {
            RecipeCheck.require(request.recipe(), kit.outline());
        }
        Target target = Target.of(request.kernel(), request.ledgerFolder(), kit, progress);
        LinkerTool tool = tool(request);
        Fitness.check(kit, request.recipe(), tool);
        Translation flags = flags(request, tool);
        requireTaken(kit, flags);
        requireSpace(target, kit);
        Limits limits = request.limits() == null ? Limits.of(kit) : request.limits();
        if (!tool.isBuiltIn()) {
            LinkerMemory.require(kit, tool, limits, progress);
        }
        return new Preparation(target, tool, flags, limits);
    }

    /** The driver of a linker for a kit's architecture. */
    static LinkerDriver driver(LoadedKit kit, LinkerTool tool) {
        return LinkerDriver.of(tool, kit.architecture());
    }

    /** The flags that kit and recipe give now. */
    static Translation flags(LoadedKit kit, Recipe recipe, LinkerTool tool) {
        return RecipeFlags.translate(kit, recipe, tool.dialect(), emulations(kit, tool));
    }

    private static Translation flags(RelinkRequest request, LinkerTool tool) {
        LoadedKit kit = request.kit();
        boolean recorded = request.repeat() != null && request.repeat().flags() != null;
        return recorded ? recorded(kit, request.repeat().flags(), tool) : flags(kit, request.recipe(), tool);
    }

    /** The flags of a ledger entry. */
    static Translation recorded(LoadedKit kit, List<String> words, LinkerTool tool) {
        return RecipeFlags.recorded(kit, words, tool.dialect(), emulations(kit, tool));
    }

    private static UnaryOperator<String> emulations(LoadedKit kit, LinkerTool tool) {
        return word -> emulation(kit.architecture(), tool, word);
    }

    /** Refuses flags of the kit's that no linker gets. */
    static void requireTaken(LoadedKit kit, Translation flags) throws EngineException {
        if (!flags.refused().isEmpty()) {
            throw refused(kit, flags.refused().getFirst());
        }
    }

    private static EngineException refused(LoadedKit kit, RefusedFlag flag) throws EngineException {
        int line = FlagLines.of(kit.folder().resolve(MAKEFILE)).lineOf(flag.flag());
        KitPlace place = KitPlace.of(kit.origin(), kit.folder(), MAKEFILE, line);
        return new EngineException(
                "refused-flag",
                place.file(),
                place.place(),
                "LINKFLAGS: " + flag.flag() + ": " + flag.reason(),
                "remove this flag from the Makefile");
    }

    /** Refuses a kit with errors. */
    static void requireSound(LoadedKit kit) throws EngineException {
        List<Finding> errors = kit.findings().stream()
                .filter(finding -> finding.getSeverity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            Finding first = errors.getFirst();
            String others = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more errors)" : "";
            boolean inFile = first.getFile() != null;
            throw new EngineException(
                    "kit-errors",
                    inFile ? first.getFile() : kit.folder().toString(),
                    inFile ? first.getPlace() : first.getObject(),
                    clause(first.getMessage()) + others,
                    clause(first.getAdvice()));
        }
    }

    /** A finding's sentence as a clause, since an exception's line joins clauses: without full stop and capital. */
    private static String clause(String sentence) {
        String clause = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean word = clause.length() > 1 && Character.isLowerCase(clause.charAt(1));
        return word ? Character.toLowerCase(clause.charAt(0)) + clause.substring(1) : clause;
    }

    private static LinkerTool tool(RelinkRequest request) throws EngineException {
        if (request.linker() != null) {
            return requireProgram(request.linker());
        }
        Architecture architecture = request.kit().architecture();
        String name = request.recipe().getLinker();
        Optional<LinkerTool> found = LinkerTools.find(architecture, name);
        if (found.isPresent()) {
            return found.get();
        }
        throw LinkerTools.missing(architecture, name);
    }

    private static LinkerTool requireProgram(LinkerTool tool) throws EngineException {
        if (tool.isBuiltIn()) {
            return tool;
        }
        File program = tool.path().toFile();
        if (!program.isFile() || !program.canExecute()) {
            String cure = tool.debianPackage() == null || tool.debianPackage().isEmpty()
                    ? "check the linker's path"
                    : "install the Debian package " + tool.debianPackage();
            String problem = program.exists() ? "cannot be executed" : "no such linker";
            throw new EngineException("linker-missing", program.toString(), null, problem, cure);
        }
        return tool;
    }

    /** A kit calls its emulation as its own system's linker does; this machine's linker has another name for it. */
    private static String emulation(Architecture architecture, LinkerTool tool, String word) {
        Architecture.Emulations names = architecture.emulations();
        boolean known = word.equals(names.openBsd()) || word.equals(names.gnu()) || word.equals(names.lld());
        return known ? architecture.emulation(tool.dialect()).orElse(null) : null;
    }

    /** Less than this is surely too little. How much it is in the end, only the linker knows. */
    private static void requireSpace(Target target, LoadedKit kit) throws EngineException {
        File folder = target.folder().toFile();
        long needed = kit.bytes().loaded() / 4 * 3;
        long free = folder.getUsableSpace();
        if (free < needed && folder.getTotalSpace() > 0) {
            throw new EngineException(
                    "no-space",
                    folder.toString(),
                    null,
                    "no space left on device: a kernel needs about " + kibibytes(needed) + " KiB, and only "
                            + kibibytes(free) + " KiB are free",
                    "free some space or choose another folder");
        }
    }

    private static long kibibytes(long bytes) {
        return (bytes + KIBIBYTE - 1) / KIBIBYTE;
    }
}
