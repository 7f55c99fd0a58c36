package org.karlworkbench.ui.navigator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.Viewer;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.ui.items.InKit;
import org.karlworkbench.ui.items.KitGroup;
import org.karlworkbench.ui.items.NoteItem;
import org.karlworkbench.ui.items.ObjectItem;
import org.karlworkbench.ui.items.RecipeItem;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.items.RoleGroup;
import org.karlworkbench.ui.kits.Answer;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;

/**
 * What Project Explorer shows below a kit: objects by role, recipes and relinks. Nothing is read here; a group whose
 * content is not known yet shows a line that says so, and is shown anew when the Job that reads it ends.
 */
public final class KitContent implements ITreeContentProvider {
    private static final Object[] NONE = {};

    private final Consumer<IFile> listener = this::changed;
    private StructuredViewer viewer;

    @Override
    public void inputChanged(Viewer newViewer, Object oldInput, Object newInput) {
        viewer = newViewer instanceof StructuredViewer structured ? structured : null;
        Kits.get().addListener(listener);
    }

    @Override
    public void dispose() {
        Kits.get().removeListener(listener);
        viewer = null;
    }

    private void changed(IFile kitFile) {
        StructuredViewer shown = viewer;
        if (shown == null || shown.getControl().isDisposed()) {
            return;
        }
        shown.getControl().getDisplay().asyncExec(() -> {
            if (!shown.getControl().isDisposed()) {
                shown.refresh(kitFile);
            }
        });
    }

    @Override
    public Object[] getElements(Object input) {
        return getChildren(input);
    }

    @Override
    public Object[] getChildren(Object parent) {
        return switch (parent) {
            case IFile file when KitFile.isKit(file) -> groups(file);
            case KitGroup group -> content(group);
            case RoleGroup role -> objects(role);
            default -> NONE;
        };
    }

    private static Object[] groups(IFile kitFile) {
        KitGroup.Content[] contents = KitGroup.Content.values();
        Object[] groups = new Object[contents.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new KitGroup(kitFile, contents[i]);
        }
        return groups;
    }

    private static Object[] content(KitGroup group) {
        IFile file = group.kitFile();
        Kits kits = Kits.get();
        return switch (group.content()) {
            case OBJECTS -> list(file, kits.model(file), model -> roles(file, model), "No objects");
            case RECIPES -> list(file, kits.saved(file), saved -> recipes(file, saved), "No recipes");
            case RELINKS -> list(file, kits.relinks(file), KitContent::relinks, "No relinks yet: press F9 to make one");
        };
    }

    private interface Lister<V> {
        List<? extends InKit> list(V value);
    }

    private static <V> Object[] list(IFile file, Answer<V> answer, Lister<V> lister, String none) {
        if (answer.pending()) {
            return new Object[] {new NoteItem(file, "Reading…", "pending")};
        }
        if (answer.problem() != null) {
            return new Object[] {new NoteItem(file, answer.problem(), "error")};
        }
        List<? extends InKit> items = lister.list(answer.value());
        return items.isEmpty() ? new Object[] {new NoteItem(file, none, "info")} : items.toArray();
    }

    private static List<RoleGroup> roles(IFile file, LinkKit model) {
        List<RoleGroup> groups = new ArrayList<>();
        for (Role role : Role.values()) {
            List<KitObject> objects = model.getObjects().stream()
                    .filter(object -> object.getRole() == role)
                    .toList();
            if (!objects.isEmpty()) {
                groups.add(new RoleGroup(file, role, objects));
            }
        }
        return groups;
    }

    private static List<RecipeItem> recipes(IFile file, LinkKit saved) {
        List<RecipeItem> items = new ArrayList<>();
        for (Recipe recipe : saved.getRecipes()) {
            items.add(new RecipeItem(file, recipe));
        }
        return items;
    }

    private static List<RelinkItem> relinks(List<RelinkItem> relinks) {
        return relinks;
    }

    private static Object[] objects(RoleGroup group) {
        return group.objects().stream()
                .map(object -> new ObjectItem(group.kitFile(), object))
                .toArray();
    }

    @Override
    public Object getParent(Object element) {
        return switch (element) {
            case ObjectItem object ->
                new RoleGroup(object.kitFile(), object.object().getRole(), List.of());
            case RoleGroup role -> new KitGroup(role.kitFile(), KitGroup.Content.OBJECTS);
            case RecipeItem recipe -> new KitGroup(recipe.kitFile(), KitGroup.Content.RECIPES);
            case RelinkItem relink -> new KitGroup(relink.kitFile(), KitGroup.Content.RELINKS);
            case KitGroup group -> group.kitFile();
            default -> null;
        };
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof KitGroup
                || element instanceof RoleGroup
                || element instanceof IFile file && KitFile.isKit(file);
    }
}
