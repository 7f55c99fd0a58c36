package org.karlworkbench.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.makefile.KitMakefile;
import org.karlworkbench.kit.makefile.LibraryGroup;

/**
 * One look at all files of a kit: Makefile, objects, linker script, and what is wrong with them.
 *
 * @param architecture the kit's
 * @param plan who is linked where
 * @param script the linker script's name, or null where none is used
 * @param objects all that could be read, those that no list names too, and members of libraries that are linked; by name
 * @param stamps of the files besides the objects on which the link depends
 * @param checks the findings
 */
record KitInspection(
        Architecture architecture,
        KitPlan plan,
        String script,
        Map<String, ObjectFile> objects,
        Map<Path, FileStamp> stamps,
        KitChecks checks) {

    private static final String MAKEFILE = "Makefile";

    static KitInspection of(KitSource source, Progress progress) throws EngineException {
        Path folder = source.folder();
        KitChecks checks = new KitChecks((name, line) -> KitPlace.of(source.origin(), folder, name, line));
        Map<Path, FileStamp> stamps = new HashMap<>();
        Optional<KitMakefile> makefile = makefile(folder.resolve(MAKEFILE), checks, stamps);
        List<String> files = source.objectNames().stream()
                .filter(name -> !KitPlan.GAP_OBJECTS.contains(name))
                .toList();
        ObjectReader read = ObjectReader.read(folder, files, progress);
        Architecture architecture = architecture(read, makefile, source);
        KitPlan plan = KitPlan.of(makefile.orElse(null), architecture, source.name(), files);
        checks.lists(plan, files, read.failures());
        checks.architecture(read.objects().values(), architecture);
        String script = script(plan, architecture, folder, checks, stamps);
        Map<String, ObjectFile> objects = new LinkedHashMap<>(read.objects());
        List<LibraryGroup> libraries = makefile.map(KitMakefile::libraries).orElse(List.of());
        KitPlan linked = libraries.isEmpty()
                ? plan
                : new LinkedLibraries(plan, folder, objects, checks).search(libraries, architecture.baseLinker());
        return new KitInspection(architecture, linked, script, objects, stamps, checks);
    }

    private static Optional<KitMakefile> makefile(Path file, KitChecks checks, Map<Path, FileStamp> stamps)
            throws EngineException {
        if (!Files.isRegularFile(file)) {
            checks.makefile(null, false);
            return Optional.empty();
        }
        stamps.put(file, FileStamp.of(file));
        KitMakefile makefile = KitMakefile.read(file, Map.of());
        checks.makefile(makefile, true);
        return Optional.of(makefile).filter(KitMakefile::usable);
    }

    private static String script(
            KitPlan plan, Architecture architecture, Path folder, KitChecks checks, Map<Path, FileStamp> stamps)
            throws EngineException {
        Translation flags = KitFlags.translate(plan.flags(), architecture.baseLinker(), folder, word -> word);
        if (!flags.refused().isEmpty()) {
            FlagLines lines = FlagLines.of(folder.resolve(MAKEFILE));
            checks.flags(flags.refused(), refused -> lines.lineOf(refused.flag()));
        }
        if (flags.script() == null) {
            return null;
        }
        Path script = folder.resolve(flags.script());
        boolean exists = Files.isRegularFile(script);
        checks.script(flags.script(), exists);
        if (exists) {
            stamps.put(script, FileStamp.of(script));
            checks.scriptProblems(ScriptGuard.check(script, folder));
        }
        return flags.script();
    }

    /** The kind of most objects decides; the Makefile, where two architectures share one kind. */
    private static Architecture architecture(ObjectReader read, Optional<KitMakefile> makefile, KitSource source)
            throws EngineException {
        ElfHeader header = commonest(read.objects().values());
        if (header == null) {
            throw noObject(read, source);
        }
        int bits = header.is64() ? 64 : 32;
        List<String> hints = makefile.map(KitMakefile::machineHints).orElse(List.of());
        String hint = hints.stream()
                .filter(each -> Architectures.named(each).isPresent())
                .findFirst()
                .orElse(null);
        return Architectures.of(header.machine(), bits, header.order(), hint)
                .orElseThrow(() -> new EngineException(
                        "unknown-architecture",
                        source.origin().toString(),
                        "e_machine " + header.machine(),
                        "its objects are for a machine that the catalogue does not have",
                        "see karl arch for those that it has"));
    }

    private static ElfHeader commonest(Collection<ObjectFile> objects) {
        Map<List<Object>, List<ElfHeader>> kinds = new HashMap<>();
        for (ObjectFile object : objects) {
            ElfHeader header = object.header();
            kinds.computeIfAbsent(List.of(header.machine(), header.is64(), header.order()), _ -> new ArrayList<>())
                    .add(header);
        }
        return kinds.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(List::getFirst)
                .orElse(null);
    }

    private static EngineException noObject(ObjectReader read, KitSource source) {
        return read.failures().values().stream()
                .findFirst()
                .orElseGet(() -> new EngineException(
                        "empty-kit",
                        source.origin().toString(),
                        null,
                        "holds no object file",
                        "give the folder in which a kernel was built, or its archive"));
    }
}
