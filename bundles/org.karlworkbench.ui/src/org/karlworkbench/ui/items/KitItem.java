package org.karlworkbench.ui.items;

import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kits.KitFile;

/** A kit as a whole, as its editor shows it. Equal to another when the file is. */
public final class KitItem implements InKit {
    private final IFile kitFile;
    private final LinkKit kit;

    /**
     * Makes the item.
     *
     * @param kitFile the kit's file
     * @param kit what is known of it
     */
    public KitItem(IFile kitFile, LinkKit kit) {
        this.kitFile = kitFile;
        this.kit = kit;
    }

    @Override
    public IFile kitFile() {
        return kitFile;
    }

    @Override
    public String label() {
        return KitFile.name(kitFile);
    }

    @Override
    public String icon() {
        return "kit";
    }

    @Override
    public Facts facts() {
        return new Facts()
                .in("Link-Kit")
                .add("Name", label())
                .add("Folder", kit.getSource())
                .add("Architecture", kit.getArch())
                .add("Digest", kit.getDigest())
                .add("File", kitFile.getFullPath().toString())
                .in("Link")
                .add("Head", String.join(", ", kit.getHead()))
                .add("Tail", String.join(", ", kit.getTail()))
                .add("Order", kit.isShuffled() ? "the body is shuffled" : "the body keeps its order (SMALL_KERNEL)")
                .add("Flags", String.join(" ", kit.getFlags()))
                .add("Script", kit.getScript())
                .add("Page size", Formats.bytes(kit.getPage()))
                .add("Pad word", Formats.word(kit.getPad()))
                .in("Contents")
                .add("Objects", objects(kit))
                .add("Recipes", Formats.count(kit.getRecipes().size()));
    }

    /** How many objects are linked, in words: head, body and tail, without the gap; and how many no list names. */
    public static String objects(LinkKit kit) {
        if (kit.getObjects().isEmpty()) {
            return "";
        }
        long body = count(kit, Role.BODY);
        long unlisted = count(kit, Role.UNLISTED);
        return Formats.count(kit.getObjects().size() - unlisted) + ", of which " + Formats.count(body)
                + (kit.isShuffled() ? " are shuffled" : " keep their order (SMALL_KERNEL)")
                + (unlisted == 0 ? "" : "; " + Formats.count(unlisted) + " more that no list names");
    }

    private static long count(LinkKit kit, Role role) {
        return kit.getObjects().stream()
                .filter(object -> object.getRole() == role)
                .count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KitItem item && item.kitFile.equals(kitFile);
    }

    @Override
    public int hashCode() {
        return kitFile.hashCode();
    }
}
