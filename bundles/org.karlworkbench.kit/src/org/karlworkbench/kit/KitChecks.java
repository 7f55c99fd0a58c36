package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.makefile.KitMakefile;
import org.karlworkbench.kit.makefile.MakefileProblem;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Severity;

/** Collects what is wrong or worth knowing about a kit. The codes are fixed by CLI.md. */
final class KitChecks {
    private static final String MAKEFILE = "Makefile";

    private final List<Finding> findings = new ArrayList<>();
    private final BiFunction<String, Integer, KitPlace> places;

    /** Checks of a kit; {@code places} names the place of a line in one of its files. */
    KitChecks(BiFunction<String, Integer, KitPlace> places) {
        this.places = places;
    }

    List<Finding> findings() {
        return findings;
    }

    void makefile(KitMakefile makefile, boolean exists) {
        if (!exists) {
            add(
                    Severity.WARNING,
                    "missing-makefile",
                    MAKEFILE,
                    "The kit has no Makefile, so order, roles and flags are those of the catalogue.",
                    "Import the folder in which the kernel was built, with its Makefile.");
        } else if (!makefile.usable()) {
            add(
                    Severity.ERROR,
                    "bad-makefile",
                    MAKEFILE,
                    "The Makefile names neither a head nor OBJS; it is no kernel Makefile.",
                    "Restore the Makefile that config(8) wrote.",
                    places.apply(MAKEFILE, 0));
        } else {
            for (MakefileProblem problem : makefile.problems()) {
                if (problem.kind() == MakefileProblem.Kind.BAD) {
                    add(
                            Severity.WARNING,
                            "bad-makefile",
                            MAKEFILE,
                            sentence(problem.message()),
                            "What this would have set is taken from the catalogue.",
                            places.apply(MAKEFILE, problem.line()));
                }
            }
        }
    }

    void lists(KitPlan plan, List<String> files, Map<String, EngineException> failures) {
        Set<String> present = new HashSet<>(files);
        for (String name : plan.linked()) {
            if (failures.containsKey(name)) {
                badObject(name, failures.get(name));
            } else if (!present.contains(name)) {
                add(
                        Severity.ERROR,
                        "missing-object",
                        name,
                        "The Makefile lists this object, and the kit does not have it.",
                        "Compile it, or take it off the list.");
            }
        }
        for (String name : plan.unlisted(files)) {
            add(
                    Severity.WARNING,
                    "unlisted-object",
                    name,
                    "No list names this object; it is not linked.",
                    "Add it to OBJS if it belongs to the kernel, else remove it.");
        }
        for (String name : plan.repeated()) {
            add(
                    Severity.WARNING,
                    "duplicate-member",
                    name,
                    "The Makefile lists this object more than once; it is linked once.",
                    "Remove the repetition.");
        }
    }

    void missingLibrary(String name) {
        add(
                Severity.ERROR,
                "missing-object",
                name,
                "The Makefile links this library, and the kit does not have it.",
                "Copy it from where the kernel was built.");
    }

    void badObject(String name, EngineException failure) {
        String where = failure.place() == null ? "" : failure.place() + ": ";
        String cure = failure.cure() == null ? "compile it again" : failure.cure();
        add(
                Severity.ERROR,
                "bad-object",
                name,
                sentence(where + failure.getMessage()),
                sentence(cure),
                places.apply(name, 0));
    }

    void architecture(Iterable<ObjectFile> objects, Architecture architecture) {
        for (ObjectFile object : objects) {
            ElfHeader header = object.header();
            int bits = header.is64() ? 64 : 32;
            if (header.machine() != architecture.machine()
                    || bits != architecture.bits()
                    || header.order() != architecture.order()) {
                add(
                        Severity.ERROR,
                        "mixed-architecture",
                        object.name(),
                        "This object is not for " + architecture.name() + " (machine " + header.machine() + ", " + bits
                                + " bits).",
                        "Compile it for " + architecture.name() + ".");
            }
        }
    }

    void script(String script, boolean exists) {
        if (script != null && !exists) {
            add(
                    Severity.ERROR,
                    "missing-script",
                    script,
                    "The link needs this linker script, and the kit does not have it.",
                    "Copy it from the folder in which the kernel was built.");
        }
    }

    void scriptProblems(List<ScriptProblem> problems) {
        for (ScriptProblem problem : problems) {
            add(
                    Severity.ERROR,
                    "refused-script",
                    problem.file(),
                    problem.command() + ": " + problem.reason() + ".",
                    "Remove this command: a kit's script names no file outside the kit.",
                    places.apply(problem.file(), problem.line()));
        }
    }

    /** Flags that are refused; {@code lines} knows on which line of the Makefile each is set, 0 for none. */
    void flags(List<RefusedFlag> flags, ToIntFunction<RefusedFlag> lines) {
        for (RefusedFlag refused : flags) {
            add(
                    Severity.ERROR,
                    "refused-flag",
                    refused.flag(),
                    "LINKFLAGS: " + refused.flag() + ": " + refused.reason() + ".",
                    "Remove this flag from the Makefile.",
                    places.apply(MAKEFILE, lines.applyAsInt(refused)));
        }
    }

    /** A clause as a sentence; names such as e_type keep their first letter. */
    private static String sentence(String clause) {
        boolean word = clause.length() > 1 && Character.isLowerCase(clause.charAt(1));
        return (word ? Character.toUpperCase(clause.charAt(0)) + clause.substring(1) : clause) + ".";
    }

    private void add(Severity severity, String code, String object, String message, String advice) {
        add(severity, code, object, message, advice, new KitPlace(null, null));
    }

    private void add(Severity severity, String code, String object, String message, String advice, KitPlace place) {
        Finding finding = KitFactory.eINSTANCE.createFinding();
        finding.setSeverity(severity);
        finding.setCode(code);
        finding.setFile(place.file());
        finding.setPlace(place.place());
        finding.setObject(object);
        finding.setMessage(message);
        finding.setAdvice(advice);
        findings.add(finding);
    }
}
