package org.karlworkbench.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Severity;

/**
 * What an original relink left in its kit's folder (KARL.md sections B1 and J): the kernel {@code bsd}, the order in
 * {@code lorder} and the gap in {@code gap.o}. The kernel's draw is recovered and held against both.
 *
 * @param kernel the kernel
 * @param recovery its draw
 * @param differences what {@code lorder} or {@code gap.o} say otherwise, in words; empty when all agree
 */
public record FoundRelink(Path kernel, Recovery recovery, List<String> differences) {
    private static final String KERNEL = "bsd";
    private static final String ORDER = "lorder";
    private static final long LONGEST = 1 << 22;

    /** Copies the list. */
    public FoundRelink {
        differences = List.copyOf(differences);
    }

    /**
     * Looks into a kit's folder.
     *
     * @param kit the kit
     * @param progress told of the recovery; asked for cancel
     * @return empty where the folder does not hold a kernel with its order
     * @throws EngineException when a file is there and cannot be read, or the kernel is another kit's
     */
    public static Optional<FoundRelink> in(LoadedKit kit, Progress progress) throws EngineException {
        Path kernel = kit.folder().resolve(KERNEL);
        Path order = kit.folder().resolve(ORDER);
        if (!Files.isRegularFile(kernel) || !Files.isRegularFile(order)) {
            return Optional.empty();
        }
        Recovery recovery = Recovery.of(kernel, kit, progress);
        List<String> differences = new ArrayList<>();
        compareOrder(read(order), recovery, differences);
        Path gap = kit.folder().resolve(Places.GAP);
        if (Files.isRegularFile(gap)) {
            compareGaps(gaps(ObjectFile.read(Places.GAP, gap)), recovery, differences);
        }
        return Optional.of(new FoundRelink(kernel, recovery, differences));
    }

    private static List<String> read(Path file) throws EngineException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new EngineException("bad-order", file.toString(), null, "is no list of objects", "remove it");
            }
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /** Objects that are ambiguous for the recovery stand anywhere. */
    private static void compareOrder(List<String> order, Recovery recovery, List<String> differences) {
        Set<String> ambiguous = Set.copyOf(recovery.ambiguous());
        List<String> told =
                order.stream().filter(name -> !ambiguous.contains(name)).toList();
        if (told.size() != recovery.order().size() - ambiguous.size()
                || !Set.copyOf(recovery.order()).containsAll(told)) {
            differences.add(ORDER + " does not list the body's objects");
            return;
        }
        if (!recovery.allows(order)) {
            differences.add("the order in " + ORDER + " is not the kernel's");
        }
    }

    private static void compareGaps(Gaps gaps, Recovery recovery, List<String> differences) {
        for (GapName name : GapName.values()) {
            long least = recovery.gaps().of(name);
            long most = least + recovery.slack().of(name);
            long told = gaps.of(name);
            if (told < least || told > most) {
                differences.add("the gap " + name.label() + " has " + least + " bytes in the kernel and " + told
                        + " in " + Places.GAP);
            }
        }
    }

    private static Gaps gaps(ObjectFile gap) {
        Symbols symbols = gap.symbols();
        int found = symbols.find(GapObject.ENDBOOT);
        long endboot = found > 0 ? symbols.value(found) : 0;
        long text = size(gap.sections(), ".text");
        return new Gaps(
                endboot,
                text - endboot,
                size(gap.sections(), ".rodata"),
                size(gap.sections(), ".data"),
                size(gap.sections(), ".bss"));
    }

    private static long size(Sections sections, String name) {
        int found = sections.find(name);
        return found < 0 ? 0 : sections.size(found);
    }

    /**
     * What a person should know of a kit's folder: that a relink was found there, or with what it disagrees. A kernel that
     * cannot be read, or is another kit's, is no fault of the kit's either.
     *
     * @param kit the kit
     * @param progress as {@link #in}
     * @return one finding, or none where no relink was found
     */
    public static Optional<Finding> check(LoadedKit kit, Progress progress) {
        try {
            return in(kit, progress).map(FoundRelink::finding);
        } catch (EngineException e) {
            return Optional.of(finding(kit.folder().resolve(KERNEL), List.of(e.getMessage())));
        }
    }

    /** What a person should know of it. */
    public Finding finding() {
        return finding(kernel, differences);
    }

    private static Finding finding(Path kernel, List<String> differences) {
        boolean agrees = differences.isEmpty();
        Finding finding = KitFactory.eINSTANCE.createFinding();
        finding.setSeverity(agrees ? Severity.INFO : Severity.WARNING);
        finding.setCode(agrees ? "found-relink" : "relink-disagrees");
        finding.setObject(kernel.getFileName().toString());
        finding.setFile(kernel.toString());
        finding.setMessage(
                agrees
                        ? "An original relink left its kernel here; order and gaps are those of lorder and gap.o."
                        : "An original relink left its kernel here, but " + String.join("; ", differences) + ".");
        finding.setAdvice(
                agrees
                        ? "It can be the kit's first ledger entry."
                        : "Files of several relinks lie here; link anew to have them agree.");
        return finding;
    }
}
