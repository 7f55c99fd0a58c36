package org.karlworkbench.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Architectures;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kits.Answer;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RecipeFindings;

/**
 * The kit that an editor shows: its recipes as they are being edited, and beside them what was found when its objects
 * were read. For the UI thread only.
 */
public final class KitModel {
    private final IFile file;
    private final Edits edits;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final EContentAdapter adapter = new EContentAdapter() {
        @Override
        public void notifyChanged(Notification notification) {
            super.notifyChanged(notification);
            if (!notification.isTouch()) {
                recipeGone();
                tell();
            }
        }
    };
    private LinkKit kit;
    private Recipe chosen;
    private Seed next = Seed.random();
    private String message = "";

    KitModel(IFile file, LinkKit kit, Edits edits) {
        this.file = file;
        this.edits = edits;
        take(kit);
    }

    private void take(LinkKit newKit) {
        kit = newKit;
        kit.eAdapters().add(adapter);
        chosen = kit.getRecipes().isEmpty() ? null : kit.getRecipes().getFirst();
    }

    /** Shows what is in the file, unsaved edits are gone. */
    void replace(LinkKit newKit) {
        String name = chosen == null ? null : chosen.getName();
        kit.eAdapters().remove(adapter);
        take(newKit);
        choose(name);
        tell();
    }

    /** The kit's file. */
    public IFile file() {
        return file;
    }

    /** The kit's name in the workspace. */
    public String name() {
        return KitFile.name(file);
    }

    /** The kit as it is edited: recipes, and what the file keeps besides them. It has no objects. */
    public LinkKit kit() {
        return kit;
    }

    Edits edits() {
        return edits;
    }

    /** The recipe that is chosen, null when the kit has none. */
    public Recipe chosen() {
        return chosen;
    }

    /** Chooses a recipe by its name; another name than the kit has changes nothing. */
    void choose(String name) {
        kit.getRecipes().stream()
                .filter(recipe -> String.valueOf(recipe.getName()).equals(name))
                .findFirst()
                .ifPresent(recipe -> {
                    chosen = recipe;
                    tell();
                });
    }

    /** The seed of the next relink by the chosen recipe: the recipe's where it has one, else one that is shown before. */
    Seed seed() {
        String given = chosen == null ? null : chosen.getSeed();
        return given == null || given.isEmpty() ? next : Seed.parse(given);
    }

    /** The seed of the next relink for a relink that begins now; the one after it has another. */
    public Seed takeSeed() {
        Seed taken = seed();
        next = Seed.random();
        tell();
        return taken;
    }

    /** Draws another seed for the next relink; where the recipe gives one, the recipe is changed. */
    void drawAgain() {
        if (seed() == next) {
            next = Seed.random();
            tell();
        } else {
            edits.set(
                    "Draw Again",
                    chosen,
                    KitPackage.Literals.RECIPE__SEED,
                    Seed.random().hex());
        }
    }

    private void recipeGone() {
        if (!kit.getRecipes().contains(chosen)) {
            chosen = kit.getRecipes().isEmpty() ? null : kit.getRecipes().getFirst();
        }
    }

    /** The kit with objects and findings, as far as they are known. */
    public Answer<LinkKit> objects() {
        return Kits.get().model(file);
    }

    /** What is wrong with the kit or worth knowing, as far as it is known; the gravest and most worth first. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(Kits.get().findings(file));
        LinkKit read = objects().value();
        if (read != null) {
            findings.addAll(RecipeFindings.of(read, kit));
        }
        findings.sort(Comparator.comparing(Finding::getSeverity));
        return findings;
    }

    /** Starts to read the objects, unless they are known. */
    void askForObjects() {
        Kits.get().model(file);
        Kits.get().relinks(file);
    }

    /** What is known of the kit as a whole: read just now, else as it was saved. */
    public LinkKit known() {
        LinkKit read = objects().value();
        return read == null ? kit : read;
    }

    /** The kit's architecture, as far as it is in the catalogue. */
    public Optional<Architecture> architecture() {
        String name = known().getArch();
        return name == null ? Optional.empty() : Architectures.named(name);
    }

    /** The page size of the kit in bytes. */
    public long page() {
        long page = known().getPage();
        return page > 0 ? page : architecture().map(Architecture::page).orElse(4_096);
    }

    void objectsChanged() {
        tell();
    }

    /** Shows a sentence in the pages' headers until something else changes. */
    void say(String sentence) {
        message = sentence;
        listeners.forEach(Runnable::run);
        message = "";
    }

    String message() {
        return message;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
