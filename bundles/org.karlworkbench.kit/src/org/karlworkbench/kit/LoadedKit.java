package org.karlworkbench.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Severity;

/**
 * A kit as it was read once: what is linked and how, and the tables of its objects. Nothing in it changes after that; a
 * relink asks {@link #stale()} first.
 */
public final class LoadedKit {
    private final Path origin;
    private final String name;
    private final Path folder;
    private final KitInspection inspection;
    private final List<ObjectFile> linked;
    private final KitBytes bytes;
    private LinkKit kit;
    private String digest;
    private TextBase textBase;
    private final Object namesLock = new Object();
    private SymbolNames symbolNames;
    private Binder binder;
    private int[][] looseSections;

    private LoadedKit(KitSource source, KitInspection inspection, List<ObjectFile> linked) {
        this.origin = source.origin();
        this.name = source.name();
        this.folder = source.folder();
        this.inspection = inspection;
        this.linked = linked;
        this.bytes = KitBytes.of(linked);
    }

    /**
     * Reads a kit. What is wrong with it becomes {@link #findings()}, not an exception.
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
        return new LoadedKit(source, inspection, linked);
    }

    /**
     * The kit as people look at it, with figures of each object, and with all findings: those of {@link #findings()}, and
     * behind them what is worth knowing of a kit that can be linked. Made at the first call: a relink gets
     * on without it.
     *
     * @return the same model at each call; not to be changed
     * @throws EngineException as {@link #digest()}
     */
    public synchronized LinkKit kit() throws EngineException {
        if (kit == null) {
            kit = KitModel.of(this, inspection);
        }
        return kit;
    }

    /**
     * The SHA-256 of all that decides the kernel, by name and never by path: the same for a folder and an archive of it.
     * Computed at the first call; a relink lets that happen while the linker runs.
     *
     * @return 64 hexadecimal digits
     * @throws EngineException if a file has changed or gone since the kit was read
     */
    public synchronized String digest() throws EngineException {
        if (digest == null) {
            digest = KitDigest.of(inspection.stamps().keySet(), linked, bytes);
        }
        return digest;
    }

    /**
     * What is linked, in which roles and with which flags.
     *
     * @return what the Makefile says, and the catalogue where it is silent
     */
    public KitPlan plan() {
        return inspection.plan();
    }

    /**
     * What a recipe's settings are about in this kit.
     *
     * @return the names that they may use
     */
    public KitOutline outline() {
        return new KitOutline(
                architecture(),
                plan().body(),
                plan().flags(),
                folder,
                () -> textBase().fault(),
                symbol -> EntrySymbol.isDefined(this, symbol));
    }

    /**
     * The order in which a linker gets the objects.
     *
     * @param body the body's objects as they were drawn
     * @return head, {@link GapObject#NAME} where the architecture has a gap, body, tail
     */
    public List<String> linkOrder(List<String> body) {
        List<String> order = new ArrayList<>(plan().head());
        if (architecture().randomized()) {
            order.add(GapObject.NAME);
        }
        order.addAll(body);
        order.addAll(plan().tail());
        return order;
    }

    /**
     * How the address is set at which the kit's text begins. The script is read at the first call.
     *
     * @return whether and how another can be set
     */
    public synchronized TextBase textBase() {
        if (textBase == null) {
            textBase = TextBase.of(plan().flags(), script() == null ? null : folder.resolve(script()));
        }
        return textBase;
    }

    /**
     * Who defines which symbol. Found out at the first call.
     *
     * @return the same at each call
     */
    public Binder binder() {
        synchronized (linked) { // not the kit, whose digest may be computed at the same time
            if (binder == null) {
                binder = new Binder(linked, symbolNames());
            }
            return binder;
        }
    }

    /**
     * The names of the objects' global symbols. Numbered at the first call.
     *
     * @return the same at each call
     */
    public SymbolNames symbolNames() {
        synchronized (namesLock) { // linkers wait for the names only, not for what the binder makes of them
            if (symbolNames == null) {
                symbolNames = new SymbolNames(linked);
            }
            return symbolNames;
        }
    }

    /** The loose sections of each object that is linked. Looked for at the first call: a draw takes less time than that. */
    int[][] looseSections() {
        synchronized (linked) {
            if (looseSections == null) {
                looseSections = LooseSections.of(linked);
            }
            return looseSections;
        }
    }

    /**
     * What is wrong with the kit.
     *
     * @return findings, in the order in which they were found; not to be changed
     */
    public List<Finding> findings() {
        return inspection.checks().findings();
    }

    /**
     * The linker script's name.
     *
     * @return a name inside the kit's folder, or null where none is used
     */
    public String script() {
        return inspection.script();
    }

    /**
     * What the user named.
     *
     * @return the absolute path of the folder or archive
     */
    public Path origin() {
        return origin;
    }

    /**
     * The kit's name among those that the user's folder or archive holds.
     *
     * @return the name of the kit's own folder, such as {@code GENERIC.MP}
     */
    public String name() {
        return name;
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
     * How much there is to link.
     *
     * @return the sums over {@link #objects()}
     */
    public KitBytes bytes() {
        return bytes;
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
     * Whether the kit cannot be relinked.
     *
     * @return true if a finding is an error
     */
    public boolean hasErrors() {
        return findings().stream().anyMatch(finding -> finding.getSeverity() == Severity.ERROR);
    }

    /**
     * Whether a file on disk is no longer the one that was read.
     *
     * @return true if an object, the Makefile or the script has changed or gone
     */
    public boolean stale() {
        return linked.stream().anyMatch(ObjectFile::stale)
                || inspection.stamps().entrySet().stream()
                        .anyMatch(each -> !each.getValue().equals(FileStamp.ofOrNull(each.getKey())));
    }
}
