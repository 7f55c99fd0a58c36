package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.model.Severity;

/**
 * A kit as it was read once: its model, and the tables of its objects. Nothing in it changes after that; a relink asks
 * {@link #stale()} first.
 */
public final class LoadedKit {
    private final LinkKit kit;
    private final Path folder;
    private final KitInspection inspection;
    private final List<ObjectFile> linked;

    private LoadedKit(LinkKit kit, Path folder, KitInspection inspection, List<ObjectFile> linked) {
        this.kit = kit;
        this.folder = folder;
        this.inspection = inspection;
        this.linked = linked;
    }

    /**
     * Reads a kit. What is wrong with it becomes findings of {@link LinkKit#getFindings()}, not an exception.
     *
     * @param source where its files are; they have to stay there as long as the kit is used
     * @param progress told of the objects; asked for cancel
     * @return the kit
     * @throws EngineException if there is no kit at all: no object that can be read, or only such for no known
     *     architecture
     */
    public static LoadedKit read(KitSource source, Progress progress) throws EngineException {
        KitInspection inspection = KitInspection.of(source, progress);
        List<ObjectFile> linked = inspection.plan().linked().stream()
                .map(inspection.objects()::get)
                .filter(Objects::nonNull)
                .toList();
        LinkKit kit = model(source, inspection);
        kit.setDigest(digest(inspection, linked));
        return new LoadedKit(kit, source.folder(), inspection, linked);
    }

    private static LinkKit model(KitSource source, KitInspection inspection) {
        KitPlan plan = inspection.plan();
        Architecture architecture = inspection.architecture();
        LinkKit kit = KitFactory.eINSTANCE.createLinkKit();
        kit.setName(plan.config());
        kit.setSource(source.origin().toString());
        kit.setArch(architecture.name());
        kit.setScript(inspection.script());
        kit.setPad(plan.pad());
        kit.setPage(architecture.page());
        kit.setShuffled(plan.shuffled());
        kit.setGapDummy(plan.gapDummy());
        kit.getFlags().addAll(plan.flags());
        kit.getHead().addAll(plan.head());
        kit.getTail().addAll(plan.tail());
        kit.getFindings().addAll(inspection.checks().findings());
        addObjects(kit, inspection);
        return kit;
    }

    private static void addObjects(LinkKit kit, KitInspection inspection) {
        Map<String, Role> roles = new HashMap<>();
        inspection.plan().body().forEach(name -> roles.put(name, Role.BODY));
        inspection.plan().head().forEach(name -> roles.put(name, Role.HEAD));
        inspection.plan().tail().forEach(name -> roles.put(name, Role.TAIL));
        List<String> names = new ArrayList<>(inspection.plan().linked());
        inspection.objects().keySet().stream()
                .filter(name -> !roles.containsKey(name))
                .forEach(names::add);
        for (String name : names) {
            ObjectFile object = inspection.objects().get(name);
            if (object != null) {
                kit.getObjects().add(ObjectFigures.of(object, roles.getOrDefault(name, Role.UNLISTED)));
            }
        }
    }

    /** Over all that decides the kernel, by name and never by path: the same for a folder and an archive of it. */
    private static String digest(KitInspection inspection, List<ObjectFile> linked) throws EngineException {
        MessageDigest sha = ObjectReader.sha256();
        for (Path file : inspection.stamps().keySet().stream().sorted().toList()) {
            try {
                add(sha, file.getFileName().toString(), ObjectReader.sha256().digest(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw EngineException.io(file, e);
            }
        }
        for (ObjectFile object : linked) {
            add(sha, object.name(), object.digest());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void add(MessageDigest sha, String name, byte[] digest) {
        sha.update(name.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(digest);
    }

    /**
     * The kit's model.
     *
     * @return the model that was read, with findings; not to be changed
     */
    public LinkKit kit() {
        return kit;
    }

    /**
     * The architecture of the kit's objects.
     *
     * @return a row of the catalogue
     */
    public Architecture architecture() {
        return inspection.architecture();
    }

    /**
     * Where the kit's files are.
     *
     * @return a folder
     */
    public Path folder() {
        return folder;
    }

    /**
     * The objects that are linked, but for the gap, in the order without a draw.
     *
     * @return head, body, tail; those that are missing are left out, and the kit has a finding
     */
    public List<ObjectFile> objects() {
        return linked;
    }

    /**
     * Finds an object.
     *
     * @param name its path inside the kit
     * @return the object, or null if the kit has none of that name
     */
    public ObjectFile object(String name) {
        return inspection.objects().get(name);
    }

    /**
     * The names of the objects that are shuffled.
     *
     * @return the body in the Makefile's order
     */
    public List<String> body() {
        return inspection.plan().body();
    }

    /**
     * Whether the kit cannot be relinked.
     *
     * @return true if a finding is an error
     */
    public boolean hasErrors() {
        return kit.getFindings().stream().anyMatch(finding -> finding.getSeverity() == Severity.ERROR);
    }

    /**
     * Whether a file on disk is no longer the one that was read.
     *
     * @return true if an object, the Makefile or the script has changed or gone
     */
    public boolean stale() {
        return linked.parallelStream().anyMatch(ObjectFile::stale)
                || inspection.stamps().entrySet().stream()
                        .anyMatch(each -> !each.getValue().equals(FileStamp.ofOrNull(each.getKey())));
    }
}
