package org.karlworkbench.layout;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Severity;

/**
 * What an original relink left in its kit's folder (KARL.md sections B1 and J): the kernel {@code bsd}, the order in
 * {@code lorder} and the gap in {@code gap.link} and {@code gap.o}. The kernel's draw is recovered and held against both.
 *
 * @param kernel the kernel
 * @param recovery its draw
 * @param draw order and gaps as they were noted, which is exact; the gaps that were recovered where none were noted
 * @param differences what {@code lorder}, {@code gap.link} or {@code gap.o} say otherwise, in words; empty when all agree
 */
public record FoundRelink(Path kernel, Recovery recovery, Draw draw, List<String> differences) {
    private static final String KERNEL = "bsd";
    private static final String ORDER = "lorder";

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
        if (!isFile(kernel) || !isFile(order)) {
            return Optional.empty();
        }
        Recovery recovery = Recovery.of(kernel, kit, progress);
        List<String> differences = new ArrayList<>();
        List<String> noted = read(order);
        compareOrder(noted, recovery, differences);
        Gaps gaps = recovery.gaps();
        for (FoundGap gap : FoundGap.in(kit)) {
            if (gap.gaps() == null) {
                differences.add(gap.file() + " is no note of gaps");
            } else {
                compareGaps(gap, recovery, differences);
                gaps = gap.gaps();
            }
        }
        return Optional.of(new FoundRelink(kernel, recovery, new Draw(Recovery.ALGORITHM, noted, gaps), differences));
    }

    /** A kit's folder may come from anybody: what a link stands for is not in it. */
    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<String> read(Path file) throws EngineException {
        return FoundGap.text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Objects that are ambiguous for the recovery stand anywhere. */
    private static void compareOrder(List<String> order, Recovery recovery, List<String> differences) {
        Set<String> ambiguous = Set.copyOf(recovery.ambiguous());
        List<String> told =
                order.stream().filter(name -> !ambiguous.contains(name)).toList();
        Set<String> wanted = new HashSet<>(recovery.order());
        boolean complete = order.size() == wanted.size() && wanted.containsAll(order);
        wanted.removeAll(ambiguous);
        if (!complete || told.size() != wanted.size() || !Set.copyOf(told).equals(wanted)) {
            differences.add(ORDER + " does not list the body's objects");
            return;
        }
        if (!recovery.allows(order)) {
            differences.add("the order in " + ORDER + " is not the kernel's");
        }
    }

    private static void compareGaps(FoundGap gap, Recovery recovery, List<String> differences) {
        for (GapName name : GapName.values()) {
            long least = recovery.gaps().of(name);
            long most = least + recovery.slack().of(name);
            long told = gap.gaps().of(name);
            if (told < least || told > most) {
                differences.add("the gap " + name.label() + " has " + least + " bytes in the kernel and " + told
                        + " in " + gap.file());
            }
        }
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
            return Optional.of(unusable(kit, e));
        }
    }

    /**
     * What a person should know of a relink that cannot be used.
     *
     * @param kit the kit
     * @param reason what {@link #in} threw
     */
    public static Finding unusable(LoadedKit kit, EngineException reason) {
        return finding(
                kit.folder().resolve(KERNEL),
                "What an original relink left here cannot be used: " + told(reason) + ".",
                "Restore the files of that relink, or remove them.");
    }

    private static String told(EngineException reason) {
        Path file = reason.file() == null ? null : Path.of(reason.file()).getFileName();
        return file == null ? reason.getMessage() : file + ": " + reason.getMessage();
    }

    /** What a person should know of it. */
    public Finding finding() {
        if (!differences.isEmpty()) {
            return finding(
                    kernel,
                    "An original relink left its kernel here, but " + String.join("; ", differences) + ".",
                    "Files of several relinks lie here; link anew to have them agree.");
        }
        Finding finding = finding(
                kernel,
                "An original relink left its kernel here; order and gaps are those that it noted.",
                "The workbench takes it as the kit's first relink; karl recover --ledger writes its entry.");
        finding.setSeverity(Severity.INFO);
        finding.setCode("found-relink");
        return finding;
    }

    private static Finding finding(Path kernel, String message, String advice) {
        Finding finding = KitFactory.eINSTANCE.createFinding();
        finding.setSeverity(Severity.WARNING);
        finding.setCode("relink-disagrees");
        finding.setObject(kernel.getFileName().toString());
        finding.setFile(kernel.toString());
        finding.setMessage(message);
        finding.setAdvice(advice);
        return finding;
    }
}
