package org.karlworkbench.ui.kits;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.relink.orders.OrdersCheck;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.linkers.Linkers;

/**
 * All that the workbench knows about the kits of its workspace, read once and shared by navigator, editors and relinks.
 * Questions never wait; what has to be read is read in Jobs.
 */
public final class Kits {
    private static final Kits INSTANCE = new Kits();

    private final List<Consumer<IFile>> listeners = new CopyOnWriteArrayList<>();
    private final Background<LinkKit> models = new Background<>("Reading Objects of", this::readModel, this::known);
    private final Background<LinkKit> saved =
            new Background<>("Reading", (file, _) -> KitFiles.load(KitFile.path(file)), this::known);
    private final Background<List<FiledEntry>> ledgers =
            new Background<>("Reading the Ledger of", RelinkFolder::ledger, this::tell);
    private final Map<IFile, SoftReference<LoadedKit>> loaded = new ConcurrentHashMap<>();
    private final Map<IFile, MoreFindings> found = new ConcurrentHashMap<>();
    private final Map<IFile, MoreFindings> ahead = new ConcurrentHashMap<>();
    private final Map<IFile, MoreFindings> orders = new ConcurrentHashMap<>();
    private final Map<IFile, Object> locks = new ConcurrentHashMap<>();

    /** What was found when a kit was looked at once more; worth nothing for what was read of it later. */
    private record MoreFindings(LinkKit kit, List<Finding> findings) {}

    private Kits() {
        KitChanges.follow(this);
    }

    /** The workspace's kits. */
    public static Kits get() {
        return INSTANCE;
    }

    /**
     * Adds a listener; adding it twice has no effect.
     *
     * @param listener is told, on any thread, of each kit about which there is something new
     */
    public void addListener(Consumer<IFile> listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    /**
     * Removes a listener.
     *
     * @param listener one that was added
     */
    public void removeListener(Consumer<IFile> listener) {
        listeners.remove(listener);
    }

    /** The kit with its objects and findings. */
    public Answer<LinkKit> model(IFile kitFile) {
        return models.ask(kitFile);
    }

    /** The kit as it was saved: its place and its recipes. */
    public Answer<LinkKit> saved(IFile kitFile) {
        return saved.ask(kitFile);
    }

    /** The kit's relinks, the latest first. */
    public Answer<List<RelinkItem>> relinks(IFile kitFile) {
        return ledgers.ask(kitFile).map(ledger -> RelinkFolder.relinks(kitFile, ledger));
    }

    /** All entries of the kit's ledger, the oldest first: those without a kernel too, and those that cannot be read. */
    public Answer<List<FiledEntry>> ledger(IFile kitFile) {
        return ledgers.ask(kitFile);
    }

    /**
     * Reads a kit, or gives the one that was read before if its files are unchanged. Not for the UI thread.
     *
     * @param kitFile the kit's file
     * @param progress is told how far it is
     * @return the kit with the tables of its objects
     * @throws EngineException when it cannot be read
     */
    public LoadedKit read(IFile kitFile, Progress progress) throws EngineException {
        SoftReference<LoadedKit> before = loaded.get(kitFile);
        LoadedKit kit = load(kitFile, progress);
        if (before != loaded.get(kitFile)) {
            models.refresh(kitFile);
        }
        return kit;
    }

    private LoadedKit load(IFile kitFile, Progress progress) throws EngineException {
        synchronized (locks.computeIfAbsent(kitFile, _ -> new Object())) {
            SoftReference<LoadedKit> known = loaded.get(kitFile);
            LoadedKit kit = known == null ? null : known.get();
            if (kit != null && !kit.stale()) {
                return kit;
            }
            Path folder = Path.of(KitFiles.load(KitFile.path(kitFile)).getSource());
            kit = LoadedKit.read(KitSource.ofFolder(folder, progress), progress);
            loaded.put(kitFile, new SoftReference<>(kit));
            return kit;
        }
    }

    private LinkKit readModel(IFile kitFile, Progress progress) throws EngineException {
        LoadedKit kit = load(kitFile, progress);
        models.put(kitFile, kit.kit());
        known(kitFile); // a found kernel is another story, and may take longer
        ahead.put(kitFile, new MoreFindings(kit.kit(), OrdersCheck.ahead(kit)));
        found.put(kitFile, new MoreFindings(kit.kit(), FoundRelinks.take(kitFile, kit, progress)));
        return kit.kit();
    }

    /**
     * What is wrong with a kit, or worth knowing.
     *
     * @param kitFile the kit's file
     * @return what was found when it was read, and over all orders since, which takes the place of what lies ahead; empty as long as it is not read. What is found
     *     about recipes as they are saved is not among it
     */
    public List<Finding> findings(IFile kitFile) {
        LinkKit kit = models.ask(kitFile).value();
        if (kit == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(kit.getFindings());
        addFindings(found, kitFile, kit, findings);
        if (!addFindings(orders, kitFile, kit, findings)) { // which tell the same better
            addFindings(ahead, kitFile, kit, findings);
        }
        return findings;
    }

    private static boolean addFindings(Map<IFile, MoreFindings> from, IFile file, LinkKit kit, List<Finding> to) {
        MoreFindings more = from.get(file);
        boolean holds = more != null && more.kit() == kit;
        if (holds) {
            to.addAll(more.findings());
        }
        return holds;
    }

    /**
     * Checks all orders of a kit, and tells the listeners. Not for the UI thread.
     *
     * @param kitFile the kit's file
     * @param recipe whose gaps count
     * @param progress is told how far it is; asked for cancel
     * @return how many findings that gave
     * @throws EngineException when it cannot be read or checked
     */
    public int checkOrders(IFile kitFile, Recipe recipe, Progress progress) throws EngineException {
        LoadedKit kit = read(kitFile, progress);
        List<Finding> found = OrdersCheck.of(kit, recipe, Linkers.of(kit.architecture()), progress);
        orders.put(kitFile, new MoreFindings(kit.kit(), found));
        known(kitFile);
        return found.size();
    }

    /**
     * The kit in whose relinks folder a file lies.
     *
     * @param kernel any file of the file system
     * @return the kit's file, or null
     */
    public static IFile ownerOf(Path kernel) {
        return KitChanges.ownerOf(kernel);
    }

    /**
     * Reads again what is known of a kit, because a person asks for it.
     *
     * @param kitFile the kit's file
     */
    public void refresh(IFile kitFile) {
        loaded.remove(kitFile);
        models.refresh(kitFile);
        saved.refresh(kitFile);
        ledgers.refresh(kitFile);
    }

    void savedChanged(IFile kitFile) {
        saved.refresh(kitFile);
    }

    void relinksChanged(IFile kitFile) {
        ledgers.refresh(kitFile);
    }

    void removed(IFile kitFile) {
        models.forget(kitFile);
        saved.forget(kitFile);
        ledgers.forget(kitFile);
        loaded.remove(kitFile);
        found.remove(kitFile);
        ahead.remove(kitFile);
        orders.remove(kitFile);
        tell(kitFile);
    }

    private void known(IFile kitFile) {
        mark(kitFile);
        tell(kitFile);
    }

    /** Several threads may mark at once: whoever is late with what no longer holds marks again. */
    private void mark(IFile kitFile) {
        List<Finding> findings;
        do {
            findings = findings(kitFile);
            mark(kitFile, findings);
        } while (!findings.equals(findings(kitFile)));
    }

    private void mark(IFile kitFile, List<Finding> findings) {
        Answer<LinkKit> model = models.known(kitFile);
        if (!model.pending()) {
            List<Finding> all = new ArrayList<>(findings);
            LinkKit recipes = saved.ask(kitFile).value();
            if (model.value() != null && recipes != null) {
                all.addAll(RecipeFindings.of(model.value(), recipes));
            }
            KitMarkers.mark(kitFile, model.problem(), all);
        }
    }

    private void tell(IFile kitFile) {
        listeners.forEach(listener -> listener.accept(kitFile));
    }
}
